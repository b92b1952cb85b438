import { describe, expect, it } from 'vitest';
import { labToLinear } from '~/model/colour/lab';
import type { LinearRgb } from '~/model/colour/linear-rgb';
import { measureEdge } from '../../../tools/look/measure-edge';
import type { EdgeMeasures } from '../../../tools/look/measure-edge';
import type { LookPicture, PointPx, TracedLine } from '../../../tools/look/picture';
import { smoothLine, STRIP_MM } from '../../../tools/look/strip';
import { drawSkin, placesByChance, SKIN } from '../../support/drawn-dots';

const [WIDTH_MM, HEIGHT_MM, LINE_MM, PX_PER_MM] = [72, 44, 27, 6] as const;
/** −ln T of a healed field, and of a fresh one, whose hue is nearly the skin's. */
const HEALED = [0.6, 0.38, 0.28] as const;
const FRESH = [0.47, 0.5, 0.47] as const;

/** Share of full pigment at a depth behind the line, mm, 10–90 % of which is `edgeMm`: a straight ramp. */
const ramp =
  (edgeMm: number) =>
  (depthMm: number): number =>
    Math.max(0, Math.min(1, 0.5 + (0.8 * depthMm) / edgeMm));

interface Asked {
  /** Share of pigment at a place, mm from the sheet's upper left corner. */
  readonly pigment: (xMm: number, yMm: number) => number;
  readonly lost?: readonly [number, number, number];
  readonly shade?: (xMm: number, yMm: number) => number;
  readonly pxPerMm?: number;
}
function pictureOf({ pigment, lost = HEALED, shade = () => 1, pxPerMm = PX_PER_MM }: Asked): LookPicture {
  const light = (xMm: number, yMm: number): LinearRgb => {
    const share = pigment(xMm, yMm);
    const [red, green, blue] = SKIN.map((value, band) => value * shade(xMm, yMm) * Math.exp(-share * lost[band]));
    return [red, green, blue];
  };
  const pixels = drawSkin({ widthMm: WIDTH_MM, heightMm: HEIGHT_MM, pxPerMm, light, dots: [], grain: 0.05 });
  return { pixels, pxPerMm, field: { outlines: [] }, bare: { outlines: [] } };
}
const traced = (points: readonly PointPx[], pxPerMm: number = PX_PER_MM): TracedLine => ({
  part: 'middle',
  points: points.map(([x, y]): PointPx => [x * pxPerMm, y * pxPerMm]),
});
const STRAIGHT = traced([
  [1, LINE_MM],
  [24, LINE_MM],
  [48, LINE_MM],
  [71, LINE_MM],
]);
function edgeOf(picture: LookPicture, line = STRAIGHT): EdgeMeasures {
  const edge = measureEdge(picture, line);
  if (edge === null) throw new Error('no edge was found');
  return edge;
}

describe('the edge', () => {
  it.each([4, 6, 8, 11])('of %i mm from 10 to 90 % is found, told by hue', (edgeMm) => {
    const edge = edgeOf(pictureOf({ pigment: (_, y) => ramp(edgeMm)(LINE_MM - y) }));
    expect(edge.by).toBe('hue');
    expect(Math.abs(edge.edgeMm - edgeMm)).toBeLessThan(0.5);
    expect(edge.wanderMm).toBeLessThan(0.15);
    expect(edge.lengthMm).toBeCloseTo(70, 0);
  });

  it('of fresh work is told by light', () => {
    const edge = edgeOf(pictureOf({ pigment: (_, y) => ramp(6)(LINE_MM - y), lost: FRESH }));
    expect(edge.by).toBe('light');
    expect(Math.abs(edge.edgeMm - 6)).toBeLessThan(0.5);
  });

  it('is not changed by shading, where hue tells it', () => {
    const shade = (xMm: number, yMm: number): number => Math.exp(0.02 * (yMm - LINE_MM) + 0.004 * xMm);
    const edge = edgeOf(pictureOf({ pigment: (_, y) => ramp(8)(LINE_MM - y), shade }));
    expect(Math.abs(edge.edgeMm - 8)).toBeLessThan(0.5);
    expect(edge.wanderMm).toBeLessThan(0.15);
  });

  it('the step across the line is the colour of the field against the skin', () => {
    const { step } = edgeOf(pictureOf({ pigment: (_, y) => ramp(5)(LINE_MM - y) }));
    step.minusLnT.forEach((value, band) => expect(value).toBeCloseTo(HEALED[band], 2));
    expect(step.skin.a).toBeGreaterThan(5);
  });

  it('beside the picture before, light tells it under any shading', () => {
    const shade = (xMm: number, yMm: number): number => Math.exp(0.03 * (yMm - LINE_MM) + 0.2 * Math.sin(xMm / 5));
    const pigment = (_: number, yMm: number): number => ramp(8)(LINE_MM - yMm);
    const { pixels } = pictureOf({ pigment: () => 0, shade });
    const edge = edgeOf({ ...pictureOf({ pigment, shade, lost: FRESH }), untreated: pixels });
    expect(edge.by).toBe('light');
    expect(Math.abs(edge.edgeMm - 8)).toBeLessThan(0.5);
    expect(edge.wanderMm).toBeLessThan(0.2);
    edge.step.minusLnT.forEach((value, band) => expect(value).toBeCloseTo(FRESH[band], 2));
  });

  it('does not hang on the line being traced exactly', () => {
    const picture = pictureOf({ pigment: (_, y) => ramp(7)(LINE_MM - y) });
    for (const [left, right] of [
      [-1.5, -1.5],
      [1.5, 1.5],
      [-1, 1],
    ]) {
      const line = traced([1, 24, 48, 71].map((x): PointPx => [x, LINE_MM + left + ((right - left) * x) / WIDTH_MM]));
      const edge = edgeOf(picture, line);
      expect(Math.abs(edge.edgeMm - 7)).toBeLessThan(0.5);
      expect(edge.wanderMm).toBeLessThan(0.15);
    }
  });

  it('is not made softer by a line that wanders', () => {
    const wave = (xMm: number): number => 2 * Math.sin((2 * Math.PI * xMm) / 36);
    const edge = edgeOf(pictureOf({ pigment: (x, y) => ramp(5)(LINE_MM + wave(x) - y) }));
    expect(Math.abs(edge.edgeMm - 5)).toBeLessThan(0.8);
  });

  it('is the same at any scale, given as a number or place by place', () => {
    const pigment = (_: number, y: number): number => ramp(7)(LINE_MM - y);
    for (const pxPerMm of [4.6, 11]) {
      const picture = pictureOf({ pigment, pxPerMm });
      const line = traced(
        STRAIGHT.points.map(([x, y]): PointPx => [x / PX_PER_MM, y / PX_PER_MM]),
        pxPerMm,
      );
      expect(Math.abs(edgeOf(picture, line).edgeMm - 7)).toBeLessThan(0.5);
      expect(Math.abs(edgeOf({ ...picture, pxPerMm: () => pxPerMm }, line).edgeMm - 7)).toBeLessThan(0.5);
    }
  });

  it('nothing is told where no field lies behind the line', () => {
    const line = traced([
      [10, 4],
      [60, 4],
    ]);
    expect(measureEdge(pictureOf({ pigment: () => 1 }), line)).toBeNull();
  });
});

