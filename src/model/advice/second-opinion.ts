import { MM2_PER_CM2 } from '~/model/base/units';
import type { Build } from '~/model/design/choices';
import type { Design } from '~/model/design/design';
import { edgeDepthMm, edgeOf } from '~/model/design/line-style';
import { HAIRLINE_HEIGHT_MM, SETTINGS } from '~/model/design/settings';
import { hairlinePoints, hairlineTemplate } from '~/model/hairline/hairline-points';
import { pointPlaces } from '~/model/hairline/point-moves';
import { surfacePoint } from '~/model/head/cranium';
import type { HairFronts } from '~/model/hair/hair-front';
import type { Head } from '~/model/head/head';
import { tapeOf } from '~/model/head/tape';
import { fieldDarkening, softerDesign, SOLID_CAP_DARKENING } from './pigment-advice';

/**
 * What may look wrong in a design, the gravest first (as the trade complains: too low, too straight, too sharp, too
 * dark, too perfect).
 */
export const OPINIONS = [
  'tooLow',
  'cornerBelow',
  'tooStraight',
  'tooSharp',
  'tooDark',
  'tooDense',
  'templesFilled',
  'shortThird',
  'beforeHair',
  'behindHair',
  'tooEven',
  'tooAlike',
] as const;
export type OpinionKind = (typeof OPINIONS)[number];

/** One note: what was found, and where the limit is. Both in the unit of the kind. */
export interface Opinion {
  readonly kind: OpinionKind;
  readonly value: number;
  readonly limit: number;
}

/** What is known of the person. */
export interface KnownOfPerson extends HairFronts {
  readonly head: Head;
  readonly itaDegrees: number;
}

/**
 * Under this the line looks drawn on as the face ages, mm above the glabella (docs/model.md, Opinions and guides). Of seven men
 * treated by one practitioner six have theirs at 56 to 65.
 */
const LOW_MM: Readonly<Record<Build, number>> = { men: 55, women: 52 };
/**
 * Least that the corners stand above the middle, mm; a natural line has 5 in men and 2 in women. Our choice of how
 * little.
 */
const STRAIGHT_MM: Readonly<Record<Build, number>> = { men: 3.5, women: 0.5 };
/** Differences of a mm are within balance and hand: a corner counts as below the middle from here, mm. */
const BELOW_MM = 1;
/** Natural transition zones are 5 to 10 mm deep (docs/model.md, Density and edge). */
const SHARP_MM = 5;
/**
 * Least clear skin between a dot and its nearest neighbour, on the mean, mm: healed dots of average placing widen by about a tenth
 * of a mm in ten years (docs/model.md, Spread (M5)). The dark preset, which real work reaches, leaves 0.17.
 */
const DENSE_GAP_MM = 0.15;
/** Nearest neighbours are 0.7/√(dots per mm²) apart on the mean, the closest 0.5 (docs/model.md, Density and edge). */
const NEAREST = 0.7;
/**
 * A corner may stand so far outside its natural place over the eye's outer corner, along the skin: the angle is never
 * filled. The rule is Shapiro’s, how far is ours (docs/model.md, Opinions and guides).
 */
const CORNER_OUT_MM = 12;
/** A temple point may stand so far before the line from the corner to the place 8 cm beside the glabella. Our choice. */
const TEMPLE_FORWARD_MM = 6;
const TEMPLE_AIM_MM = 80;
/** Thirds of the face are about equal: least share of the upper in the mean of the others. Our choice of how far off. */
const THIRD_SHARE = 0.75;
/** So far before grown hair, or behind any that remains, a line no longer goes with it, mm. Our choice. */
const BEFORE_HAIR_MM = 25;
const BEHIND_HAIR_MM = 8;
/** Hairlines wander by some tenths of a mm every few mm (docs/model.md, Density and edge). */
const EVEN_MM = 0.2;
/** Of the way from mirrored to natural. The trade’s rule, our number (docs/model.md, Opinions and guides). */
const ALIKE_PERCENT = 10;

