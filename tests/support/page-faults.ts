import type { Page } from 'playwright';

/** Takes the graphics card away, or gives it back, as a driver that restarts does. */
export const graphicsCard = (page: Page, what: 'lose' | 'restore'): Promise<void> =>
  page.getByRole('img', { name: 'Preview' }).evaluate((preview: HTMLElement, how) => {
    const canvas = preview instanceof HTMLCanvasElement ? preview : preview.querySelector('canvas');
    const kept = window as { card?: WEBGL_lose_context | null };
    kept.card ??= canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context');
    if (how === 'lose') kept.card?.loseContext();
    else kept.card?.restoreContext();
  }, what);

/** In the page: canvases are read with noise, as browsers do that let nobody be known by how they draw. */
export function readWithNoise(): void {
  for (const { prototype } of [CanvasRenderingContext2D, OffscreenCanvasRenderingContext2D]) {
    const real = Reflect.get(prototype, 'getImageData') as (...given: unknown[]) => ImageData;
    Reflect.set(prototype, 'getImageData', function (this: unknown, ...given: unknown[]) {
      const read = real.apply(this, given);
      for (let i = 0; i < read.data.length; i += 7) if (i % 4 !== 3) read.data[i] ^= 1;
      return read;
    });
  }
}

/** Refused once, the line broken off once, refused until the host is mended, or never answered. */
export type HostFailure = 'busy once' | 'broken off once' | 'gone' | 'silent';

/** A host that does not give what it is asked for. */
export interface FailingHost {
  /** How often it was asked. */
  readonly asked: () => number;
  /** For a page before it is opened. */
  readonly before: (page: Page) => Promise<unknown>;
  readonly mend: () => void;
}

export function failingHost(what: RegExp, how: HostFailure): FailingHost {
  let asked = 0;
  let isMended = false;
  return {
    asked: () => asked,
    before: (page) =>
      page.route(what, (route) => {
        asked += 1;
        if (isMended || (how.endsWith('once') && asked > 1)) return route.continue();
        if (how === 'silent') return undefined;
        return how === 'broken off once' ? route.abort() : route.fulfill({ status: 503, body: '' });
      }),
    mend: () => {
      isMended = true;
    },
  };
}
