import { isAdded } from '~/model/design/line-points';
import type { HandleId, PointId } from '~/model/design/line-points';
import type { DesignSettingKey } from '~/model/design/settings';
import type { Panel, Tool } from '~/store/app-state';

export const PANEL_NAMES: Readonly<Record<Panel, string>> = {
  hairline: 'Hairline',
  density: 'Density',
  pigment: 'Pigment',
  time: 'Time',
  photo: 'Photo',
};

const HANDLE_NAMES: Readonly<Record<HandleId, string>> = {
  rightEar: 'Hairline point: right ear',
  rightTemple: 'Hairline point: right temple',
  rightCorner: 'Hairline point: right corner',
  middle: 'Hairline point: middle',
  leftCorner: 'Hairline point: left corner',
  leftTemple: 'Hairline point: left temple',
  leftEar: 'Hairline point: left ear',
};

/** What a hairline point is called; left and right are the subject's. */
export const pointName = (id: PointId): string =>
  isAdded(id)
    ? `Hairline point: added ${id.replace(/\D+/, '')}, ${id.startsWith('left') ? 'left' : 'right'}`
    : HANDLE_NAMES[id];

/** One sentence on what a slider does, in the words of the trade. */
export const SETTING_HINTS: Readonly<Record<DesignSettingKey, string>> = {
  densityPerCm2: 'How close the dots stand where the treatment is full. A full, natural look is around 200 to 300.',
  dotSizeMm: 'How wide a healed dot looks. Fine dots look like fine hair; large ones can merge as they age.',
  strengthPercent: 'How much pigment each dot holds. Practitioners start light: adding is easy, removing is not.',
  hairlineHeightMm: 'From between the brows up to the middle of the line, along the skin. Higher is the safer choice.',
  templeRecessionMm: 'How much higher the corners stand than the middle. A little looks grown-up and natural.',
  edgeSoftnessMm: 'How deep the edge fades in, from single dots to full density.',
  macroIrregularityMm: 'How far the line swings forward and back in a few gentle mounds, as grown hair does.',
  macroPeriodMm: 'From one mound to the next along the line.',
  microIrregularityMm: 'How far single hairs stand before or behind their neighbours: 1 to 3 mm looks grown.',
  microPeriodMm: 'From one small tooth of the line to the next.',
  strayDotsPerCm: 'Single fine dots in front of the line, for each centimetre of it.',
  frontalTuftPercent: 'A small oval in the middle, just behind the line, where dots get dense sooner.',
  partingWidthMm: 'Width of the strip along the parting, measured where it is half as dense as in the middle.',
  balancePercent: 'From an exact mirror image to the small differences every head has. Sisters, not twins.',
  sunExposure: 'Sunlight fades pigment: 0.7 is a covered head, 1 usual, 1.8 working outdoors.',
  timeYears: 'Since the last session.',
};

/** What the numbers of the whole treatment leave out. */
export const TOTALS_NOTE =
  'Hair that the photo shows is left out. Skin out of sight is taken to be like the other side, or bare.';

/** What the pencil is for, and what its line was made into. */
export const PENCIL_TEXTS = {
  makeHint: 'The hairline is laid along the line that you drew last, as near as its shape can come.',
  hideHint: 'Lines and notes are kept, but not shown.',
  onlyHint: 'The sketch on the bare photo: no dots and no points. Saved pictures show the treatment as always.',
  tooShort: 'That line is too short to be a hairline. Draw at least 2 cm of it over the forehead.',
  farOff: 'That line does not run where a hairline can be. Draw it over the forehead, from side to side.',
} as const;

/** How well the hairline follows a sketch, in words. */
export function followedInWords(meanMm: number, mostMm: number): string {
  const most = Math.round(mostMm);
  if (most <= 1) return 'The hairline follows your line to 1 mm.';
  return `The hairline follows your line to ${Math.max(1, Math.round(meanMm))} mm on the whole, and to ${most} mm where its shape, its limits or its mirrored side hold it back.`;
}

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
  keys: 'Arrow keys move the brush by 1 mm, with Shift by 5 mm. It draws while Space or Enter is held down.',
};
