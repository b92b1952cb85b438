import { packedAsset } from './face-mesh-package';

export const FACE_VERTICES = 468;
/** x, y, z, u, v of a vertex. */
const FLOATS_PER_VERTEX = 5;
const MM_PER_CM = 10;

/**
 * MediaPipe's canonical face in the head frame: 3 × 468 mm, rounded to 1 µm. The metadata file is a protocol buffer
 * (mediapipe/modules/face_geometry/protos): its field 1 is the mesh, whose field 3 repeats the floats of the vertices
 * in centimetres; axes are those of our head frame already.
 */
export function canonicalFaceMm(
  metadata: Uint8Array = packedAsset('geometry_pipeline_metadata_landmarks.binarypb'),
): number[] {
  const mesh = fields(metadata).find(({ number }) => number === 1)?.bytes;
  if (mesh === undefined) throw new Error('canonical face: no mesh in the metadata');
  const floats = fields(mesh)
    .filter(({ number }) => number === 3)
    .flatMap(({ bytes }) => toFloats(bytes));
  if (floats.length !== FACE_VERTICES * FLOATS_PER_VERTEX) throw new Error(`canonical face: ${floats.length} floats`);
  return floats.filter((_, i) => i % FLOATS_PER_VERTEX < 3).map((cm) => Math.round(cm * MM_PER_CM * 1000) / 1000);
}

interface Field {
  readonly number: number;
  readonly bytes: Uint8Array;
}

/** Splits a protocol-buffer message; varint fields (the index list) come out without bytes. */
function fields(message: Uint8Array): Field[] {
  const found: Field[] = [];
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = message[at++] ?? 0;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
    throw new Error('canonical face: not a protocol buffer');
  };
  while (at < message.length) {
    const tag = varint();
    const wire = tag & 7;
    if (wire === 0) varint();
    else if (wire === 2 || wire === 5) {
      const length = wire === 5 ? 4 : varint();
      found.push({ number: tag >> 3, bytes: message.subarray(at, at + length) });
      at += length;
    } else throw new Error(`canonical face: wire type ${wire}`);
  }
  return found;
}

/** One float, or a packed run of them. */
function toFloats(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.byteLength / 4 }, (_, i) => view.getFloat32(4 * i, true));
}
