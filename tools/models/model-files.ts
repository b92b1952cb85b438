/** The loader that a module worker imports, and its binary. There is no module build without SIMD; WebGL2 browsers have it. */
export const WASM_FILES = ['vision_wasm_module_internal.js', 'vision_wasm_module_internal.wasm'];

/** What the models are made from. */
export const MODEL_PACKAGES = [
  '@mediapipe/face_mesh',
  '@mediapipe/selfie_segmentation',
  '@mediapipe/tasks-vision',
  'flatbuffers',
];

/** What make-models writes. */
export const MODEL_FILES = [
  'assets/models/face_landmarker.task',
  'assets/models/selfie_segmenter.tflite',
  'assets/models/LICENSE.txt',
  ...WASM_FILES.map((file) => `assets/wasm/${file}`),
  'src/model/head/canonical-face.json',
];
