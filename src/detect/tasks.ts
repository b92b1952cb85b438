import { FaceLandmarker, FilesetResolver, ImageSegmenter } from '@mediapipe/tasks-vision';
import { renewableTask, type Task } from './renewable-task';

/** More people than this in one look are not told apart. */
const MOST_FACES = 8;

/** Every real face tried scores above 0.99, turned, small or dark; a dog that passes for a face at 0.5 scores 0.75. */
const PRESENCE = 0.8;

/** Finds faces and their landmarks. `assets` is the full address of the folder that holds models/ and wasm/. */
export const faceTask = (assets: string): Task<FaceLandmarker> =>
  renewableTask(() =>
    inTurn(async () =>
      FaceLandmarker.createFromOptions(await freshFileset(assets), {
        baseOptions: { modelAssetPath: `${assets}models/face_landmarker.task`, delegate: 'CPU' },
        canvas: new OffscreenCanvas(1, 1),
        runningMode: 'IMAGE',
        numFaces: MOST_FACES,
        minFacePresenceConfidence: PRESENCE,
      }),
    ),
  );

/** Tells the person from the background. */
export const outlineTask = (assets: string): Task<ImageSegmenter> =>
  renewableTask(() =>
    inTurn(async () =>
      ImageSegmenter.createFromOptions(await freshFileset(assets), {
        baseOptions: { modelAssetPath: `${assets}models/selfie_segmenter.tflite`, delegate: 'CPU' },
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

/**
 * Each task uses up the module factory that the loader script leaves behind, and a module script runs once per address:
 * so every task asks for it under its own.
 */
async function freshFileset(assets: string): Promise<Awaited<ReturnType<typeof FilesetResolver.forVisionTasks>>> {
  // Settings of the module about to be made: what TensorFlow prints as it starts is no error, as it would be shown.
  Object.assign(self, { Module: { printErr: (line: string) => console.debug(line) } });
  const fileset = await FilesetResolver.forVisionTasks(`${assets}wasm`, true);
  made += 1;
  return { ...fileset, wasmLoaderPath: `${fileset.wasmLoaderPath}?task=${made}` };
}
