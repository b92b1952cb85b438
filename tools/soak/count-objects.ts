import type { CDPSession, Page } from 'playwright';

/** What a page holds after its rubbish was collected. Sizes in bytes, all else numbers of things. */
export interface Held {
  /** JavaScript's heap, and the memory that its buffers stand in. */
  readonly heapBytes: number;
  readonly nodes: number;
  readonly listeners: number;
  /** Object URLs that were made and not revoked. */
  readonly urls: number;
  /** Workers that were started and not ended. */
  readonly workers: number;
  /** WebGL contexts that are not lost. */
  readonly contexts: number;
  /** WebGL textures, buffers, framebuffers and the like that were made and neither deleted nor collected. */
  readonly gpu: number;
  /** ImageBitmaps that were neither closed, nor handed on, nor collected. */
  readonly bitmaps: number;
}

export const HELD_NAMES: readonly (keyof Held)[] = [
  'heapBytes',
  'nodes',
  'listeners',
  'urls',
  'workers',
  'contexts',
  'gpu',
  'bitmaps',
];

interface Counters {
  readonly urls: Set<string>;
  readonly workers: Set<object>;
  readonly contexts: readonly WeakRef<WebGLRenderingContext>[];
  readonly gpu: readonly { readonly made: WeakRef<object>; isDeleted: boolean }[];
  readonly bitmaps: readonly WeakRef<ImageBitmap>[];
}
type Counted = typeof globalThis & { soakCounters: Counters };

/** Has a page count what it makes and lets go of. To be called before its own scripts run. */
export async function countObjects(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const urls = new Set<string>();
    const workers = new Set<object>();
    const contexts: WeakRef<WebGLRenderingContext>[] = [];
    const gpu: { made: WeakRef<object>; isDeleted: boolean }[] = [];
    const bitmaps: WeakRef<ImageBitmap>[] = [];
    Object.assign(globalThis, { soakCounters: { urls, workers, contexts, gpu, bitmaps } });

    /** Puts a function around a method that hears what it was given and what it answered. */
    const around = (of: object, name: string, hear: (made: unknown, given: readonly unknown[], on: object) => void) => {
      const method = Reflect.get(of, name) as (...given: unknown[]) => unknown;
      Reflect.set(of, name, function (this: object, ...given: unknown[]) {
        const made = method.apply(this, given);
        hear(made, given, this);
        return made;
      });
    };
    around(URL, 'createObjectURL', (url) => urls.add(String(url)));
    around(URL, 'revokeObjectURL', (_, [url]) => urls.delete(String(url)));

    const Given = Worker;
    Reflect.set(
      globalThis,
      'Worker',
      class extends Given {
        constructor(...given: ConstructorParameters<typeof Worker>) {
          super(...given);
          workers.add(this);
        }
        override terminate(): void {
          workers.delete(this);
          super.terminate();
        }
      },
    );

    around(globalThis, 'createImageBitmap', (made) => {
      void (made as Promise<ImageBitmap>).then(
        (bitmap) => bitmaps.push(new WeakRef(bitmap)),
        () => undefined,
      );
    });
    for (const canvas of [HTMLCanvasElement.prototype, OffscreenCanvas.prototype]) {
      around(canvas, 'getContext', (made) => {
        if (!(made instanceof WebGL2RenderingContext)) return;
        if (!contexts.some((each) => each.deref() === made)) contexts.push(new WeakRef(made));
      });
    }
    around(OffscreenCanvas.prototype, 'transferToImageBitmap', (made) => {
      bitmaps.push(new WeakRef(made as ImageBitmap));
    });

    const known = new WeakMap<object, { isDeleted: boolean }>();
    const { prototype } = WebGL2RenderingContext;
    for (const kind of [
      'Texture',
      'Buffer',
      'Framebuffer',
      'Renderbuffer',
      'Program',
      'Shader',
      'VertexArray',
      'Sampler',
    ]) {
      around(prototype, `create${kind}`, (made) => {
        if (made === null) return;
        const noted = { made: new WeakRef(made as object), isDeleted: false };
        gpu.push(noted);
        known.set(made as object, noted);
      });
      around(prototype, `delete${kind}`, (_, [gone]) => {
        const noted = known.get(gone as object);
        if (noted !== undefined) noted.isDeleted = true;
      });
    }
  });
}

/** Counts what a page holds, after two collections: what the first one frees may hold the rest. */
export async function heldBy(page: Page, devtools: CDPSession): Promise<Held> {
  await devtools.send('HeapProfiler.collectGarbage');
  await page.evaluate(() => new Promise((done) => setTimeout(done, 50)));
  await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  const metric = (wanted: string): number => metrics.find(({ name }) => name === wanted)?.value ?? NaN;
  const heap: { readonly usedSize: number; readonly backingStorageSize?: number } =
    await devtools.send('Runtime.getHeapUsage');
  const counted = await page.evaluate(() => {
    const { urls, workers, contexts, gpu, bitmaps } = (globalThis as Counted).soakCounters;
    return {
      urls: urls.size,
      workers: workers.size,
      contexts: contexts.filter((each) => each.deref()?.isContextLost() === false).length,
      gpu: gpu.filter(({ made, isDeleted }) => !isDeleted && made.deref() !== undefined).length,
      // One that was closed or handed on has no width left.
      bitmaps: bitmaps.filter((each) => (each.deref()?.width ?? 0) > 0).length,
    };
  });
  return {
    heapBytes: heap.usedSize + (heap.backingStorageSize ?? 0),
    nodes: metric('Nodes'),
    listeners: metric('JSEventListeners'),
    ...counted,
  };
}
