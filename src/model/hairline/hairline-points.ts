import { memoEach } from '~/model/base/memo';
import type { Build } from '~/model/design/choices';
import type { Design } from '~/model/design/design';
import { MAIN_POINTS } from '~/model/design/line-points';
import type { MainPointId } from '~/model/design/line-points';
import { recessionMm, SHAPE_ROWS, SIDE_ROWS } from '~/model/design/line-style';
import { SETTINGS } from '~/model/design/settings';
import { directionTo, surfacePoint } from '~/model/head/cranium';
import type { Cranium, FacePoints, Head } from '~/model/head/head';
import { tapeOf } from '~/model/head/tape';
import type { Tape, TapePlace } from '~/model/head/tape';
import { hashUnit } from '~/model/maths/hash';
import { clamp } from '~/model/maths/numbers';
import { bisect } from '~/model/maths/search';

export type HairlinePoints = Readonly<Record<MainPointId, TapePlace>>;

/**
 * Temple point: so far from the corner (Garg's 8-cm rule) towards a place so far beside the glabella. The rule has 80 mm there;
 * in men who were treated the pigment joins the stubble of the temples 8 to 10 mm farther back than that gives.
 */
const TEMPLE_FROM_CORNER_MM = 50;
const TEMPLE_AIM_MM: Readonly<Record<Build, number>> = { men: 93, women: 80 };
/** Drop of an upright temple line. In mm; our choice. */
const UPRIGHT_DROP_MM = 42;
/**
 * The sideburn's front edge stands so far before the tragion, and its lower end so far above it. In mm; assumed (docs/model.md, Head and
 * hairline).
 */
const SIDEBURN_MM = 22;
const SIDEBURN_ABOVE_MM = 5;
/** Tapes farther out nearly graze the side of the head. Share of the half breadth; our choice. */
const MOST_SIDEBURN_SHARE = 0.88;
/** The corner stays on the part of the head seen from the front: at most this share of the half breadth at its level. Our choice. */
const CORNER_SHARE = 0.86;
/** Left–right differences at full balance, mm (half on each side). Assumed (docs/model.md, Head and hairline). */
const MOST_DIFFERENCE_MM = 3;

/**
 * Keeps the line above the brow and temple bones, and its points apart, whatever is dragged or slid. Heights above the glabella, mm; our
 * choice.
 */
const LEAST_GAP_MM = 6;
/** The slider's range ends before; only a sketch leads the middle beyond it. */
export const LOWEST_MIDDLE_MM = 30;
export const HIGHEST_MIDDLE_MM = 150;
const LOWEST_CORNER_MM = 30;
const HIGHEST_CORNER_MM = 165;
const LOWEST_TEMPLE_MM = 10;
/** Outer end of the brow, with some room above it: so far round from straight ahead, at this Y of the head frame. */
const BROW_END_RADIANS = (38 * Math.PI) / 180;
const ABOVE_BROW_MM = 61;

type Side = 'left' | 'right';
const SIGN: Readonly<Record<Side, 1 | -1>> = { left: 1, right: -1 };
export const sideOf = (id: MainPointId): Side | null =>
  id.startsWith('left') ? 'left' : id.startsWith('right') ? 'right' : null;

/** Both sides of the face folded together: mean distance of a pair of landmarks from the cranium's midline. */
function folded(
  head: Head,
  left: keyof FacePoints,
  right: keyof FacePoints,
): Readonly<Record<'x' | 'y' | 'z', number>> {
  const [l, r] = [head.face[left], head.face[right]];
  return { x: (l.xMm - r.xMm) / 2 + head.cranium.centre.xMm, y: (l.yMm + r.yMm) / 2, z: (l.zMm + r.zMm) / 2 };
}

/** Of a span of about 100 mm: to less than 1 µm. */
const HALVINGS = 18;

/** `acrossMm` at which a tape has this x at this height, or as near as it gets. */
function acrossAtX(head: Head, tape: Tape, xMm: number, heightMm: number): number {
  const x = (acrossMm: number): number =>
    surfacePoint(head.cranium, tape.directionAt({ acrossMm, heightMm })).xMm - head.cranium.centre.xMm;
  const [low, high] = bisect(5, tape.mostAcrossMm, HALVINGS, (acrossMm) => x(acrossMm) < xMm);
  return (low + high) / 2;
}