describe('the wander of the line', () => {
  it.each([
    [1, 24],
    [1.5, 36],
    [0.7, 30],
  ])('a wave of %f mm, %f mm long, traced straight', (heightMm, waveMm) => {
    const wave = (xMm: number): number => heightMm * Math.sin((2 * Math.PI * xMm) / waveMm);
    const { wanderMm } = edgeOf(pictureOf({ pigment: (x, y) => ramp(7)(LINE_MM + wave(x) - y) }));
    // A window of 6 mm sees the wave's mean over it.
    const half = (Math.PI * 6) / waveMm;
    const truth = ((heightMm / Math.SQRT2) * Math.sin(half)) / half;
    expect(Math.abs(wanderMm / truth - 1)).toBeLessThan(0.2);
  });

  it('of dots that thin out at random is small; their edge is found', () => {
    const dots = placesByChance([WIDTH_MM, HEIGHT_MM], 130, 5, (_, y) => ramp(8)(LINE_MM - y));
    const light = (): LinearRgb => labToLinear({ l: 62, a: 15, b: 20 });
    const contrast: LinearRgb = [0.6, 0.42, 0.35];
    const pixels = drawSkin({
      widthMm: WIDTH_MM,
      heightMm: HEIGHT_MM,
      pxPerMm: PX_PER_MM,
      light,
      dots: dots.map(([xMm, yMm]) => ({ xMm, yMm, fwhmMm: 0.6, contrast })),
      grain: 0.03,
    });
    const edge = edgeOf({ pixels, pxPerMm: PX_PER_MM, field: { outlines: [] }, bare: { outlines: [] } });
    expect(edge.wanderMm).toBeLessThan(0.8);
    expect(Math.abs(edge.edgeMm - 8)).toBeLessThan(1.5);
  });

  it('a bow that is traced is no wander', () => {
    const bow = (xMm: number): number => 5 * Math.cos((Math.PI * (xMm - 36)) / 72);
    const line = traced([1, 19, 36, 53, 71].map((x): PointPx => [x, LINE_MM + bow(x)]));
    const { wanderMm } = edgeOf(pictureOf({ pigment: (x, y) => ramp(7)(LINE_MM + bow(x) - y) }), line);
    expect(wanderMm).toBeLessThan(0.25);
  });
});

describe('the smooth line', () => {
  it('goes through its points, and is straight between points of a straight line', () => {
    const points: readonly PointPx[] = [
      [0, 0],
      [10, 5],
      [20, 10],
      [30, 15],
    ];
    const curve = smoothLine(points);
    for (const [x, y] of curve) expect(y).toBeCloseTo(x / 2, 6);
    for (const [x, y] of points) expect(curve.some(([u, v]) => Math.hypot(u - x, v - y) < 1e-9)).toBe(true);
  });
});

describe('skin whose shape is known', () => {
  it('is measured by its own millimetres, however it leans', () => {
    // The sheet squeezed to half its height: a line’s own scale would tell half of every width.
    const { pixels } = pictureOf({ pigment: (_, y) => ramp(8)(2 * (LINE_MM - y)) });
    const columns = 69;
    const rows = STRIP_MM.bare + STRIP_MM.field + 1;
    const placesPx = new Float32Array(2 * columns * rows);
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++) {
        const behindMm = row - STRIP_MM.bare;
        const place = [(1 + column) * PX_PER_MM, (LINE_MM - behindMm / 2) * PX_PER_MM];
        placesPx.set(place, 2 * (row * columns + column));
      }
    const places = { columns, rows, fromMm: -STRIP_MM.bare, placesPx };
    const edge = edgeOf(
      { pixels, pxPerMm: PX_PER_MM, field: { outlines: [] }, bare: { outlines: [] } },
      { ...STRAIGHT, places },
    );
    expect(Math.abs(edge.edgeMm - 8)).toBeLessThan(0.6);
    expect(edge.lengthMm).toBe(columns - 1);
  });
});
