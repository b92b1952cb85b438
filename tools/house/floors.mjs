// THE floors of the house: read by the lint rules (fence.mjs), by `npm run house` and by its test.

/**
 * Which folder of src may import which. `types` are folders it may only `import type` from. The order is that of the
 * floors, from the ground up.
 */
export const FOLDERS = {
  model: { code: [], types: [] },
  load: { code: [], types: [] },
  bytes: { code: ['model'], types: [] },
  heic: { code: ['model'], types: [] },
  codes: { code: ['model', 'bytes'], types: [] },
  detect: { code: ['model', 'load'], types: [] },
  io: { code: ['model', 'load', 'bytes', 'heic'], types: [] },
  keep: { code: ['model', 'load', 'bytes', 'io'], types: [] },
  film: { code: ['model', 'load', 'bytes', 'io'], types: [] },
  render: { code: ['model'], types: [] },
  store: { code: ['model'], types: ['io', 'keep', 'codes'] },
  preview: { code: ['model', 'store'], types: ['io', 'render'] },
  intake: { code: ['model', 'store', 'preview'], types: ['detect', 'io', 'keep', 'film', 'render', 'codes'] },
  commands: { code: ['model', 'load', 'store', 'preview', 'intake'], types: ['io', 'keep', 'film', 'codes'] },
  book: { code: ['model', 'bytes', 'keep', 'store'], types: ['intake', 'commands'] },
  ui: {
    code: ['model', 'load', 'codes', 'store', 'preview', 'intake'],
    types: ['book', 'commands', 'io', 'keep', 'film', 'render'],
  },
};

/**
 * Folders whose rooms stand on floors of their own, from the ground up: a room knows only rooms of lower floors, never its
 * neighbours. `roof` are files directly in the folder: each may know every room and the roof's files before it, and no room knows
 * them.
 */
export const ROOMS = {
  model: {
    floors: [
      ['base', 'maths'],
      ['colour', 'design', 'raster'],
      ['head', 'pigment'],
      ['hairline', 'view'],
      ['density', 'fit', 'photo', 'project'],
      ['dots', 'healed', 'laying', 'measure', 'skin'],
      ['hair', 'occlusion'],
      ['advice', 'overlay'],
    ],
    roof: ['derive', 'facts'],
  },
  ui: {
    floors: [
      ['base', 'words', 'gestures'],
      ['controls', 'canvas'],
      ['know', 'keeping', 'code', 'healed', 'capture'],
      ['finish', 'paper', 'panels', 'placing', 'reveal', 'start', 'designs'],
      ['editor'],
    ],
    roof: ['app'],
  },
};

/** Rooms with more files than this are halls again. */
export const MOST_FILES = 20;

/** A file with more lines than this is several: of code the lint rules say so, of styles and shaders `npm run house`. */
export const MOST_LINES = 400;

/**
 * Packages that only one folder may know.
 */
export const OWNERS = {
  '@mediapipe/tasks-vision': ['detect'],
  'pixi.js': ['render'],
  mediabunny: ['film'],
  react: ['ui'],
  'react-dom': ['ui'],
  'lucide-react': ['ui'],
};
