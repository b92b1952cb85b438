import type { StoredReading } from '~/model/project/project';
import { LANDMARKS } from '~/model/view/head-reading';
import type { HeadReading } from '~/model/view/head-reading';
import { fromBase64, toBase64 } from '~/bytes/base64';

const LANDMARK_VALUES = LANDMARKS * 3;
/** Landmarks may lie outside the photo, but not without end. Working px. */
const FARTHEST_PX = 1e5;

export function storeReading({ photo, face, outline, focalPx, light }: HeadReading): StoredReading {
  return {
    photo,
    landmarks: face === null ? null : toBase64(littleEndian(face.landmarksPx)),
    box: face === null ? null : face.box,
    outline: outline === null ? null : { ...outline, confidence: toBase64(outline.confidence) },
    focalPx,
    light: light === undefined ? null : { ...light, light: toBase64(light.light) },
  };
}

/** null: the base64 in it is broken, or is not what it should be. */
export function restoreReading(stored: StoredReading): HeadReading | null {
  const { photo, landmarks, box, outline, focalPx, light } = stored;
  const landmarksPx = landmarks === null ? null : floats(landmarks);
  if ((landmarks === null) !== (box === null) || (landmarks !== null && landmarksPx === null)) return null;
  const confidence = outline === null ? null : fromBase64(outline.confidence);
  if (outline !== null && confidence?.length !== outline.columns * outline.rows) return null;
  const brightness = light === null ? null : fromBase64(light.light);
  if (light !== null && brightness?.length !== light.columns * light.rows) return null;
  return {
    photo,
    face: landmarksPx === null || box === null ? null : { landmarksPx, box },
    outline: outline === null || confidence === null ? null : { ...outline, confidence },
    focalPx,
    ...(light !== null && brightness !== null && { light: { ...light, light: brightness } }),
  };
}

function littleEndian(values: Float32Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.length * 4));
  values.forEach((value, at) => {
    view.setFloat32(at * 4, value, true);
  });
  return new Uint8Array(view.buffer);
}

function floats(base64: string): Float32Array | null {
  const bytes = fromBase64(base64);
  if (bytes?.length !== LANDMARK_VALUES * 4) return null;
  const view = new DataView(bytes.buffer);
  const values = Float32Array.from({ length: LANDMARK_VALUES }, (_, at) => view.getFloat32(at * 4, true));
  return values.every((value) => Math.abs(value) <= FARTHEST_PX) ? values : null;
}
