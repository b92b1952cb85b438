import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHART_RADIUS, fromChart, toChart } from '~/model/head/scalp-chart';

const share = fc.double({ min: -0.999, max: 1, noNaN: true });
const turn = fc.double({ min: -Math.PI, max: Math.PI, noNaN: true });

describe('scalp chart', () => {
  it('comes back from the chart to the same direction', () => {
    fc.assert(
      fc.property(share, turn, (y, angle) => {
        const flat = Math.sqrt(1 - y * y);
        const direction = { x: flat * Math.sin(angle), y, z: flat * Math.cos(angle) };
        const { u, v } = toChart(direction);
        const back = fromChart(u, v);
        expect(Math.hypot(back.x - direction.x, back.y - direction.y, back.z - direction.z)).toBeLessThan(1e-9);
      }),
    );
  });

  it('keeps areas: a cap of the sphere takes up its own area', () => {
    fc.assert(
      fc.property(share, (y) => {
        const { v } = toChart({ x: 0, y, z: Math.sqrt(1 - y * y) });
        expect(Math.PI * v * v).toBeCloseTo(2 * Math.PI * (1 - y), 9);
      }),
    );
  });

  it('has the crown in the middle, the forehead at +v, and stays finite beyond its rim', () => {
    expect(fromChart(0, 0)).toEqual({ x: 0, y: 1, z: 0 });
    expect(toChart({ x: 0, y: 0, z: 1 }).v).toBeCloseTo(Math.SQRT2, 12);
    expect(fromChart(CHART_RADIUS, 5)).toEqual({ x: 0, y: -1, z: 0 });
    expect(Number.isFinite(toChart({ x: 0, y: -1, z: 0 }).u)).toBe(true);
  });
});
