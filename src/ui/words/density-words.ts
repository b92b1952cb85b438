import type { Coverage } from '~/model/design/choices';
import type { Tool } from '~/store/app-state';

export const DENSITY = {
  coverage: 'Coverage',
  showHair: 'Show existing hair',
  showHairHint: 'Tints the hair and stubble that were found in the photo. Correct them with the brush.',
  dotsInSight: 'Dots in sight',
  skinInSight: 'Treated skin in sight',
  allDots: 'Dots, the whole head (estimated)',
  treatedSkin: 'Treated skin, the whole head (estimated)',
} as const;

/** Why a photo's design starts from a coverage; null where that needs no reason. */
export const COVERAGE_REASONS: Readonly<Record<Coverage, string | null>> = {
  hairlineOnly: null,
  hairlineAndTop: 'Chosen first, because the photo shows grown hair on the sides: it stays as it is.',
  fullHead: null,
  betweenHair: 'Chosen first, because the photo shows grown hair nearly all over.',
  partLine: null,
  painted: null,
};

/** What the numbers of the whole treatment leave out. */
export const TOTALS_NOTE =
  'Hair that the photo shows is left out. What is out of sight is taken to be as what is seen: full sides go on round the back, and get no dots.';

export const aboutDots = (dots: number): string => `about ${(Math.round(dots / 100) * 100).toLocaleString('en')}`;
export const aboutCm2 = (cm2: number): string => `about ${Math.round(cm2).toLocaleString('en')} cm²`;

export const ZONES_GROUP = {
  name: 'Zones',
  keepTotal: 'Keep the total',
  keepTotalHint: 'As many dots in all as now: what one zone gains the others give.',
  reset: 'Reset zones',
} as const;

/** What the numbers of a zone mean, and how far they go. */
export const zonesHint = (mostPerCm2: number, mostPercent: number): string =>
  `Denser here, lighter there: each in percent of the density and pigment strength of the whole. Dots stand no closer than ${mostPerCm2} per cm², so a zone can have up to ${mostPercent} % now. The temples start thinner, since real work leaves them to the hair that is shaved there. The zone you are at is tinted on the picture.`;

export const zoneDensityName = (zone: string): string => `${zone} density`;
export const zoneStrengthName = (zone: string): string => `${zone} strength`;

/** What a zone comes to; `percent`: its share of all dots. */
export const zoneTotals = (dots: number, percent: number, cm2: number): string =>
  `about ${(Math.round(dots / 50) * 50).toLocaleString('en')} dots (${percent} %) on ${Math.round(cm2)} cm²`;

export const BRUSH = {
  name: 'Brush',
  pigment: 'Brush: pigment',
  skin: 'Brush: skin and hair',
  width: 'Brush width',
  widthHint: 'Width of the brush on the skin. A pen that feels pressure paints less where it is pressed less.',
  softness: 'Brush softness',
  softnessHint: 'From a firm rim to one that fades out from the middle on.',
  strength: 'Brush strength',
  paintStrengthHint: 'How much of the density is painted: at 50 %, every other dot.',
  thinStrengthHint: 'How much of the density is taken away: at 50 %, every other dot.',
  removeAll: 'Remove all strokes',
} as const;

/** What is written on a tool's button. */
export const TOOL_NAMES: Readonly<Record<Tool, string>> = {
  look: 'Move the picture',
  paint: 'Paint',
  thinOut: 'Thin out',
  erase: 'Erase',
  scar: 'Scar',
  markHair: 'Mark hair',
  markBare: 'Mark bare skin',
  pencil: 'Pencil',
  note: 'Note',
  mark: 'Mark the same spot',
};

/** What a brush does; `keys`: how it is used without a pointer. */
export const BRUSH_HINTS: Readonly<Record<Tool | 'keys', string>> = {
  look: 'Choose a brush, then draw on the head. Each stroke can be undone.',
  paint: 'Puts pigment where you draw, also in front of the line.',
  erase: 'Takes pigment away where you draw.',
  thinOut: 'Takes away some of the dots where you draw, however often the brush passes.',
  scar: 'Scars take pigment unevenly and lose it sooner. They are tinted while you mark them.',
  markHair: 'For hair that was not found: pigment leaves it alone. What counts as hair is tinted.',
  markBare: 'For skin that was taken for hair, such as a shadow or a mark: pigment goes there too.',
  pencil: 'Draws on the head as with a white pencil. Lines stay where they are on the skin; no dot depends on them.',
  note: 'Press on the head where the note belongs, then write it.',
  mark: 'Tap a spot that another photo shows too.',
  keys: 'Arrow keys move the brush by 1 mm, with Shift by 5 mm. It draws while Space or Enter is held down.',
};
