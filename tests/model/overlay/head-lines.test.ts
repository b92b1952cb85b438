import { describe, expect, it } from 'vitest';
import type { PointPx } from '~/model/base/units';
import { densityField } from '~/model/density/density-field';
import { initialDesign } from '~/model/design/design';
import { NO_CORRECTION } from '~/model/design/head-correction';
import { correctHead, placeByHand } from '~/model/fit/place-by-hand';
import { hairlineOf } from '~/model/hairline/hairline';
import type { HeadInView } from '~/model/view/view';
import { hairlineInSight, hairlineUnseen } from '~/model/overlay/hairline-in-sight';
import { projectPoint } from '~/model/view/camera';
import { silhouetteLine } from '~/model/view/silhouette-line';

const headCentre = (fit: HeadInView): PointPx => projectPoint(fit, fit.cranium.centre);
const front = placeByHand({ widthPx: 600, heightPx: 800 }, 'men');
const design = initialDesign(1);

describe('edge of the skull', () => {
  it('runs from one side over the top to the other, and leaves the face open', () => {
    const line = silhouetteLine(front);
    const [first, last] = [line[0], line.at(-1)];
    const top = Math.min(...line.map(({ yPx }) => yPx));
    expect(first.xPx).toBeGreaterThan(headCentre(front).xPx);
    expect(last?.xPx).toBeLessThan(headCentre(front).xPx);
    expect(Math.min(first.yPx, last?.yPx ?? 0)).toBeGreaterThan(headCentre(front).yPx);
    expect(top).toBeLessThan(headCentre(front).yPx - 100);
    // Neighbouring points are neighbours: the gap is not inside the line.
    for (const [i, point] of line.slice(1).entries()) {
      expect(Math.hypot(point.xPx - line[i].xPx, point.yPx - line[i].yPx)).toBeLessThan(40);
    }
  });

  it('is closed seen from above', () => {
    const line = silhouetteLine(correctHead(front, { ...NO_CORRECTION, tiltDegrees: 85 }));
    expect(line[0]).toEqual(line.at(-1));
  });
});

describe('hairline in sight', () => {
  it('is one piece over the forehead from the front, and the nape’s from behind', () => {
    const line = hairlineOf(design, front);
    const seen = hairlineInSight(line, front);
    const longest = [...seen].sort((a, b) => b.length - a.length)[0];
    expect(Math.max(...longest.map(({ yPx }) => yPx))).toBeLessThan(800);
    expect(longest.length).toBeGreaterThan(60);
    const behind = correctHead(front, { ...NO_CORRECTION, turnDegrees: 180 });
    const nape = hairlineInSight(line, behind).flat();
    expect(Math.min(...nape.map(({ yPx }) => yPx))).toBeGreaterThan(headCentre(behind).yPx);
  });

  const inside = (head: typeof front): Float32Array => densityField(design, head).line.insideMm;

  it('is unseen where it faces no photo: less with each photo, nothing from before and behind but at the rim', () => {
    const line = hairlineOf(design, front);
    const turned = (turnDegrees: number) => correctHead(front, { ...NO_CORRECTION, turnDegrees });
    const points = ({ behindScalp, behindFace }: ReturnType<typeof hairlineUnseen>): number =>
      [...behindScalp, ...behindFace].flat().length;
    const alone = points(hairlineUnseen(line, front, [], inside(front)));
    const withSide = points(hairlineUnseen(line, front, [turned(90)], inside(front)));
    expect(alone).toBeGreaterThan(0);
    expect(withSide).toBeLessThan(alone);
    expect(points(hairlineUnseen(line, front, [turned(90), turned(-90), turned(180)], inside(front)))).toBeLessThan(
      0.1 * alone,
    );
  });

  it('that is unseen is told apart by what lies before it: treated scalp, or the face', () => {
    for (const turnDegrees of [-50, -25, 0, 25, 50]) {
      const seen = correctHead(front, { ...NO_CORRECTION, turnDegrees });
      const line = hairlineOf(design, seen);
      const { behindScalp, behindFace } = hairlineUnseen(line, seen, [], inside(seen));
      expect(behindFace.flat().length).toBeGreaterThan(0);
      // In the picture the scalp lies above the line that is in sight, and the face below it.
      const inSight = hairlineInSight(line, seen).flat();
      const below = ({ xPx, yPx }: PointPx): boolean | null => {
        const near = inSight.filter((point) => Math.abs(point.xPx - xPx) < 4).map((point) => point.yPx);
        return near.length === 0 ? null : yPx > Math.max(...near) + 4;
      };
      expect(behindScalp.flat().filter((point) => below(point) === true)).toEqual([]);
    }
    const fromBehind = correctHead(front, { ...NO_CORRECTION, turnDegrees: 180 });
    const { behindScalp } = hairlineUnseen(hairlineOf(design, fromBehind), fromBehind, [], inside(fromBehind));
    expect(behindScalp.flat().length).toBeGreaterThan(20);
  });
});
