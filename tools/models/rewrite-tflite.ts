import { Builder, type Offset } from 'flatbuffers';
import { FlatTable } from './flat-table';
import { writeAlignedBytes, writeInts, writeOffsets, writeTable } from './flat-builder';
import { modelMetadata, type ImageModel } from './model-metadata';
import * as schema from './tflite-schema';

/**
 * A TFLite model with the metadata that MediaPipe Tasks needs; `padOutputTo` lengthens its first output with zeros.
 *
 * Offsets in a flatbuffer only point forward, so a new root is put in front of the old file, whose bytes stay as they
 * are: the new tables point into them.
 */
export function rewriteTflite(
  model: Uint8Array,
  description: ImageModel,
  padOutputTo: number | null = null,
): Uint8Array {
  const builder = new Builder(model.length + 65_536);
  // Builder counts from the end of the file: an old position p is `base − p` from there. 4: the vector's length.
  const base = writeAlignedBytes(builder, model) - 4;
  const kept = (table: FlatTable): Offset => base - table.at;
  const old = FlatTable.root(model);
  const graph = old.tables(schema.MODEL.subgraphs).at(0);
  if (graph === undefined) throw new Error(`${description.name}: no graph in the model`);

  const buffers = old.tables(schema.MODEL.buffers).map(kept);
  const addBuffer = (bytes: Uint8Array): number => {
    const data = writeAlignedBytes(builder, bytes);
    return buffers.push(writeTable(builder, [[schema.BUFFER.data, 'offset', data]])) - 1;
  };

  const subgraph =
    padOutputTo === null ? kept(graph) : writePaddedGraph(builder, kept, old, graph, padOutputTo, addBuffer);
  const outputs = graph.ints(schema.SUBGRAPH.outputs).length;
  const metadataBuffer = addBuffer(modelMetadata(description, outputs));
  const metadataName = builder.createString('TFLITE_METADATA');
  const metadataEntry = writeTable(builder, [
    [schema.NAMED_BUFFER.name, 'offset', metadataName],
    [schema.NAMED_BUFFER.buffer, 'int32', metadataBuffer],
  ]);

  const metadata = writeOffsets(builder, [...old.tables(schema.MODEL.metadata).map(kept), metadataEntry]);
  const bufferVector = writeOffsets(builder, buffers);
  const operatorCodes = writeOffsets(builder, old.tables(schema.MODEL.operatorCodes).map(kept));
  const subgraphs = writeOffsets(builder, [subgraph]);
  const name = builder.createString(description.name);
  const root = writeTable(builder, [
    [schema.MODEL.version, 'int32', old.uint32(schema.MODEL.version)],
    [schema.MODEL.operatorCodes, 'offset', operatorCodes],
    [schema.MODEL.subgraphs, 'offset', subgraphs],
    [schema.MODEL.description, 'offset', name],
    [schema.MODEL.buffers, 'offset', bufferVector],
    [schema.MODEL.metadata, 'offset', metadata],
  ]);
  builder.finish(root, 'TFL3');
  return builder.asUint8Array();
}

/** The graph with one more operator, a PAD with zeros at the end of output 0 (shape 1×1×1×n becomes 1×1×1×length). */
function writePaddedGraph(
  builder: Builder,
  kept: (table: FlatTable) => Offset,
  model: FlatTable,
  graph: FlatTable,
  length: number,
  addBuffer: (bytes: Uint8Array) => number,
): Offset {
  const tensors = graph.tables(schema.SUBGRAPH.tensors);
  const [output, ...otherOutputs] = graph.ints(schema.SUBGRAPH.outputs);
  const shape = tensors[output].ints(schema.TENSOR.shape);
  const missing = length - (shape.at(-1) ?? length);
  const padCode = model
    .tables(schema.MODEL.operatorCodes)
    .findIndex((code) => code.int8(schema.OPERATOR_CODE.deprecatedBuiltinCode) === schema.PAD);
  if (shape.length !== 4 || missing <= 0 || padCode < 0) throw new Error('The model cannot be padded as it once was');

  const writeTensor = (name: string, tensorShape: readonly number[], type: number, buffer: number): Offset => {
    const shapeVector = writeInts(builder, tensorShape);
    const nameText = builder.createString(name);
    return writeTable(builder, [
      [schema.TENSOR.shape, 'offset', shapeVector],
      [schema.TENSOR.type, 'int8', type],
      [schema.TENSOR.buffer, 'int32', buffer],
      [schema.TENSOR.name, 'offset', nameText],
    ]);
  };
  const paddings = addBuffer(new Uint8Array(new Int32Array([0, 0, 0, 0, 0, 0, 0, missing]).buffer));
  const paddingsTensor = writeTensor('paddings', [4, 2], schema.INT32, paddings);
  const paddedTensor = writeTensor('padded', [...shape.slice(0, -1), length], schema.FLOAT32, 0);
  const paddingsIndex = tensors.length;
  const paddedIndex = tensors.length + 1;

  const inputs = writeInts(builder, [output, paddingsIndex]);
  const outputs = writeInts(builder, [paddedIndex]);
  const options = writeTable(builder, []);
  const pad = writeTable(builder, [
    [schema.OPERATOR.opcodeIndex, 'int32', padCode],
    [schema.OPERATOR.inputs, 'offset', inputs],
    [schema.OPERATOR.outputs, 'offset', outputs],
    [schema.OPERATOR.optionsType, 'int8', schema.PAD_OPTIONS],
    [schema.OPERATOR.options, 'offset', options],
  ]);

  const operators = writeOffsets(builder, [...graph.tables(schema.SUBGRAPH.operators).map(kept), pad]);
  const tensorVector = writeOffsets(builder, [...tensors.map(kept), paddingsTensor, paddedTensor]);
  const graphInputs = writeInts(builder, graph.ints(schema.SUBGRAPH.inputs));
  const graphOutputs = writeInts(builder, [paddedIndex, ...otherOutputs]);
  const name = builder.createString('main');
  return writeTable(builder, [
    [schema.SUBGRAPH.tensors, 'offset', tensorVector],
    [schema.SUBGRAPH.inputs, 'offset', graphInputs],
    [schema.SUBGRAPH.outputs, 'offset', graphOutputs],
    [schema.SUBGRAPH.operators, 'offset', operators],
    [schema.SUBGRAPH.name, 'offset', name],
  ]);
}
