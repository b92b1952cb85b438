import { AIR_MM, OVERLAP_MM } from '~/model/measure/stencil';
import type { Stencil, StencilTick, StencilTile } from '~/model/measure/stencil';
import { between } from '~/model/maths/plane-curve';
import type { PlanePoint } from '~/model/maths/plane-curve';
import { STENCIL_PAGE, tragusInWords, wayInWords } from '~/ui/words/home/plan-words';
import type { Paper } from './use-paper';

interface RoomMm {
  readonly wide: number;
  readonly high: number;
}

/** Room for a part of the stencil between the margins of a sheet, mm; the rest is for what is said about it. */
export const TILE_MM: Readonly<Record<Paper, RoomMm>> = {
  a4: { wide: 184, high: 184 },
  letter: { wide: 190, high: 166 },
};

/** Arms of a cross, mm from end to end. */
export const CROSS_MM = 5;
/** Numbers stand so far behind the line, mm, and letters so far before it, where no mark is long. */
const NUMBER_MM = 9;
const LETTER_MM = 6;
/** Letters nearer to one another than this cannot be told apart, mm: one of them stands farther out. */
const LETTERS_APART_MM = 5;

/**
 * Where the name of a tragus may stand: so far towards the middle of the strip, as a share of itself, and above its cross, mm. It takes
 * the nearest of them where it lies over no other, cuts neither the line nor the way to the cross, and best not the strip's rims.
 */
const TRAGUS_ASIDE = [0.5, 0.4, 0.3, 0.2, 0.1];
const TRAGUS_UP_MM = [7.5, 9.5, 12, 14, 16, 20].flatMap((mm) => [mm, -mm]);
/** What lying over a rim of the strip is worth, mm of way from the cross. */
const RIM_WORTH_MM = 10;

/** What a label takes, mm: its letters are 3 mm, in whichever type the device has, with a white rim. */
const LETTER_WIDE_MM = 2;
const RIM_MM = 1;
const LABEL_HIGH_MM = 5;
/** From line to line of a label that has two, mm. */
export const LINE_MM = 3.8;

/** Points of the line that have a ring and a letter. */
export const MARKED_POINTS = ['leftCorner', 'rightCorner', 'leftTemple', 'rightTemple'] as const;

/** Words on the stencil. Places as the strip has them, mm: y runs up. */
export interface StencilLabel {
  readonly id: string;
  /** One below the other. */
  readonly lines: readonly string[];
  readonly middle: PlanePoint;
  /** No narrower than it is drawn. */
  readonly size: RoomMm;
}

/** So far across the line from a mark on it, mm. */
export const acrossFrom = ({ at: [x, y], across }: StencilTick, mm: number): PlanePoint => [
  x + mm * Math.cos(across),
  y + mm * Math.sin(across),
];

const label = (id: string, middle: PlanePoint, ...lines: readonly string[]): StencilLabel => ({
  id,
  lines,
  middle,
  size: {
    wide: Math.max(...lines.map(({ length }) => length)) * LETTER_WIDE_MM + RIM_MM,
    high: LABEL_HIGH_MM + (lines.length - 1) * LINE_MM,
  },
});

const lieOver = (a: StencilLabel, b: StencilLabel): boolean =>
  2 * Math.abs(a.middle[0] - b.middle[0]) < a.size.wide + b.size.wide &&
  2 * Math.abs(a.middle[1] - b.middle[1]) < a.size.high + b.size.high;

const liesOn = ({ middle, size }: StencilLabel, [x, y]: PlanePoint): boolean =>
  2 * Math.abs(middle[0] - x) < size.wide && 2 * Math.abs(middle[1] - y) < size.high;

/** Whether it stands within the air around the strip: elsewhere it would be moved, and perhaps onto another. */
const hasRoom = (
  { middle: [x, y], size: { wide, high } }: StencilLabel,
  { left, right, bottom, top }: Stencil['box'],
): boolean =>
  x - wide / 2 >= left - AIR_MM &&
  x + wide / 2 <= right + AIR_MM &&
  y - high / 2 >= bottom - AIR_MM &&
  y + high / 2 <= top + AIR_MM;

