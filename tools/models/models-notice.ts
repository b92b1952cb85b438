import { readFileSync } from 'node:fs';
import { packageFile, packageVersion } from './packages.ts';

/** What the licence of the models and of the detector's runtime asks to be shipped with them. */
export function modelsNotice(): string {
  const version = (name: string): string => `${name} ${packageVersion(name)}`;
  return `The files in this folder and in ../wasm come from MediaPipe, Copyright The MediaPipe Authors, and are licensed
under the Apache License, Version 2.0, whose text follows.

../wasm
  unchanged from the npm package ${version('@mediapipe/tasks-vision')}
face_landmarker.task
  made from the weights and the canonical face model in the npm package ${version('@mediapipe/face_mesh')}.
  Changed: metadata was added, and the landmark model's output is lengthened with zeros; the weights are as they were.
selfie_segmenter.tflite
  made from the npm package ${version('@mediapipe/selfie_segmentation')}. Changed: metadata was added.

${licenceText()}`;
}

/** MediaPipe's packages name the licence but do not carry its text; this one does. */
const licenceText = (): string => readFileSync(packageFile('flatbuffers', 'LICENSE'), 'utf8');
