import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_CORRECTION } from '~/model/design/head-correction';
import { fitViews } from '~/model/fit/fit-views';
import { fitHead } from '~/model/fit/fit-head';
import { believedPlace } from '~/model/fit/mark-rows';
import { correctHead, placeByHand } from '~/model/fit/place-by-hand';
import type { FittedViews, ViewToFit } from '~/model/fit/view-to-fit';
import { meanCranium, surfacePoint } from '~/model/head/cranium';
import { CANONICAL_MM } from '~/model/head/face-points';
import { HEAD_MARKS } from '~/model/design/consultation';
import { markPlace } from '~/model/head/head-marks';
import { quantile } from '~/model/maths/quantile';
import { headingOf, turnBetween } from '~/model/maths/rotation';
import { marksOff, OFF_MM } from '~/model/overlay/fit-in-sight';
import { cameraPlace, pickScalp, projectPinhole } from '~/model/view/camera';
import type { HeadInView } from '~/model/view/view';
import { seeHead } from '../../support/made-head';
import type { MadeHead, SeenHead } from '../../support/made-head';

const DEGREES = 180 / Math.PI;
const MIDDLING = { breadthMm: 4, lengthMm: 8, heightMm: -5, pitchDegrees: 5, distanceMm: 900, share: 0.4, seed: 7 };

/** Moles of a head: directions on the skull, all over it. */
const MOLES = Array.from({ length: 16 }, (_, i) => {
  const y = 0.95 - (0.8 * i) / 15;
  const flat = Math.sqrt(1 - y * y);
  return { x: flat * Math.cos(2.4 * i), y, z: flat * Math.sin(2.4 * i) };
});

const moleName = (index: number): string => `mole ${String(index)}`;

/** The photo of a made-up head, with those of these moles tapped that it shows. */
function viewOf({ reading, truth }: SeenHead, moles: readonly (typeof MOLES)[number][] = MOLES): ViewToFit {
  const camera = cameraPlace(truth.pose);
  const marks = moles.flatMap((direction) => {
    const place = surfacePoint(truth.cranium, direction);
    const [dx, dy, dz] = [camera.xMm - place.xMm, camera.yMm - place.yMm, camera.zMm - place.zMm];
    const facing = (dx * direction.x + dy * direction.y + dz * direction.z) / Math.hypot(dx, dy, dz);
    const mark = moleName(MOLES.indexOf(direction));
    return facing > 0.2 ? [{ mark, kind: 'skin' as const, seen: projectPinhole(truth.pose, place) }] : [];
  });
  return { reading, start: null, marks };
}

/** How far the scalp under the photo's places is from where it truly is, mm, middle one. */
function offMm(fit: HeadInView, { scalp }: SeenHead): number {
  const off = scalp.flatMap(({ place, seen }) => {
    const direction = pickScalp(fit, seen);
    if (direction === null) return [];
    const p = surfacePoint(fit.cranium, direction);
    return [Math.hypot(p.xMm - place.xMm, p.yMm - place.yMm, p.zMm - place.zMm)];
  });
  return quantile(off, 0.5);
}

const at = <T>(list: readonly T[], index: number): T => {
  const item = list[index];
  if (item === undefined) throw new Error('no such item');
  return item;
};
/** From six sides, two of which show the face well and two besides. */
const SIDES = [0, 40, -40, 90, -90, 180];
const fromSides = (made: Omit<MadeHead, 'yawDegrees'>, sides: readonly number[]): SeenHead[] =>
  sides.map((yawDegrees, i) =>
    seeHead({ ...made, yawDegrees, seed: made.seed + i, hasFace: Math.abs(yawDegrees) < 60 }),
  );
const between = (least: number, most: number): fc.Arbitrary<number> =>
  fc.double({ min: least, max: most, noNaN: true });

/** The two moles farthest apart of those that all of these photos show. */
function farthest(shown: readonly SeenHead[]): readonly (typeof MOLES)[number][] {
  const tapped = shown.map((one) => new Set(viewOf(one).marks.map(({ mark }) => mark)));
  const all = MOLES.filter((_, i) => tapped.every((marks) => marks.has(moleName(i))));
  const pairs = all.flatMap((a) => all.map((b) => [a, b] as const));
  const dot = ([a, b]: (typeof pairs)[number]): number => a.x * b.x + a.y * b.y + a.z * b.z;
  return pairs.reduce((best, other) => (dot(other) < dot(best) ? other : best));
}