/** How far forward the temples are filled, by a corner or by a temple point; null where they are not. */
function filledTemples(design: Design, head: Head): { readonly value: number; readonly limit: number } | null {
  const points = hairlinePoints(design, head);
  const usual = hairlineTemplate({ ...design, shape: 'natural', handles: {}, balancePercent: 0 }, head).leftCorner;
  const tape = tapeOf(head.cranium);
  const aimAcross = TEMPLE_AIM_MM / tape.sidewaysStretch({ acrossMm: 25, heightMm: 0 });
  const found = (['left', 'right'] as const).flatMap((name) => {
    const [corner, temple] = [points[`${name}Corner`], points[`${name}Temple`]];
    const [cornerAcross, templeAcross] = [Math.abs(corner.acrossMm), Math.abs(temple.acrossMm)];
    const share = 1 - temple.heightMm / Math.max(corner.heightMm, 1);
    const onLine = cornerAcross + share * (aimAcross - cornerAcross);
    return [
      { value: (cornerAcross - usual.acrossMm) * tape.sidewaysStretch(corner), limit: CORNER_OUT_MM },
      { value: (onLine - templeAcross) * tape.sidewaysStretch(temple), limit: TEMPLE_FORWARD_MM },
    ].filter(({ value, limit }) => value > limit);
  });
  found.sort((x, y) => y.value / y.limit - x.value / x.limit);
  return found[0] ?? null;
}

/** How low and how high the middle of a line can stand on this head without a note, mm above the glabella, whole mm. */
export function lineLimits(
  { head, hairFrontMm, grownFrontMm }: Omit<KnownOfPerson, 'itaDegrees'>,
  build: Build,
): { readonly leastMm: number; readonly mostMm: number } {
  const { face, cranium } = head;
  const tape = tapeOf(cranium);
  const others = (face.glabella.yMm - face.chin.yMm) / 2;
  const third = (heightMm: number): number =>
    (surfacePoint(cranium, tape.directionAt({ acrossMm: 0, heightMm })).yMm - face.glabella.yMm) / others;
  const { max } = SETTINGS.hairlineHeightMm;
  let leastMm = Math.max(LOW_MM[build], grownFrontMm === null ? 0 : Math.ceil(grownFrontMm - BEFORE_HAIR_MM));
  while (head.source === 'face' && leastMm < max && third(leastMm) < THIRD_SHARE) leastMm++;
  const mostMm = hairFrontMm === null ? max : Math.floor(hairFrontMm + BEHIND_HAIR_MM);
  return { leastMm: Math.min(leastMm, max), mostMm };
}

