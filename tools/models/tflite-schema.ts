/**
 * The numbers of the fields that we touch, from tensorflow/compiler/mlir/lite/schema/schema.fbs (files 'TFL3') and
 * tensorflow/lite/support metadata_schema.fbs (files 'M001').
 */
export const MODEL = { version: 0, operatorCodes: 1, subgraphs: 2, description: 3, buffers: 4, metadata: 6 } as const;
export const SUBGRAPH = { tensors: 0, inputs: 1, outputs: 2, operators: 3, name: 4 } as const;
export const TENSOR = { shape: 0, type: 1, buffer: 2, name: 3 } as const;
export const OPERATOR = { opcodeIndex: 0, inputs: 1, outputs: 2, optionsType: 3, options: 4 } as const;
export const OPERATOR_CODE = { deprecatedBuiltinCode: 0 } as const;
export const BUFFER = { data: 0 } as const;
export const NAMED_BUFFER = { name: 0, buffer: 1 } as const;

/** TensorType, BuiltinOperator, BuiltinOptions. */
export const FLOAT32 = 0;
export const INT32 = 2;
export const PAD = 34;
export const PAD_OPTIONS = 22;

export const MODEL_METADATA = { name: 0, subgraphs: 3, parserVersion: 7 } as const;
export const SUBGRAPH_METADATA = { inputs: 2, outputs: 3 } as const;
export const TENSOR_METADATA = { name: 0, content: 3, processUnits: 4 } as const;
export const PROCESS_UNIT = { optionsType: 0, options: 1 } as const;
export const NORMALIZATION = { mean: 0, std: 1 } as const;
export const CONTENT = { propertiesType: 0, properties: 1 } as const;
export const IMAGE = { colorSpace: 0 } as const;
export const NORMALIZATION_OPTIONS = 1;
export const IMAGE_PROPERTIES = 2;
export const RGB = 1;