/** The same photo of a head whose ears stand out by 20 mm, the left one more. */
function withEars({ reading, truth, scalp }: SeenHead): SeenHead {
  const { outline } = reading;
  if (outline === null) throw new Error('no outline');
  const { columns, leftPx, topPx, pxPerSample } = outline;
  const pxPerMm = truth.pose.focalPx / -truth.pose.translationMm[2];
  const ears = (['leftEar', 'rightEar'] as const).map((ear) =>
    projectPinhole(truth.pose, markPlace(truth.cranium, ear)),
  );
  const confidence = outline.confidence.map((share, k) => {
    const xPx = leftPx + ((k % columns) + 0.5) * pxPerSample;
    const yPx = topPx + (Math.floor(k / columns) + 0.5) * pxPerSample;
    const isEar = ears.some((ear, e) => Math.hypot(xPx - ear.xPx, yPx - ear.yPx) < (e === 0 ? 24 : 16) * pxPerMm);
    return isEar ? 255 : share;
  });
  return { reading: { ...reading, outline: { ...outline, confidence } }, truth, scalp };
}

/** The same photo, seen from the person's side, with the edge of the face and the throat in its outline. */
function withProfile({ reading, truth, scalp }: SeenHead): SeenHead {
  const { outline } = reading;
  if (outline === null) throw new Error('no outline');
  const { columns, leftPx, topPx, pxPerSample } = outline;
  const face = [10, 151, 9, 8, 168, 6, 197, 195, 5, 4, 1, 19, 94, 2, 164, 0, 17, 18, 200, 199, 175, 152].map(
    (vertex) => ({
      xMm: CANONICAL_MM[3 * vertex],
      yMm: CANONICAL_MM[3 * vertex + 1],
      zMm: CANONICAL_MM[3 * vertex + 2],
    }),
  );
  const edge = [...face, { xMm: 0, yMm: -90, zMm: -40 }, truth.cranium.centre].map((place) =>
    projectPinhole(truth.pose, place),
  );
  const isFace = (xPx: number, yPx: number): boolean =>
    edge.filter((one, i) => {
      const next = edge[(i + 1) % edge.length];
      const share = (yPx - one.yPx) / (next.yPx - one.yPx);
      return one.yPx > yPx !== next.yPx > yPx && xPx < one.xPx + share * (next.xPx - one.xPx);
    }).length %
      2 ===
    1;
  const confidence = outline.confidence.map((share, k) => {
    const xPx = leftPx + ((k % columns) + 0.5) * pxPerSample;
    const yPx = topPx + (Math.floor(k / columns) + 0.5) * pxPerSample;
    return isFace(xPx, yPx) ? 255 : share;
  });
  return { reading: { ...reading, outline: { ...outline, confidence } }, truth, scalp };
}

/** The moles of a photo that shows no frontal scalp, as places to measure by. */
const molesOf = (one: SeenHead): SeenHead['scalp'] =>
  viewOf(one).marks.map(({ mark, seen }) => ({
    place: surfacePoint(one.truth.cranium, at(MOLES, Number(mark.slice('mole '.length)))),
    seen,
  }));

