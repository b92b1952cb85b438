import { FaceLandmarker, FilesetResolver, ImageSegmenter } from '@mediapipe/tasks-vision';
import { fetchPart, once } from '~/load/load-part';
import { renewableTask, type Task } from './renewable-task';

/** More people than this in one look are not told apart. */
const MOST_FACES = 8;

/** Every real face tried scores above 0.99, turned, small or dark; a dog that passes for a face at 0.5 scores 0.75. */
const PRESENCE = 0.8;

/** Where the models come from, and who is told of every piece that comes. */
export interface ModelSource {
  /** Full address of the folder that holds models/ and wasm/. */
  readonly assets: string;
  readonly heard: () => void;
}

const modelOf = async ({ assets, heard }: ModelSource, name: string): Promise<Uint8Array> =>
  new Uint8Array(await (await fetchPart(`${assets}models/${name}`, heard)).arrayBuffer());

/** Finds faces and their landmarks. */
export const faceTask = (source: ModelSource): Task<FaceLandmarker> =>
  renewableTask(() =>
    inTurn(async () =>
      FaceLandmarker.createFromOptions(await freshFileset(source), {
        baseOptions: { modelAssetBuffer: await modelOf(source, 'face_landmarker.task'), delegate: 'CPU' },
        canvas: new OffscreenCanvas(1, 1),
        runningMode: 'IMAGE',
        numFaces: MOST_FACES,
        minFacePresenceConfidence: PRESENCE,
      }),
    ),
  );

/** Tells the person from the background. */
export const outlineTask = (source: ModelSource): Task<ImageSegmenter> =>
  renewableTask(() =>
    inTurn(async () =>
      ImageSegmenter.createFromOptions(await freshFileset(source), {
        baseOptions: { modelAssetBuffer: await modelOf(source, 'selfie_segmenter.tflite'), delegate: 'CPU' },
        canvas: new OffscreenCanvas(1, 1),
        runningMode: 'IMAGE',
        outputCategoryMask: false,
        outputConfidenceMasks: true,
      }),
    ),
  );

let made = 0;
let lastMade: Promise<unknown> = Promise.resolve();

/** One task is made after the other, because they hand their settings and their module over in global variables. */
function inTurn<Model>(make: () => Promise<Model>): Promise<Model> {
  const mine = lastMade.then(make);
  lastMade = mine.catch(() => undefined);
  return mine;
}

let compiled: (() => Promise<WebAssembly.Module>) | null = null;

/**
 * The library tries the way of older workers first, which in a module's is not there and fails; where addresses of scripts are
 * guarded, even the try is told as a fault. So it fails at once here, and the library goes on by `import()`.
 */
const noOlderWay = (): never => {
  throw new TypeError('A module loads by import()');
};

/** The WebAssembly, fetched and compiled once for both tasks. */
const wasmOf = ({ assets, heard }: ModelSource): Promise<WebAssembly.Module> =>
  (compiled ??= once(async () => {
    const binary = await fetchPart(`${assets}wasm/vision_wasm_module_internal.wasm`, heard);
    return WebAssembly.compile(await binary.arrayBuffer());
  }))();

/**
 * Each task uses up the module factory that the loader script leaves behind, and a module script runs once per address:
 * so every task asks for it under its own.
 */
async function freshFileset(source: ModelSource): Promise<Awaited<ReturnType<typeof FilesetResolver.forVisionTasks>>> {
  const module = await wasmOf(source);
  const settings = {
    // What TensorFlow prints as it starts is no error, as it would be shown.
    printErr: (line: string) => console.debug(line),
    // The loader's own way to the WebAssembly neither asks again nor tells whether anything comes.
    instantiateWasm: (
      imports: WebAssembly.Imports,
      receive: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
    ) => {
      void WebAssembly.instantiate(module, imports).then((instance) => receive(instance, module));
      return {};
    },
  };
  // Settings of the module about to be made.
  Object.assign(self, { Module: settings, importScripts: noOlderWay });
  const fileset = await FilesetResolver.forVisionTasks(`${source.assets}wasm`, true);
  made += 1;
  return { ...fileset, wasmLoaderPath: `${fileset.wasmLoaderPath}?task=${made}` };
}
