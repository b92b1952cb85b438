import type { HostFailure } from '../../tests/support/page-faults';

/** A part of the app that a host does not give when a photo is opened. */
export interface OpeningFault {
  readonly name: string;
  readonly part: RegExp;
  readonly how: HostFailure;
  /** What is said; null: nobody notices anything. */
  readonly says: RegExp | null;
}

const MISSING = /could not be loaded/;
const BY_HAND = /Finding faces does not work/;
const chunk = (name: string): RegExp => new RegExp(`/assets/${name}-[^/]+\\.js$`);

/** Each part of the app, and what is said where it does not come at all. */
const PARTS: readonly (readonly [name: string, part: RegExp, says: RegExp])[] = [
  ['what follows the first screen', chunk('start-editor'), MISSING],
  ['the editor', chunk('editor'), MISSING],
  ['the picture', chunk('create-renderer'), MISSING],
  ['the dots', /\/dots\.bin$/, MISSING],
  ['the detector', chunk('detect-worker'), BY_HAND],
  ['the model of faces', /face_landmarker/, BY_HAND],
  ['the WebAssembly', /\.wasm$/, BY_HAND],
];

export const OPENING_FAULTS: readonly OpeningFault[] = [
  ...(['busy once', 'broken off once', 'gone'] as const).flatMap((how) =>
    PARTS.map(([name, part, says]) => ({ name: `${name}: ${how}`, part, how, says: how === 'gone' ? says : null })),
  ),
  // Without an outline the photo opens.
  { name: 'the model of outlines: silent', part: /selfie_segmenter/, how: 'silent', says: null },
  { name: 'the model of faces: silent', part: /face_landmarker/, how: 'silent', says: BY_HAND },
  { name: 'the WebAssembly: silent', part: /\.wasm$/, how: 'silent', says: BY_HAND },
  { name: 'the dots: silent', part: /\/dots\.bin$/, how: 'silent', says: MISSING },
];
