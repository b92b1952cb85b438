import { Builder } from 'flatbuffers';
import { writeFloats, writeOffsets, writeTable } from './flat-builder';
import * as schema from './tflite-schema';

/** What the Tasks graphs insist on being told about a model that takes a picture: (byte − mean) / std is its input. */
export interface ImageModel {
  readonly name: string;
  readonly mean: number;
  readonly std: number;
}

/** The metadata file ('M001') that goes into a TFLite file under the name TFLITE_METADATA. */
export function modelMetadata(model: ImageModel, outputs: number): Uint8Array {
  const builder = new Builder(1024);
  const mean = writeFloats(builder, [model.mean]);
  const std = writeFloats(builder, [model.std]);
  const normalization = writeTable(builder, [
    [schema.NORMALIZATION.mean, 'offset', mean],
    [schema.NORMALIZATION.std, 'offset', std],
  ]);
  const unit = writeTable(builder, [
    [schema.PROCESS_UNIT.optionsType, 'int8', schema.NORMALIZATION_OPTIONS],
    [schema.PROCESS_UNIT.options, 'offset', normalization],
  ]);
  const units = writeOffsets(builder, [unit]);
  const image = writeTable(builder, [[schema.IMAGE.colorSpace, 'int8', schema.RGB]]);
  const content = writeTable(builder, [
    [schema.CONTENT.propertiesType, 'int8', schema.IMAGE_PROPERTIES],
    [schema.CONTENT.properties, 'offset', image],
  ]);
  const inputName = builder.createString('image');
  const input = writeTable(builder, [
    [schema.TENSOR_METADATA.name, 'offset', inputName],
    [schema.TENSOR_METADATA.content, 'offset', content],
    [schema.TENSOR_METADATA.processUnits, 'offset', units],
  ]);
  const outputTables = Array.from({ length: outputs }, (_, i) => {
    const name = builder.createString(`out${i}`);
    return writeTable(builder, [[schema.TENSOR_METADATA.name, 'offset', name]]);
  });
  const inputVector = writeOffsets(builder, [input]);
  const outputVector = writeOffsets(builder, outputTables);
  const subgraph = writeTable(builder, [
    [schema.SUBGRAPH_METADATA.inputs, 'offset', inputVector],
    [schema.SUBGRAPH_METADATA.outputs, 'offset', outputVector],
  ]);
  const subgraphs = writeOffsets(builder, [subgraph]);
  const name = builder.createString(model.name);
  const parserVersion = builder.createString('1.0.0');
  const root = writeTable(builder, [
    [schema.MODEL_METADATA.name, 'offset', name],
    [schema.MODEL_METADATA.subgraphs, 'offset', subgraphs],
    [schema.MODEL_METADATA.parserVersion, 'offset', parserVersion],
  ]);
  builder.finish(root, 'M001');
  return builder.asUint8Array();
}
