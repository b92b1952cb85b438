import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ShippedKind, ShippedLicences, ShippedPart } from '../../src/load/shipped-licences.ts';
import { modelsNotice } from '../models/models-notice.ts';
import { packageFile, ROOT } from '../models/packages.ts';
import { packageLicence } from './package-licence.ts';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8').trim();
const kept = (file: string): string => read(`tools/licences/texts/${file}`);
const ofPackage = (name: string): string => readFileSync(packageFile(name, 'LICENSE'), 'utf8').trim();

/**
 * Compiled into the detector's runtime, as the names of files and functions in it tell: Google's package lists none of them. With what
 * each asks to be told.
 */
const IN_THE_DETECTOR: readonly (readonly [
  name: string,
  version: string | null,
  licence: string,
  text: () => string,
])[] = [
  ['TensorFlow Lite, Abseil, FlatBuffers, gemmlowp and ruy', null, 'Apache-2.0', () => ofPackage('flatbuffers')],
  ['OpenCV', '4.13.0', 'Apache-2.0', () => ofPackage('flatbuffers')],
  ['Protocol Buffers', null, 'BSD-3-Clause', () => kept('protocol-buffers.txt')],
  ['XNNPACK', null, 'BSD-3-Clause', () => kept('xnnpack.txt')],
  ['Eigen', '3.4.0', 'MPL-2.0', () => ofPackage('mediabunny')],
  ['Emscripten', null, 'MIT', () => kept('emscripten.txt')],
];

/** What the models are made of; their third package is the detector itself, which is among the libraries. */
const MODELS_FROM = ['@mediapipe/face_mesh', '@mediapipe/selfie_segmentation'];

/** Notices that go with a package's licence. */
const NOTICES: Readonly<Partial<Record<string, () => string>>> = {
  mediabunny: () => read('assets/film-notice.txt'),
  'zxing-wasm': () => `${kept('zxing-cpp.txt')}\n\n${ofPackage('flatbuffers')}`,
};

/** What each file of assets/ is told under; one that is told nowhere may not be shipped. */
const TOLD_UNDER: readonly (readonly [files: RegExp, kind: ShippedKind])[] = [
  [/^(dots\.bin|icon\.svg|manifest\.webmanifest|install\/[^/]+\.(png|jpg))$/, 'own'],
  [/^film-notice\.txt$/, 'library'],
  [/^wasm\/vision_wasm_module_internal\.(js|wasm)$/, 'detector'],
  [/^models\/(LICENSE\.txt|face_landmarker\.task|selfie_segmenter\.tflite)$/, 'models'],
  [/^samples\/(LICENSE\.md|[a-z-]+\.jpg)$/, 'samples'],
];

/** Under what a file of assets/ is told, by its path from there; null: nowhere. */
export const toldUnder = (file: string): ShippedKind | null =>
  TOLD_UNDER.find(([files]) => files.test(file))?.[1] ?? null;

/** The licences of all that is shipped: the app, what its script is bundled from, the detector, its models, and the samples. */
export function shippedLicences(packages: Iterable<string>): ShippedLicences {
  const texts: string[] = [];
  const placeOf = (text: string): number => {
    const at = texts.indexOf(text);
    return at === -1 ? texts.push(text) - 1 : at;
  };
  const part = (
    kind: ShippedKind,
    told: Omit<ShippedPart, 'kind' | 'texts'>,
    ...its: readonly string[]
  ): ShippedPart => ({ kind, ...told, texts: its.map(placeOf) });
  const { name, version, license } = JSON.parse(read('package.json')) as {
    readonly name: string;
    readonly version: string;
    readonly license: string;
  };
  const library = (from: string): ShippedPart => {
    const { text, ...told } = packageLicence(from);
    const notice = NOTICES[from]?.();
    return part('library', told, ...(notice === undefined ? [] : [notice]), text);
  };
  /** The notice of the models ends with their licence. */
  const model = (from: string): ShippedPart => {
    const { name: its, version: of, licence } = packageLicence(from);
    return part('models', { name: its, version: of, licence }, modelsNotice().trim());
  };
  const parts = [
    part('own', { name, version, licence: license }, read('LICENSE')),
    ...[...packages].map(library),
    ...IN_THE_DETECTOR.map(([inside, its, licence, text]) =>
      part('detector', { name: inside, version: its, licence }, text()),
    ),
    ...MODELS_FROM.map(model),
    part(
      'samples',
      { name: 'samples', version: null, licence: 'CC0-1.0' },
      read('assets/samples/LICENSE.md'),
      kept('cc0-1.0.txt'),
    ),
  ];
  return { parts, texts };
}
