import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { canonicalFaceMm } from './canonical-face';
import { faceLandmarkerTask, selfieSegmenter } from './convert-models';
import { WASM_FILES } from './model-files';
import { modelsNotice } from './models-notice';
import { packageFile, ROOT } from './packages';

/** Writes the models, the detector's runtime and the canonical face (mm, head frame) from the installed packages. */
export async function makeModels(): Promise<void> {
  await mkdir(`${ROOT}assets/models`, { recursive: true });
  await mkdir(`${ROOT}assets/wasm`, { recursive: true });
  await writeFile(`${ROOT}assets/models/face_landmarker.task`, faceLandmarkerTask());
  await writeFile(`${ROOT}assets/models/selfie_segmenter.tflite`, selfieSegmenter());
  await writeFile(`${ROOT}assets/models/LICENSE.txt`, modelsNotice());
  for (const file of WASM_FILES) {
    await copyFile(packageFile('@mediapipe/tasks-vision', `wasm/${file}`), `${ROOT}assets/wasm/${file}`);
  }
  await writeFile(
    `${ROOT}src/model/head/canonical-face.json`,
    `${JSON.stringify({ verticesMm: canonicalFaceMm() })}\n`,
  );
}
