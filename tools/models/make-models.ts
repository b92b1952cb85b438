import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { canonicalFaceMm } from './canonical-face';
import { faceLandmarkerTask, selfieSegmenter } from './convert-models';
import { modelsNotice } from './models-notice';
import { packageFile, ROOT } from './packages';

/** The loader that a module worker imports, and its binary. There is no module build without SIMD; WebGL2 browsers have it. */
const WASM = ['vision_wasm_module_internal.js', 'vision_wasm_module_internal.wasm'];

export const MODEL_PACKAGES = [
  '@mediapipe/face_mesh',
  '@mediapipe/selfie_segmentation',
  '@mediapipe/tasks-vision',
  'flatbuffers',
];

export const MODEL_FILES = [
  'assets/models/face_landmarker.task',
  'assets/models/selfie_segmenter.tflite',
  'assets/models/LICENSE.txt',
  ...WASM.map((file) => `assets/wasm/${file}`),
  'src/model/canonical-face.json',
];

/** Writes the models, the detector's runtime and the canonical face (mm, head frame) from the installed packages. */
export async function makeModels(): Promise<void> {
  await mkdir(`${ROOT}assets/models`, { recursive: true });
  await mkdir(`${ROOT}assets/wasm`, { recursive: true });
  await writeFile(`${ROOT}assets/models/face_landmarker.task`, faceLandmarkerTask());
  await writeFile(`${ROOT}assets/models/selfie_segmenter.tflite`, selfieSegmenter());
  await writeFile(`${ROOT}assets/models/LICENSE.txt`, modelsNotice());
  for (const file of WASM) {
    await copyFile(packageFile('@mediapipe/tasks-vision', `wasm/${file}`), `${ROOT}assets/wasm/${file}`);
  }
  await writeFile(`${ROOT}src/model/canonical-face.json`, `${JSON.stringify({ verticesMm: canonicalFaceMm() })}\n`);
}
