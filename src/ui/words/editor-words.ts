import type { HeadView } from '~/model/laying/view-priors';
import type { HandTool, Panel } from '~/store/app-state';
import type { ChoiceText } from './choice-words';
import { designTitle } from './notice-words';

export const PANEL_NAMES: Readonly<Record<Panel, string>> = {
  hairline: 'Hairline',
  density: 'Density',
  pigment: 'Pigment',
  time: 'Time',
  photo: 'Photo',
};

/** The frame around the sections: bars, buttons on the picture, names of its regions. */
export const EDITOR = {
  /** In place of the screen, where a browser prints before the plan is there. */
  planNotYet:
    'The plan for the printer is being made. Close this preview: the plan comes up, and is printed by itself as soon as its pictures are there.',
  noPlan: 'There is no plan to print yet: first the head has to be found in the photo.',
  title: 'Your design',
  picture: 'Picture',
  before: 'Before',
  onlyPencil: 'Only the pencil',
  settings: 'Settings',
  sections: 'Sections',
} as const;

export const TOP_BAR = {
  name: 'Your work',
  keys: 'Keys',
  keysTip: 'Keys (?)',
  newPhoto: 'New photo',
  openProject: 'Open project',
  saveProject: 'Save project',
  savePicture: 'Save picture',
  saveJpeg: 'Save as JPEG',
  jpeg: 'JPEG',
} as const;

/** Designs of one head, beside each other. */
export const DESIGNS = {
  name: 'Designs',
  all: 'All designs',
  add: 'Add a design',
  addTip: 'Add a copy of this design, to change as you like',
  newName: 'Name of the design',
  keepName: 'Keep this name',
  most: 'Eight designs are as many as there can be: delete one to add another.',
} as const;

export const duplicateName = (name: string): string => `Duplicate ${designTitle(name)}`;
export const renameName = (name: string): string => `Rename ${designTitle(name)}`;
export const deleteDesignName = (name: string): string => `Delete ${designTitle(name)}`;

/** Pictures of one head beside each other. */
export const COMPARING = {
  name: 'Compare designs',
  title: 'Compare',
  what: 'What is compared',
  count: 'How many pictures',
  leave: 'Back to the design',
  leaveTip: 'Back to the design (Escape)',
} as const;

export const COMPARED_BY = { designs: 'Designs', moments: 'Times', views: 'Views' } as const;

export const countName = (count: number): string => `${count} pictures`;
/** Which design or time one of the pictures shows. */
export const pictureOfName = (number: number): string => `Picture ${number} shows`;
/** `which`: the moment, or the view, that the picture shows. */
export const comparedName = (design: string, which: string): string => `${design}, ${which}`;
/** Where a photo is still being read. */
export const READING_VIEW = 'Reading this photo…';

export const HISTORY = { name: 'History', undo: 'Undo', redo: 'Redo' } as const;

export const ZOOM = {
  name: 'Zoom',
  in: 'Zoom in',
  inTip: 'Zoom in (+)',
  out: 'Zoom out',
  outTip: 'Zoom out (−)',
  whole: 'Show the whole picture',
  wholeTip: 'Show the whole picture (0)',
} as const;

export const COMPARE = {
  name: 'Comparison',
  compare: 'Compare',
  hold: 'Hold for before',
  holdTip: 'Hold to see the bare photo (B)',
} as const;

/** Where the divider stands. */
export const dividerInWords = (percent: number): string => `${percent} % of the picture shows the bare photo`;

export const TIME_STRIP = {
  name: 'Time strip',
  time: 'Time',
  typeTip: 'Type a time: 3 weeks, 6 months, 5 years, healed',
  play: 'Play',
  playTip: 'Play: let time run',
  pause: 'Pause',
  reset: 'Reset time',
  stops: 'Points in time',
} as const;

export const CHOOSE_FACE = {
  title: 'Whose head is it?',
  what: 'Choose the face this is for. Zoom in when it is small.',
  none: 'None of these: place the head by hand',
} as const;

export const faceName = (number: number, of: number): string => `Face ${number} of ${of}`;

