import { FaceLandmarker, FilesetResolver, ImageSegmenter } from '@mediapipe/tasks-vision';

/** More people than this in one look are not told apart. */
const MOST_FACES = 8;

/** Every real face tried scores above 0.99, turned, small or dark; a dog that passes for a face at 0.5 scores 0.75. */
const PRESENCE = 0.8;

/** A MediaPipe task that is made when first needed, and made anew once when it throws. */
export interface Task<Model> {
  load(): Promise<void>;
  /** Runs the model; throws where it fails twice. */
  run<Answer>(question: (model: Model) => Answer): Promise<Answer>;
}

/** Finds faces and their landmarks. `assets` is the full address of the folder that holds models/ and wasm/. */
export const faceTask = (assets: string): Task<FaceLandmarker> =>
  renewable(async () =>
    FaceLandmarker.createFromOptions(await freshFileset(assets), {
      baseOptions: { modelAssetPath: `${assets}models/face_landmarker.task`, delegate: 'CPU' },
      canvas: new OffscreenCanvas(1, 1),
      runningMode: 'IMAGE',
      numFaces: MOST_FACES,
      minFacePresenceConfidence: PRESENCE,
    }),
  );

/** Tells the person from the background. */
export const outlineTask = (assets: string): Task<ImageSegmenter> =>
  renewable(async () =>
    ImageSegmenter.createFromOptions(await freshFileset(assets), {
      baseOptions: { modelAssetPath: `${assets}models/selfie_segmenter.tflite`, delegate: 'CPU' },
      canvas: new OffscreenCanvas(1, 1),
      runningMode: 'IMAGE',
      outputCategoryMask: false,
      outputConfidenceMasks: true,
    }),
  );

let made = 0;

/**
 * Each task uses up the module factory that the loader script leaves behind, and a module script runs once per address:
 * so every task asks for it under its own.
 */
async function freshFileset(assets: string): Promise<Awaited<ReturnType<typeof FilesetResolver.forVisionTasks>>> {
  const fileset = await FilesetResolver.forVisionTasks(`${assets}wasm`, true);
  made += 1;
  return { ...fileset, wasmLoaderPath: `${fileset.wasmLoaderPath}?task=${made}` };
}

function renewable<Model extends { close(): void }>(make: () => Promise<Model>): Task<Model> {
  let model: Promise<Model> | null = null;
  const load = (): Promise<Model> => (model ??= make());
  const discard = async (): Promise<void> => {
    const broken = model;
    model = null;
    // A broken task may also fail to close; it is given up either way.
    await broken?.then((it) => it.close()).catch(() => undefined);
  };
  return {
    load: async () => {
      await load().catch(async (error: unknown) => {
        await discard();
        throw error;
      });
    },
    run: async (question) => {
      try {
        return question(await load());
      } catch {
        await discard();
      }
      try {
        return question(await load());
      } catch (error) {
        await discard();
        throw error;
      }
    },
  };
}