/** Notes on a design, the gravest first. None of them hinders anybody. */
export function secondOpinion(design: Design, known: KnownOfPerson): readonly Opinion[] {
  const { head, itaDegrees, hairFrontMm, grownFrontMm } = known;
  const { middle, leftCorner, rightCorner } = pointPlaces(design, head);
  const { face } = head;
  const rise = (leftCorner.heightMm + rightCorner.heightMm) / 2 - middle.heightMm;
  const below = middle.heightMm - Math.min(leftCorner.heightMm, rightCorner.heightMm);
  const hasLine = !['painted', 'betweenHair', 'partLine'].includes(design.coverage);
  const others = (face.glabella.yMm - face.chin.yMm) / 2;
  const third = (middle.pointMm.yMm - face.glabella.yMm) / others;
  const gapMm = NEAREST / Math.sqrt(design.densityPerCm2 / MM2_PER_CM2) - design.dotSizeMm;
  const beforeHair = grownFrontMm === null ? 0 : grownFrontMm - middle.heightMm;
  const behindHair = hairFrontMm === null ? 0 : middle.heightMm - hairFrontMm;

  const notes: Opinion[] = [];
  const note = (kind: OpinionKind, value: number, limit: number, isWrong: boolean): void => {
    if (isWrong) notes.push({ kind, value, limit });
  };
  const under = (kind: OpinionKind, value: number, least: number): void => note(kind, value, least, value < least);
  const over = (kind: OpinionKind, value: number, most: number): void => note(kind, value, most, value > most);
  if (hasLine) {
    under('tooLow', middle.heightMm, LOW_MM[design.build]);
    over('cornerBelow', below, BELOW_MM);
    if (below <= BELOW_MM) under('tooStraight', rise, STRAIGHT_MM[design.build]);
    under('tooSharp', edgeDepthMm(design), SHARP_MM);
    const filled = filledTemples(design, head);
    if (filled !== null) notes.push({ kind: 'templesFilled', ...filled });
    if (head.source === 'face') under('shortThird', third, THIRD_SHARE);
    over('beforeHair', beforeHair, BEFORE_HAIR_MM);
    over('behindHair', behindHair, BEHIND_HAIR_MM);
    under('tooEven', edgeOf(design).microIrregularityMm, EVEN_MM);
    if (design.mirror) under('tooAlike', design.balancePercent, ALIKE_PERCENT);
  }
  over('tooDark', fieldDarkening(design, itaDegrees), SOLID_CAP_DARKENING);
  under('tooDense', gapMm, DENSE_GAP_MM);
  return notes.sort((a, b) => OPINIONS.indexOf(a.kind) - OPINIONS.indexOf(b.kind));
}

const without = (design: Design, ...points: readonly (keyof Design['handles'])[]): Design => ({
  ...design,
  handles: Object.fromEntries(Object.entries(design.handles).filter(([id]) => !points.includes(id as never))),
});

/** The line raised or lowered step by step until a note is gone. */
function atHeight(design: Design, person: KnownOfPerson, kind: OpinionKind, stepMm: 1 | -1): Design {
  const { min, max } = SETTINGS.hairlineHeightMm;
  let moved = design;
  while (secondOpinion(moved, person).some((note) => note.kind === kind)) {
    const hairlineHeightMm = moved.hairlineHeightMm + stepMm;
    if (hairlineHeightMm < min || hairlineHeightMm > max) break;
    moved = { ...moved, hairlineHeightMm };
  }
  return moved;
}

/** What mends one note; as little as will do. */
function mended(design: Design, person: KnownOfPerson, kind: OpinionKind): Design {
  switch (kind) {
    case 'tooLow':
      return { ...design, hairlineHeightMm: HAIRLINE_HEIGHT_MM[design.build] };
    case 'cornerBelow':
    case 'tooStraight':
      return { ...without(design, 'leftCorner', 'rightCorner'), shape: 'natural', templeRecessionMm: null };
    case 'tooSharp':
    case 'tooEven':
      return { ...design, edge: 'softAndBroken', edgeSoftnessMm: null, microIrregularityMm: null };
    case 'tooDark':
      return softerDesign(design, person.itaDegrees);
    case 'tooDense':
      return { ...design, densityPerCm2: SETTINGS.densityPerCm2.initial, dotSizeMm: SETTINGS.dotSizeMm.initial };
    case 'templesFilled':
      return {
        ...without(design, 'leftCorner', 'rightCorner', 'leftTemple', 'rightTemple'),
        shape: design.shape === 'boxed' ? 'natural' : design.shape,
      };
    case 'shortThird':
    case 'beforeHair':
      return atHeight(design, person, kind, 1);
    case 'behindHair':
      return atHeight(design, person, kind, -1);
    case 'tooAlike':
      return { ...design, balancePercent: SETTINGS.balancePercent.initial };
  }
}

/** The same design with what was noted softened, and nothing else. */
export function softerVersion(design: Design, person: KnownOfPerson): Design {
  return secondOpinion(design, person).reduce((softer, { kind }) => mended(softer, person, kind), design);
}
