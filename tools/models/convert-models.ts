import { readFileSync } from 'node:fs';
import { packedAsset } from './face-mesh-package';
import { packageFile } from './packages';
import { rewriteTflite } from './rewrite-tflite';
import { storedZip } from './stored-zip';

/** 478 points × 3: the landmark graph wants ten points for the irises, which this model does not know. */
const LANDMARK_FLOATS = 1434;

/** The face detector, landmarker and canonical face in the bundle that FaceLandmarker loads. Irises are zeros. */
export function faceLandmarkerTask(): Uint8Array {
  const detector = rewriteTflite(packedAsset('face_detection_short_range.tflite'), {
    name: 'BlazeFace',
    mean: 127.5,
    std: 127.5,
  });
  const landmarks = rewriteTflite(
    packedAsset('face_landmark.tflite'),
    { name: 'FaceMesh', mean: 0, std: 255 },
    LANDMARK_FLOATS,
  );
  return storedZip([
    ['face_detector.tflite', detector],
    ['face_landmarks_detector.tflite', landmarks],
    ['geometry_pipeline_metadata_landmarks.binarypb', packedAsset('geometry_pipeline_metadata_landmarks.binarypb')],
  ]);
}

/** The model that ImageSegmenter loads: 256×256 pixels, how much each belongs to a person. */
export function selfieSegmenter(): Uint8Array {
  const model = readFileSync(packageFile('@mediapipe/selfie_segmentation', 'selfie_segmentation.tflite'));
  return rewriteTflite(model, { name: 'SelfieSegmentation', mean: 0, std: 255 });
}