export const PLACE_HEAD = {
  title: 'Place the head',
  what: 'Say how the photo shows the head, then tap what is asked for. The dots follow.',
  name: 'Placement',
  views: 'How the photo shows the head',
  by: 'Place it exactly',
  use: 'Use this placement',
} as const;

/** From where a head is photographed; left and right are the person's own. */
export const VIEW_TEXTS: Readonly<Record<HeadView, ChoiceText>> = {
  front: { name: 'Front', hint: 'The face is to the camera, perhaps bowed.' },
  left: { name: 'Left side', hint: 'The left ear is to the camera.' },
  right: { name: 'Right side', hint: 'The right ear is to the camera.' },
  top: { name: 'From above', hint: 'The top is to the camera, the face at the lower end.' },
  back: { name: 'From behind', hint: 'The back of the head is to the camera.' },
};

interface ToolText {
  /** What stands on its button. */
  readonly label: string;
  /** What it is called: other buttons say `Pencil` too. */
  readonly name: string;
  readonly tip: string;
}

const tools: Readonly<Record<HandTool, ToolText>> = {
  move: { label: 'Move', name: 'Move tool', tip: 'Move the picture (V or Escape)' },
  line: { label: 'Line', name: 'Line tool', tip: 'Take hold of the points of the line (L)' },
  pencil: { label: 'Pencil', name: 'Pencil tool', tip: 'Draw on the head as with a white pencil (P)' },
  note: { label: 'Note', name: 'Note tool', tip: 'Put a note on the head (N)' },
  brush: { label: 'Brush', name: 'Brush tool', tip: 'Paint dots (D)' },
  erase: { label: 'Erase', name: 'Erase tool', tip: 'Take dots away (E)' },
  scar: { label: 'Scar', name: 'Scar tool', tip: 'Mark a scar (S)' },
  ruler: { label: 'Ruler', name: 'Ruler tool', tip: 'Lay a ruler on the head, or put it away (R)' },
  guides: { label: 'Guides', name: 'Guides tool', tip: 'Show measures and guides, or put them away (G)' },
};

/** Beside the picture of a laptop or a tablet. */
export const TOOL_BAR = { name: 'Tools', tools } as const;

/** What is turned to the client: the picture, the wipe and the moment, and nothing to work with. */
export const CLIENT = {
  show: 'Show client',
  back: 'Back to work',
  backTip: 'Back to work (Escape)',
} as const;

export const KEYS: readonly (readonly [keys: string, what: string])[] = [
  ['Ctrl or ⌘ + Z', 'undo'],
  ['Shift + Ctrl or ⌘ + Z', 'redo'],
  ['Ctrl or ⌘ + P', 'print the plan'],
  ['B, held down', 'show the bare photo'],
  ['+  −', 'zoom in and out'],
  ['0', 'show the whole picture'],
  ['1 to 8', 'see that view of the head'],
  ['Space + drag', 'move the picture'],
  ['Tab, then arrow keys', 'move a hairline point or an end of the ruler by 1 mm, with Shift by 5 mm'],
  ['Page up, Page down, on a hairline point', 'go to the point before or after it, ears and added ones too'],
  ['Delete, on an added hairline point', 'take it away'],
  ['Tab to the brush, then arrow keys', 'move it by 1 mm, with Shift by 5 mm; Space or Enter draws'],
  ['V or Escape', 'move the picture: the tool is put down; Escape takes back what is being dragged'],
  ['L', 'take hold of the line'],
  ['P  N', 'pencil, note'],
  ['D  E  S', 'brush, erase, scar'],
  ['R  G', 'ruler, guides; once more: put them away'],
  ['Enter, on a slider', 'type its value; Enter or Escape leads back'],
  ['Delete, or two quick presses, on a slider', 'back to where it was at first'],
  ['Shift, or the pointer off the track, while dragging a slider', 'half speed'],
  ['Enter, on Before and after', 'compare, or stop comparing'],
  ['Page up, Page down, Space, on Time', 'from stop to stop, let time run'],
  ['?', 'this list'],
];
