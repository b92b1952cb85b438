import { describe, expect, it } from 'vitest';
import { initialDesign } from '~/model/design/design';
import { hairlineOf } from '~/model/hairline/hairline';
import { directionTo } from '~/model/head/cranium';
import { facing, pickScalp, projectPoint } from '~/model/view/camera';
import { surfacePoint } from '~/model/head/cranium';
import { halfwayMm, seenBy, tracedLines, waysBetween } from '../../../tools/lab/line-strips';
import { scalpPlanes } from '../../../tools/lab/scalp-planes';
import type { StripPlaces } from '../../../tools/look/picture';
import { STRIP_MM } from '../../../tools/look/strip';
import { seeHead } from '../../support/made-head';

/** A mean head, turned a little and bowed, of a photo reduced to a quarter. */
const { truth: fit } = seeHead({
  breadthMm: 0,
  lengthMm: 0,
  heightMm: 0,
  yawDegrees: 25,
  pitchDegrees: 20,
  distanceMm: 900,
  share: 0.5,
  seed: 1,
});
const SCALE = 0.25;
const SIZE = [375, 500] as const;
const design = initialDesign(1);
const planes = scalpPlanes(fit, design, SIZE, SCALE);

const solid = [...planes.weight.keys()].filter((i) => planes.weight[i] > 0.99 && planes.cosine[i] > 0.5);

describe('the planes of a head', () => {
  it('have the scale of the skin as it is seen, and its lean', () => {
    expect(solid.length).toBeGreaterThan(2000);
    for (const i of solid.filter((_, k) => k % 97 === 0)) {
      const [xPx, yPx] = [((i % SIZE[0]) + 0.5) / SCALE, (Math.floor(i / SIZE[0]) + 0.5) / SCALE];
      const direction = pickScalp(fit, { xPx, yPx });
      if (direction === null) throw new Error('no skin there');
      expect(planes.cosine[i]).toBeCloseTo(facing(fit, direction), 1);
      const depthMm = projectPoint(fit, surfacePoint(fit.cranium, direction)).depthMm;
      const squarely = (fit.pose.focalPx / depthMm) * SCALE;
      expect(planes.pxPerMm[i] / (squarely * Math.sqrt(planes.cosine[i]))).toBeCloseTo(1, 1);
    }
  });

  it('want all dots behind the line and none before it', () => {
    for (const i of solid) expect(planes.insideMm[i]).toBeGreaterThan(0);
    const before = [...planes.insideMm.keys()].filter((i) => planes.cosine[i] > 0 && planes.insideMm[i] < -15);
    expect(before.length).toBeGreaterThan(1000);
    for (const i of before) expect(planes.weight[i]).toBe(0);
  });
});

describe('the traced line', () => {
  const lines = tracedLines(fit, design, seenBy(fit, SCALE));
  const places = (part: 'middle' | 'side'): StripPlaces => {
    const found = lines.find((line) => line.part === part)?.places;
    if (found === undefined) throw new Error(`no ${part}`);
    return found;
  };

  it('is seen in the middle and at the side that is turned to the camera', () => {
    expect(lines.map(({ part }) => part).sort()).toEqual(['middle', 'side']);
  });

  it.each(['middle', 'side'] as const)('%s: its strip is a millimetre of skin from place to place', (part) => {
    const { columns, rows, placesPx, fromMm } = places(part);
    expect(fromMm).toBe(-STRIP_MM.bare);
    const at = (column: number, row: number): readonly [number, number] => {
      const k = 2 * (row * columns + column);
      return [placesPx[k] / SCALE, placesPx[k + 1] / SCALE];
    };
    const onSkin = (column: number, row: number): ReturnType<typeof surfacePoint> => {
      const [xPx, yPx] = at(column, row);
      const direction = pickScalp(fit, { xPx, yPx });
      if (direction === null) throw new Error('no skin there');
      expect(facing(fit, directionTo(fit.cranium, surfacePoint(fit.cranium, direction)))).toBeGreaterThan(0);
      return surfacePoint(fit.cranium, direction);
    };
    const column = Math.floor(columns / 2);
    for (let row = 2; row + 3 < rows && row < STRIP_MM.bare + 12; row += 3) {
      const [a, b] = [onSkin(column, row), onSkin(column, row + 1)];
      expect(Math.hypot(a.xMm - b.xMm, a.yMm - b.yMm, a.zMm - b.zMm)).toBeCloseTo(1, 1);
    }
  });

  it('ends where the skin is not seen, and goes on past a mole', () => {
    const seen = seenBy(fit, SCALE);
    const { columns, placesPx } = places('middle');
    const at = 2 * (STRIP_MM.bare * columns + Math.floor(columns / 2));
    const [middleX, middleY] = [placesPx[at], placesPx[at + 1]];
    const middleOf = (isHidden: (xPx: number, yPx: number) => boolean): StripPlaces | undefined =>
      tracedLines(fit, design, (point) => {
        const place = seen(point);
        return place === null || isHidden(...place) ? null : place;
      }).find(({ part }) => part === 'middle')?.places;
    expect(middleOf((x, y) => Math.hypot(x - middleX, y - middleY) < 1.2)?.columns).toBe(columns);
    const half = middleOf((x) => x > middleX)?.columns ?? 0;
    expect(half).toBeLessThan(0.6 * columns);
    expect(half).toBeGreaterThan(0.4 * columns);
  });

  it('has half of the pigment on it, at the side where its edge has it; bare skin before it and the field behind', () => {
    const line = hairlineOf(design, fit);
    const { leftCorner, leftTemple } = line.pointArcLengthMm;
    const halfwayAt = (from: number, to: number): number => halfwayMm(fit, design, waysBetween(from, to), line);
    const deeper = halfwayAt(leftCorner, leftTemple) - halfwayAt(-leftCorner, leftCorner);
    expect(deeper).toBeGreaterThan(2);
    for (const [part, halfway, full] of [
      ['middle', 0, 10],
      ['side', Math.round(deeper), 18],
    ] as const) {
      const { columns, placesPx } = places(part);
      const weights = (mm: number): number => {
        let sum = 0;
        for (let column = 0; column < columns; column++) {
          const k = 2 * ((STRIP_MM.bare + mm) * columns + column);
          sum += planes.weight[Math.floor(placesPx[k + 1]) * SIZE[0] + Math.floor(placesPx[k])];
        }
        return sum / columns;
      };
      expect(Math.abs(weights(halfway) - 0.5), part).toBeLessThan(0.1);
      expect(weights(-9), part).toBeLessThan(0.02);
      expect(weights(full), part).toBeGreaterThan(0.95);
    }
  });
});
