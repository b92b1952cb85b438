import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { canonicalFaceMm } from '../../tools/models/canonical-face';
import { faceLandmarkerTask, selfieSegmenter } from '../../tools/models/convert-models';
import { packedAsset } from '../../tools/models/face-mesh-package';
import { FlatTable } from '../../tools/models/flat-table';
import { storedZip } from '../../tools/models/stored-zip';
import * as schema from '../../tools/models/tflite-schema';

interface Entry {
  readonly name: string;
  readonly start: number;
  readonly bytes: Buffer;
  readonly checksum: number;
}

/** Reads a zip as its directory tells it, and checks that the local headers agree. */
function entriesOf(zip: Buffer): Entry[] {
  const end = zip.length - 22;
  expect(zip.readUInt32LE(end)).toBe(0x06054b50);
  const entries: Entry[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let i = 0; i < zip.readUInt16LE(end + 10); i += 1) {
    expect(zip.readUInt32LE(at)).toBe(0x02014b50);
    expect(zip.readUInt16LE(at + 10), 'stored, not compressed').toBe(0);
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const local = zip.readUInt32LE(at + 42);
    expect(zip.readUInt32LE(local)).toBe(0x04034b50);
    expect(zip.toString('utf8', local + 30, local + 30 + nameLength)).toBe(name);
    expect(zip.readUInt32LE(local + 14)).toBe(zip.readUInt32LE(at + 16));
    expect(zip.readUInt32LE(local + 22)).toBe(zip.readUInt32LE(at + 24));
    const start = local + 30 + nameLength + zip.readUInt16LE(local + 28);
    const bytes = zip.subarray(start, start + zip.readUInt32LE(at + 24));
    entries.push({ name, start, bytes, checksum: zip.readUInt32LE(at + 16) });
    at += 46 + nameLength + zip.readUInt16LE(at + 30);
  }
  expect(at, 'the directory ends where the end record starts').toBe(end);
  return entries;
}

function metadataOf(model: FlatTable): FlatTable {
  const entry = model.tables(schema.MODEL.metadata).find((it) => it.text(0) === 'TFLITE_METADATA');
  const buffer = model.tables(schema.MODEL.buffers).at(entry?.uint32(schema.NAMED_BUFFER.buffer) ?? -1);
  const bytes = buffer?.data(schema.BUFFER.data) ?? new Uint8Array();
  expect(Buffer.from(bytes.subarray(4, 8)).toString()).toBe('M001');
  return FlatTable.root(bytes);
}

/** (byte − mean) / std, as the Tasks runtime reads it from the metadata. */
function normalizationOf(model: FlatTable): { mean: number[]; std: number[] } {
  const graph = metadataOf(model).tables(schema.MODEL_METADATA.subgraphs).at(0);
  const input = graph?.tables(schema.SUBGRAPH_METADATA.inputs).at(0);
  const unit = input?.tables(schema.TENSOR_METADATA.processUnits).at(0);
  const options = unit?.table(schema.PROCESS_UNIT.options);
  return {
    mean: options?.floats(schema.NORMALIZATION.mean) ?? [],
    std: options?.floats(schema.NORMALIZATION.std) ?? [],
  };
}

function tensorShapes(model: FlatTable, of: 'inputs' | 'outputs'): number[][] {
  const graph = model.tables(schema.MODEL.subgraphs)[0];
  const tensors = graph.tables(schema.SUBGRAPH.tensors);
  return graph.ints(schema.SUBGRAPH[of]).map((index) => tensors[index].ints(schema.TENSOR.shape));
}

const modelIn = (task: Uint8Array, name: string): Buffer => {
  const entry = entriesOf(Buffer.from(task)).find((it) => it.name === name);
  if (entry === undefined) throw new Error(`${name} is not in the bundle`);
  return entry.bytes;
};