/** `acrossMm` of the place straight below another, as seen from the side (the same Z), at this height. */
function acrossBelow(head: Head, tape: Tape, above: TapePlace, heightMm: number): number {
  const z = (acrossMm: number, height: number): number =>
    surfacePoint(head.cranium, tape.directionAt({ acrossMm, heightMm: height })).zMm;
  const wanted = z(above.acrossMm, above.heightMm);
  const [low, high] = bisect(above.acrossMm, tape.mostAcrossMm, HALVINGS, (mm) => z(mm, heightMm) > wanted);
  return (low + high) / 2;
}

/** Where the sideburn's lower front corner and the front of the ear lie on this head, subject's left. */
function sideburnOf(head: Head): TapePlace {
  const { x, y, z } = folded(head, 'leftTragion', 'rightTragion');
  const corner = { xMm: x, yMm: y + SIDEBURN_ABOVE_MM, zMm: z + SIDEBURN_MM };
  const tape = tapeOf(head.cranium);
  const { acrossMm, heightMm } = tape.placeOf(directionTo(head.cranium, corner));
  return { acrossMm: Math.min(acrossMm, MOST_SIDEBURN_SHARE * tape.mostAcrossMm), heightMm: clamp(heightMm, -60, -5) };
}

/** The points of one side as shape, height and face put them: subject's left. */
function template(design: Design, head: Head, middle: TapePlace): Record<'Corner' | 'Temple' | 'Ear', TapePlace> {
  const shape = SHAPE_ROWS[design.shape];
  const tape = tapeOf(head.cranium);
  const Ear = sideburnOf(head);

  const cornerMm = clamp(middle.heightMm + recessionMm(design), LOWEST_CORNER_MM, HIGHEST_CORNER_MM);
  const widestMm =
    surfacePoint(head.cranium, tape.directionAt({ acrossMm: tape.mostAcrossMm * 0.8, heightMm: cornerMm })).xMm -
    head.cranium.centre.xMm;
  const eyeMm = folded(head, 'leftOuterEye', 'rightOuterEye').x - head.cranium.centre.xMm;
  const over = acrossAtX(head, tape, Math.min(eyeMm, CORNER_SHARE * widestMm), cornerMm);
  const stretch = tape.sidewaysStretch({ acrossMm: over, heightMm: cornerMm });
  const Corner = { acrossMm: over + shape.cornerOutMm / stretch, heightMm: cornerMm };

  const { templeBackMm } = SIDE_ROWS[design.sideProfile];
  const setBack = ({ acrossMm, heightMm }: TapePlace): TapePlace => ({
    acrossMm: templeBackMm === 0 ? acrossMm : acrossMm + templeBackMm / tape.sidewaysStretch({ acrossMm, heightMm }),
    heightMm,
  });
  if (shape.templeUpright) {
    const heightMm = cornerMm - UPRIGHT_DROP_MM;
    return { Corner, Temple: setBack({ acrossMm: acrossBelow(head, tape, Corner, heightMm), heightMm }), Ear };
  }
  const aim = {
    acrossMm: TEMPLE_AIM_MM[design.build] / tape.sidewaysStretch({ acrossMm: 25, heightMm: 0 }),
    heightMm: 0,
  };
  const share = Math.min(TEMPLE_FROM_CORNER_MM / Math.max(cornerMm, 1), 0.8);
  const Temple = setBack({
    acrossMm: Corner.acrossMm + share * (aim.acrossMm - Corner.acrossMm),
    heightMm: Corner.heightMm - share * Corner.heightMm,
  });
  return { Corner, Temple, Ear };
}

const SIDE_POINTS = ['Corner', 'Temple', 'Ear'] as const;

/** Where shape, face and balance put the points, before any was moved. */
export function hairlineTemplate(design: Design, head: Head): HairlinePoints {
  const middle = {
    acrossMm: 0,
    heightMm: design.hairlineHeightMm + SHAPE_ROWS[design.shape].middleRaiseMm,
  };
  const side = template(design, head, middle);
  const points: Partial<Record<MainPointId, TapePlace>> = { middle };
  const amountMm = ((design.balancePercent / 100) * MOST_DIFFERENCE_MM) / 2;
  for (const name of ['left', 'right'] as const) {
    SIDE_POINTS.forEach((point, i) => {
      const key = 2 * i + (name === 'left' ? 0 : 64);
      const place = side[point];
      points[`${name}${point}`] = {
        acrossMm: SIGN[name] * (place.acrossMm + amountMm * (2 * hashUnit(design.seed, key) - 1)),
        heightMm: place.heightMm + amountMm * (2 * hashUnit(design.seed, key + 1) - 1),
      };
    });
  }
  return points as HairlinePoints;
}