describe('one head in several photos', () => {
  it('is found again: skull, and where each photo stands, better than each photo finds it alone', () => {
    const alone: number[] = [];
    const together: number[] = [];
    fc.assert(
      fc.property(
        between(-8, 8),
        between(-10, 10),
        between(-8, 8),
        fc.integer({ min: 1, max: 1e6 }),
        (breadthMm, lengthMm, heightMm, seed) => {
          const seen = fromSides({ ...MIDDLING, breadthMm, lengthMm, heightMm, seed }, SIDES);
          const fit = fitViews(
            seen.map((one) => viewOf(one)),
            'men',
          );
          seen.slice(0, 3).forEach((one, i) => {
            together.push(offMm(at(fit.views, i).fit, one));
            alone.push(offMm(fitHead(one.reading, 'men'), one));
          });
          seen.forEach(({ truth }, i) => {
            const turn = (pose: HeadInView['pose']): number => headingOf(pose.rotation).yawRadians * DEGREES;
            const apart = turn(at(fit.views, i).fit.pose) - turn(truth.pose);
            expect(Math.abs(((apart + 540) % 360) - 180)).toBeLessThan(12);
          });
        },
      ),
      { numRuns: 6 },
    );
    const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;
    expect(mean(together)).toBeLessThan(4.5);
    expect(mean(together)).toBeLessThan(0.85 * mean(alone));
  }, 60_000);

  it('is not spoilt by a photo of somebody else, which counts less', () => {
    const good = fromSides(MIDDLING, [0, 35, -35]).map((one) => viewOf(one));
    const other = seeHead({ ...MIDDLING, breadthMm: -14, lengthMm: -14, heightMm: 16, yawDegrees: 20, seed: 99 });
    const without = fitViews(good, 'men');
    const fit = fitViews([...good, viewOf(other)], 'men');
    expect(at(fit.views, 3).weight).toBeLessThan(0.7);
    for (const { weight } of fit.views.slice(0, 3)) expect(weight).toBeGreaterThan(0.9);
    for (const size of ['halfBreadthMm', 'halfLengthMm', 'heightMm'] as const) {
      expect(Math.abs(fit.cranium[size] - without.cranium[size])).toBeLessThan(2);
    }
  });

  it.each([
    ['behind', 180],
    ['the left', 90],
    ['the right', -90],
  ] as const)('is laid on from %s by two marks', (_name, yawDegrees) => {
    const shown = [
      seeHead({ ...MIDDLING, yawDegrees: 0 }),
      seeHead({ ...MIDDLING, yawDegrees: yawDegrees / 3, pitchDegrees: 42, seed: 8 }),
      seeHead({ ...MIDDLING, yawDegrees, pitchDegrees: 20, seed: 9, hasFace: false }),
    ];
    const pair = farthest(shown.slice(1));
    const fit = fitViews(
      shown.map((one) => viewOf(one, pair)),
      'men',
    );
    const found = headingOf(at(fit.views, 2).fit.pose.rotation);
    const truth = headingOf(at(shown, 2).truth.pose.rotation);
    const apart = (found.yawRadians - truth.yawRadians) * DEGREES;
    expect(Math.abs(((apart + 540) % 360) - 180)).toBeLessThan(20);
    expect(Math.abs(found.pitchRadians - truth.pitchRadians) * DEGREES).toBeLessThan(15);
  });

  it('with two marks and an outline places a head from behind that was laid on by a quarter turn too little', () => {
    const off = [1, 2, 3].map((seed) => {
      const shown = [
        seeHead({ ...MIDDLING, yawDegrees: 0, seed }),
        seeHead({ ...MIDDLING, yawDegrees: 60, pitchDegrees: 42, seed: seed + 10 }),
        seeHead({ ...MIDDLING, yawDegrees: 180, pitchDegrees: 20, seed: seed + 20, hasFace: false }),
      ];
      const pair = farthest(shown.slice(1));
      const [front, oblique, back] = shown.map((one) => viewOf(one, pair));
      const laid = correctHead(placeByHand(back.reading.photo, 'men'), { ...NO_CORRECTION, turnDegrees: 90 });
      const fit = fitViews([front, oblique, { ...back, start: laid }], 'men');
      return offMm(at(fit.views, 2).fit, { ...at(shown, 2), scalp: molesOf(at(shown, 2)) });
    });
    // Without the marks they lie 110 mm off; what is left is mostly the place of marks that one other photo shows.
    expect(Math.max(...off), off.map((mm) => mm.toFixed(1)).join(', ')).toBeLessThan(15);
  });

  it.each([90, -90])(
    'seen from its side (%d°) it is tilted as the edge of its face is, however it was laid on',
    (yawDegrees) => {
      for (const tiltDegrees of [-6, 6]) {
        const front = seeHead({ ...MIDDLING, yawDegrees: 0, seed: 3 });
        const side = withProfile(seeHead({ ...MIDDLING, yawDegrees, seed: 23, hasFace: false }));
        // In such a picture a nod is a roll.
        const start = correctHead(side.truth, { ...NO_CORRECTION, rollDegrees: tiltDegrees, rightMm: 4, upMm: -4 });
        const views = [viewOf(front, []), { ...viewOf(side, []), start }];
        const { pose } = at(fitViews(views, 'men').views, 1).fit;
        const [roll] = turnBetween(side.truth.pose.rotation, pose.rotation).slice(2);
        expect(Math.abs(roll * DEGREES), `${String(tiltDegrees)}°`).toBeLessThan(2.5);
      }
    },
  );

  it('seen from above it lies no worse than it was laid on, however its ears stand out', () => {
    for (const seed of [1, 2, 3, 4]) {
      const front = seeHead({ ...MIDDLING, yawDegrees: 0, seed });
      const above = withEars(
        seeHead({ ...MIDDLING, yawDegrees: 0, pitchDegrees: 72, seed: seed + 20, hasFace: false }),
      );
      const off = { ...NO_CORRECTION, turnDegrees: 3, rollDegrees: 3, tiltDegrees: -3, rightMm: 4 };
      const start = correctHead(above.truth, off);
      const views = [viewOf(front, []), { ...viewOf(above, []), start }];
      expect(offMm(at(fitViews(views, 'men').views, 1).fit, above)).toBeLessThan(offMm(start, above) + 0.5);
    }
  });

  it('a mark that is tapped elsewhere is told, and spoils neither the others nor the head', () => {
    const shown = fromSides(MIDDLING, [0, 40]);
    const both = MOLES.filter((mole) => shown.every((one) => viewOf(one, [mole]).marks.length === 1)).slice(0, 4);
    const good = shown.map((one) => viewOf(one, both));
    const astray = both.length - 1;
    const bad = good.map((view, v) =>
      v === 0
        ? view
        : {
            ...view,
            marks: view.marks.map((tap, k) =>
              k === astray ? { ...tap, seen: { ...tap.seen, xPx: tap.seen.xPx + 120 } } : tap,
            ),
          },
    );
    const [right, wrong] = [good, bad].map((views) => fitViews(views, 'men'));
    const worst = (fit: FittedViews, mark: string): number => Math.max(...(marksOff(fit).get(mark)?.values() ?? []));
    const names = at(good, 1).marks.map(({ mark }) => mark);
    expect(worst(wrong, at(names, astray))).toBeGreaterThan(OFF_MM[1]);
    for (const name of names.slice(0, astray)) expect(worst(wrong, name)).toBeLessThan(worst(right, name) + 1);
    shown.forEach((one, i) => {
      expect(offMm(at(wrong.views, i).fit, one)).toBeLessThan(offMm(at(right.views, i).fit, one) + 1);
      expect(at(wrong.views, i).weight).toBeGreaterThan(0.9);
    });
  });

  it('an ear that is tapped is its middle as it is seen, as where one photo is placed by hand', () => {
    const cranium = meanCranium('men');
    for (const mark of HEAD_MARKS) expect(believedPlace(mark, cranium)).toEqual(markPlace(cranium, mark));
    expect(believedPlace('skin', cranium)).toBeNull();
  });

  it('says where what is seen departs from the head that all agree on, in the photo and in mm', () => {
    const fit = fitViews(
      fromSides(MIDDLING, [0, 35]).map((one) => viewOf(one)),
      'men',
    );
    for (const { residuals, offMm: off } of fit.views) {
      const kinds = new Set(residuals.map(({ kind }) => kind));
      expect([...kinds].sort()).toEqual(['landmark', 'mark', 'outline']);
      expect(off).toBeLessThan(4);
      for (const { mm } of residuals) expect(mm).toBeGreaterThanOrEqual(0);
    }
    expect(fit.marks.length).toBeGreaterThan(0);
  });

  it('has an answer for photos of which nothing is known', () => {
    const photo = { widthPx: 400, heightPx: 300 };
    const nothing = { photo, face: null, outline: null, focalPx: null };
    const broken = { landmarksPx: new Float32Array(3 * 468).fill(NaN), box: { left: 0, top: 0, right: 1, bottom: 1 } };
    const views: ViewToFit[] = [
      { reading: nothing, start: null, marks: [] },
      {
        reading: nothing,
        start: placeByHand(photo, 'women'),
        marks: [{ mark: 'a', kind: 'skin', seen: { xPx: 0, yPx: 0 } }],
      },
      { reading: { ...nothing, face: broken }, start: null, marks: [] },
    ];
    for (const { fit } of fitViews(views, 'women').views) {
      const { rotation, translationMm, focalPx } = fit.pose;
      expect([...rotation, ...translationMm, focalPx].every(Number.isFinite)).toBe(true);
    }
    expect(fitViews([], 'men').views).toEqual([]);
  });
});