/** All that is written on a stencil, where it stands if no sheet ends there. */
export function labelsOf({
  line: toCut,
  front,
  exact,
  behind,
  ticks,
  points,
  eyes,
  glabella,
  tragi,
  box,
}: Stencil): readonly StencilLabel[] {
  const numbers = ticks.flatMap((tick) => {
    const mm = Math.round(tick.atMm);
    const text = mm === 0 ? STENCIL_PAGE.middle : String(Math.abs(mm));
    return mm % 50 === 0 ? [label(`mm${mm}`, acrossFrom(tick, NUMBER_MM), text)] : [];
  });
  const letters = MARKED_POINTS.map((id) => label(id, acrossFrom(points[id], -LETTER_MM), STENCIL_PAGE.letters[id]));
  const eyeLetters = (['left', 'right'] as const).flatMap((side) => {
    const tick = eyes[side];
    if (tick === null) return [];
    const [x, y] = acrossFrom(tick, -LETTER_MM);
    const meets = letters.some(({ middle }) => Math.hypot(middle[0] - x, middle[1] - y) < LETTERS_APART_MM);
    return [
      label(`${side}Eye`, meets ? acrossFrom(tick, -LETTER_MM - LETTERS_APART_MM) : [x, y], STENCIL_PAGE.letters.eye),
    ];
  });
  const below = label(
    'glabella',
    [glabella.at[0], glabella.at[1] - CROSS_MM - 0.5],
    wayInWords(STENCIL_PAGE.glabella, glabella.lengthMm),
  );
  const others = [...numbers, ...letters, ...eyeLetters, below];
  // Where the strip ends it is cut from rim to rim.
  const ends = [0, 1].flatMap((end) => {
    const [from, to] = [front, behind].map((rim) => rim[end * (rim.length - 1)]);
    return Array.from({ length: 13 }, (_, i) => between(from, to, i / 12));
  });
  const rims = [...front, ...exact, ...behind, ...ends];
  const tragusLabels = (['left', 'right'] as const).map((side) => {
    const { at, from, lengthMm } = tragi[side];
    const there = label(`${side}Tragus`, at, ...tragusInWords(side, lengthMm));
    const inward = side === 'left' ? -there.size.wide : there.size.wide;
    const way = Array.from({ length: 12 }, (_, i) => between(at, from, i / 12));
    const cost = (one: StencilLabel): number => {
      const away = Math.hypot(one.middle[0] - at[0], one.middle[1] - at[1]);
      const isOff = others.some((other) => lieOver(one, other)) || !hasRoom(one, box) ? 1000 : 0;
      const cuts = [...toCut, ...way].some((place) => liesOn(one, place)) ? 100 : 0;
      return isOff + cuts + away + (rims.some((place) => liesOn(one, place)) ? RIM_WORTH_MM : 0);
    };
    const places = TRAGUS_ASIDE.flatMap((share) =>
      TRAGUS_UP_MM.map((up): StencilLabel => ({ ...there, middle: [at[0] + share * inward, at[1] + up] })),
    );
    return places.reduce((best, one) => (cost(one) < cost(best) ? one : best));
  });
  return [...others, ...tragusLabels];
}

/**
 * What is written on one sheet: each label stands on one sheet alone, whole. Neighbours are cut or laid over one another at the middle
 * of what they have in common, so a label that would reach across it, or across the edge of the paper, is moved aside by as
 * much: half a number is another number.
 */
export function labelsOn(
  labels: readonly StencilLabel[],
  { left, top, goesOn }: StencilTile,
  { wide, high }: RoomMm,
): readonly StencilLabel[] {
  const half = OVERLAP_MM / 2;
  const across = ownPart(left, left + wide, goesOn.left, goesOn.right, half);
  const up = ownPart(top - high, top, goesOn.down, goesOn.up, half);
  return labels.flatMap((one) => {
    const [x, y] = one.middle;
    if (!across.owns(x) || !up.owns(y)) return [];
    return [{ ...one, middle: [across.whole(x, one.size.wide), up.whole(y, one.size.high)] as const }];
  });
}

/** A sheet in one direction, from seam to seam; at an outer edge it owns all that lies beyond. */
function ownPart(from: number, to: number, goesOnBefore: boolean, goesOnBehind: boolean, half: number) {
  const [first, last] = [goesOnBefore ? from + half : from, goesOnBehind ? to - half : to];
  return {
    owns: (at: number): boolean => (!goesOnBefore || at >= first) && (!goesOnBehind || at < last),
    whole: (at: number, size: number): number => Math.min(Math.max(at, first + size / 2), last - size / 2),
  };
}