describe('the face landmarker bundle', () => {
  const task = faceLandmarkerTask();

  it('is a stored zip whose files start at multiples of 64 and have their checksums', () => {
    const entries = entriesOf(Buffer.from(task));
    expect(entries.map(({ name }) => name)).toEqual([
      'face_detector.tflite',
      'face_landmarks_detector.tflite',
      'geometry_pipeline_metadata_landmarks.binarypb',
    ]);
    for (const { start, bytes, checksum } of entries) {
      expect(start % 64).toBe(0);
      expect(checksum).toBe(crc32(bytes));
    }
  });

  it('holds the weights of the package as they are, where they are aligned', () => {
    for (const [name, asset] of [
      ['face_detector.tflite', 'face_detection_short_range.tflite'],
      ['face_landmarks_detector.tflite', 'face_landmark.tflite'],
    ]) {
      const model = modelIn(task, name);
      const old = packedAsset(asset);
      expect(model.subarray(4, 8).toString()).toBe('TFL3');
      expect(model.indexOf(old)).toBeGreaterThan(0);
      expect(model.indexOf(old) % 16).toBe(0);
    }
  });

  it('makes the 1404 landmark numbers 1434 with zeros at the end, and keeps the other outputs', () => {
    const model = FlatTable.root(modelIn(task, 'face_landmarks_detector.tflite'));
    const old = FlatTable.root(packedAsset('face_landmark.tflite'));
    const [landmarks, ...others] = tensorShapes(model, 'outputs');
    expect(tensorShapes(old, 'outputs')[0]).toEqual([1, 1, 1, 1404]);
    expect(landmarks).toEqual([1, 1, 1, 1434]);
    expect(others).toEqual(tensorShapes(old, 'outputs').slice(1));
    expect(tensorShapes(model, 'inputs')).toEqual([[1, 192, 192, 3]]);

    const graph = model.tables(schema.MODEL.subgraphs)[0];
    const operators = graph.tables(schema.SUBGRAPH.operators);
    const pad = operators[operators.length - 1];
    const [from, paddings] = pad.ints(schema.OPERATOR.inputs);
    const tensors = graph.tables(schema.SUBGRAPH.tensors);
    const code = model.tables(schema.MODEL.operatorCodes)[pad.uint32(schema.OPERATOR.opcodeIndex)];
    const amounts = model.tables(schema.MODEL.buffers)[tensors[paddings].uint32(schema.TENSOR.buffer)];
    expect(code.int8(schema.OPERATOR_CODE.deprecatedBuiltinCode)).toBe(schema.PAD);
    expect(tensors[from].ints(schema.TENSOR.shape)).toEqual([1, 1, 1, 1404]);
    expect([...new Int32Array(Uint8Array.from(amounts.data(schema.BUFFER.data)).buffer)]).toEqual([
      0, 0, 0, 0, 0, 0, 0, 30,
    ]);
  });

  it('says how pictures are normalised', () => {
    const landmarks = FlatTable.root(modelIn(task, 'face_landmarks_detector.tflite'));
    const detector = FlatTable.root(modelIn(task, 'face_detector.tflite'));
    expect(normalizationOf(landmarks)).toEqual({ mean: [0], std: [255] });
    expect(normalizationOf(detector)).toEqual({ mean: [127.5], std: [127.5] });
  });

  it('is the same bytes when made again', () => {
    expect(crc32(faceLandmarkerTask())).toBe(crc32(task));
  });
});

describe('the segmenter', () => {
  it('takes and gives 256×256 and says how pictures are normalised', () => {
    const bytes = selfieSegmenter();
    const model = FlatTable.root(bytes);
    expect(tensorShapes(model, 'inputs')).toEqual([[1, 256, 256, 3]]);
    expect(tensorShapes(model, 'outputs')).toEqual([[1, 256, 256, 1]]);
    expect(normalizationOf(model)).toEqual({ mean: [0], std: [255] });
    expect(crc32(selfieSegmenter())).toBe(crc32(bytes));
  });
});

describe('storedZip', () => {
  it('aligns and keeps files of any length', () => {
    const files = [0, 1, 33, 63, 64, 65, 200].map(
      (length, i) => [`${'n'.repeat(i)}.bin`, Buffer.alloc(length, i)] as const,
    );
    const entries = entriesOf(storedZip(files));
    expect(entries.map(({ name, bytes }) => [name, bytes])).toEqual(files);
    expect(entries.every(({ start }) => start % 64 === 0)).toBe(true);
    expect(entries.every(({ bytes, checksum }) => crc32(bytes) === checksum)).toBe(true);
  });
});

describe('the canonical face', () => {
  const face = canonicalFaceMm();
  const vertex = (i: number): number[] => face.slice(3 * i, 3 * i + 3);

  it('has 468 points in the head frame, mm', () => {
    expect(face).toHaveLength(3 * 468);
    const glabella = vertex(9);
    [0, 48.86, 53.853].forEach((value, i) => expect(glabella[i]).toBeCloseTo(value, 3));
    // Nose tip (the notes on the rendered heads), and the chin below it.
    [0, -11.3, 74.8].forEach((value, i) => expect(vertex(1)[i]).toBeCloseTo(value, 1));
    expect(vertex(152)[1]).toBeLessThan(-90);
  });

  it('is the same on both sides, the subject’s left at positive x', () => {
    for (const [right, left] of [
      [234, 454],
      [33, 263],
      [127, 356],
    ]) {
      const [x, y, z] = vertex(left);
      expect(x).toBeGreaterThan(0);
      expect(vertex(right)).toEqual([-x, y, z]);
    }
  });
});
