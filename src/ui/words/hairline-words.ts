export const HAIRLINE = {
  looks: 'Looks',
  shape: 'Hairline shape',
  edge: 'Edge style',
  sideProfile: 'Side profile',
  mirror: 'Mirror both sides',
  mirrorHint: 'Points you move are moved on the other side too. Balance keeps it from looking drawn.',
  build: 'Usual line for',
} as const;

export const IRREGULARITY = {
  name: 'Expert: irregularity',
  hint: 'Grown hairlines are never even. All of this follows the edge style until you change it; Shuffle deals another line of the same kind.',
  shuffle: 'Shuffle',
  follow: 'Follow the edge style again',
} as const;

export const LINE_POINTS = {
  name: 'Points of the line',
  add: 'Add a point',
  reset: 'Reset moved points',
  hint: 'A double tap or a long press on the line adds a point there. Drag it, or use the arrow keys.',
  thisSide: 'This side only',
  thisSideHint: 'Points move, come and go on one side; the other stays.',
  sharp: 'Sharp corner',
  delete: 'Delete point',
} as const;

/** What the pencil is for, and what its line was made into. */
export const PENCIL_TEXTS = {
  name: 'Sketch and notes',
  tools: 'Pencil tools',
  make: 'Make it the hairline',
  makeHint: 'The hairline is laid along the line that you drew last, through as many points as that takes.',
  smooth: 'Smooth it',
  smoothHint: 'Without the points between: only middle, corners and temples stay on your line.',
  rubOut: 'Rub out all lines',
  hide: 'Hide pencil',
  hideHint: 'Lines and notes are kept, but not shown.',
  only: 'Only the pencil',
  onlyHint: 'The sketch on the bare photo: no dots and no points. Saved pictures show the treatment as always.',
  tooShort: 'That line is too short to be a hairline. Draw at least 2 cm of it over the forehead.',
  farOff: 'That line does not run where a hairline can be. Draw it over the forehead, from side to side.',
} as const;

/** How well the hairline follows a sketch, in words. */
export function followedInWords(meanMm: number, mostMm: number): string {
  const most = Math.round(mostMm);
  if (most <= 1) return 'The hairline follows your line to 1 mm.';
  return `The hairline follows your line to ${Math.max(1, Math.round(meanMm))} mm on the whole, and to ${most} mm where it comes least near.`;
}

export const NOTES = { name: 'Notes', write: 'Write the note', delete: 'Delete' } as const;

export const noteName = (number: number): string => `Note ${number}`;
export const deleteNoteName = (number: number): string => `Delete ${noteName(number).toLowerCase()}`;

/** Of a photo that does not show the front of the line, such as one from behind. */
export const LINE_ELSEWHERE = {
  alone: 'The line runs over the forehead, which this photo does not show.',
  among: 'The line runs over the forehead, which this view does not show: choose another one.',
  add: 'Add one from the front',
} as const;

export const SECOND_OPINION = {
  name: 'Second opinion',
  chipTitle: 'Worth talking about',
  nothing: 'nothing to note',
  nothingHint: 'Nothing here looks too low, too straight, too sharp, too dark or too perfect.',
  show: 'Show me the softer version',
  onlyOpinion: 'Only an opinion, by rules of the trade: your design stays as you made it.',
} as const;

/** The design as it is and with the notes softened, side by side. */
export const SOFTER = {
  title: 'The softer version',
  drawing: 'Drawing…',
  yours: 'Yours',
  softer: 'Softer',
  keep: 'Keep mine',
  use: 'Use the softer version',
} as const;