/** Outer end of the brow with some room above it, on the subject's left. Lines stay above it or beside it. */
export const browEndOf = memoEach((cranium: Cranium): TapePlace => {
  const out = (cranium.halfBreadthMm + cranium.halfLengthMm) / 2;
  return tapeOf(cranium).placeOf(
    directionTo(cranium, {
      xMm: cranium.centre.xMm + out * Math.sin(BROW_END_RADIANS),
      yMm: ABOVE_BROW_MM,
      zMm: cranium.centre.zMm + out * Math.cos(BROW_END_RADIANS),
    }),
  );
});

/** How near to the middle a temple point at this height may come, so that the way from it to the ear clears the brow. */
function innermostTemple(brow: TapePlace, ear: TapePlace, heightMm: number): number {
  if (ear.heightMm >= brow.heightMm) return 0;
  const slope = (ear.acrossMm - brow.acrossMm) / (brow.heightMm - ear.heightMm);
  return Math.min(brow.acrossMm, ear.acrossMm - slope * (heightMm - ear.heightMm));
}

/** Keeps points in order from right to left, on the scalp and above the brows. */
export function orderedPoints(points: HairlinePoints, head: Head): HairlinePoints {
  const ear = sideburnOf(head);
  const brow = browEndOf(head.cranium);
  const middle = {
    acrossMm: clamp(points.middle.acrossMm, -15, 15),
    heightMm: clamp(points.middle.heightMm, LOWEST_MIDDLE_MM, HIGHEST_MIDDLE_MM),
  };
  const result: Partial<Record<MainPointId, TapePlace>> = { middle };
  for (const name of ['left', 'right'] as const) {
    const sign = SIGN[name];
    const own = (point: (typeof SIDE_POINTS)[number]): TapePlace => {
      const { acrossMm, heightMm } = points[`${name}${point}`];
      return { acrossMm: sign * acrossMm, heightMm };
    };
    const Ear = {
      acrossMm: clamp(own('Ear').acrossMm, ear.acrossMm - 12, ear.acrossMm + 3),
      heightMm: clamp(own('Ear').heightMm, ear.heightMm - 12, ear.heightMm + 30),
    };
    const Corner = {
      acrossMm: clamp(
        own('Corner').acrossMm,
        sign * middle.acrossMm + 3 * LEAST_GAP_MM,
        Ear.acrossMm - 2 * LEAST_GAP_MM,
      ),
      heightMm: clamp(own('Corner').heightMm, LOWEST_CORNER_MM, HIGHEST_CORNER_MM),
    };
    const templeMm = clamp(
      own('Temple').heightMm,
      Math.max(LOWEST_TEMPLE_MM, Ear.heightMm + LEAST_GAP_MM),
      Corner.heightMm - 2 * LEAST_GAP_MM,
    );
    const Temple = {
      acrossMm: clamp(
        own('Temple').acrossMm,
        Math.max(Corner.acrossMm + 0.5, innermostTemple(brow, Ear, templeMm)),
        Ear.acrossMm - LEAST_GAP_MM,
      ),
      heightMm: templeMm,
    };
    for (const [point, place] of [
      ['Corner', Corner],
      ['Temple', Temple],
      ['Ear', Ear],
    ] as const) {
      result[`${name}${point}`] = { acrossMm: sign * place.acrossMm, heightMm: place.heightMm };
    }
  }
  return result as HairlinePoints;
}

/** The points in force: the template, moved as the user moved it, kept in order. */
export function hairlinePoints(
  design: Design,
  head: Head,
  start: HairlinePoints = hairlineTemplate(design, head),
): HairlinePoints {
  const tape = tapeOf(head.cranium);
  const points: Partial<Record<MainPointId, TapePlace>> = {};
  for (const id of MAIN_POINTS) {
    const { acrossMm, heightMm } = start[id];
    const move = design.handles[id];
    const upMm = move?.upMm ?? 0;
    const sideMm = move?.sideMm ?? 0;
    points[id] = {
      acrossMm: sideMm === 0 ? acrossMm : acrossMm + sideMm / tape.sidewaysStretch(start[id]),
      heightMm: heightMm + upMm,
    };
  }
  return orderedPoints(points as HairlinePoints, head);
}

/** The height slider's range, which the middle point shares. */
export const clampHeightMm = (heightMm: number): number =>
  clamp(heightMm, SETTINGS.hairlineHeightMm.min, SETTINGS.hairlineHeightMm.max);
