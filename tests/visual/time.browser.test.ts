import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { srgbToLinear } from '~/model/colour/linear-rgb';
import type { LinearRgb } from '~/model/colour/linear-rgb';
import { skinColour } from '~/model/colour/skin-colour';
import type { Design } from '~/model/design/design';
import { timeStops } from '~/model/design/time-scale';
import { headOf } from '~/model/fit/head-of';
import { fieldTransmission, dotAppearance } from '~/model/pigment/dot-appearance';
import { shareOfRedness } from '~/model/pigment/photographed';
import { sharesUpTo } from '~/model/pigment/sessions';
import { skinInForce } from '~/model/skin/estimate-tone';
import { createLab } from '../../tools/lab/lab';
import type { Lab, Understood } from '../../tools/lab/lab';
import { solidZone } from '../../tools/lab/solid-zone';
import { PLAIN_HEAD } from '../support/pictures';

/**
 * The picture over time, read back: in the solid zone it keeps the share of light that the model says, at every stop of
 * the strip, and without pigment it is the photo.
 */
let lab: Lab;
let head: Understood;
beforeAll(async () => {
  lab = await createLab();
  const file = await (await fetch(PLAIN_HEAD)).blob();
  const understood = await lab.understand(file, null);
  if (typeof understood === 'string') throw new Error(understood);
  head = understood;
}, 60_000);
afterAll(() => lab.renderer.dispose());

const CELL_MM = 2;
const TOP = { left: 380, top: 120, width: 520, height: 330, scale: 1 };

/** The solid zone's bare colour, and the light kept by band there; gloss left aside (it lies on top, whatever the time). */
async function inSolidZone(design: Design): Promise<{ bare: LinearRgb; kept: number[] }> {
  const { subject } = head;
  const scene = { ...lab.sceneOf(subject, design), skin: null };
  const { dots, coverage } = lab.sceneOf(subject, { ...design, sessionsDone: design.sessionsPlanned, timeYears: 1 });
  if (dots === null || coverage === null) throw new Error('This head has no dots.');
  const { pose } = headOf(subject.reading, design);
  const pxPerMm = pose.focalPx / Math.hypot(...pose.translationMm);
  const zone = solidZone(dots, coverage, design.densityPerCm2, pxPerMm, CELL_MM);
  const [bare, treated] = [await lab.draw({ ...scene, coverage: null }, TOP), await lab.draw(scene, TOP)];
  const sums = [bare, treated].map(() => [0, 0, 0]);
  for (let y = 0; y < TOP.height; y++) {
    for (let x = 0; x < TOP.width; x++) {
      if (!zone.has(TOP.left + x, TOP.top + y)) continue;
      [bare, treated].forEach(({ data }, which) => {
        for (let c = 0; c < 3; c++) sums[which][c] += srgbToLinear(data[4 * (y * TOP.width + x) + c]);
      });
    }
  }
  expect(sums[0][1], 'there is a solid zone').toBeGreaterThan(100);
  const [red, green, blue] = sums[0];
  return { bare: [red, green, blue], kept: [0, 1, 2].map((c) => sums[1][c] / sums[0][c]) };
}
const kept = async (design: Design): Promise<number[]> => (await inSolidZone(design)).kept;

const STOPS = timeStops({ sessionsPlanned: 3 });
const named = (stops: typeof STOPS) =>
  stops.map((stop) => [`${stop.sessionsDone} sessions, ${stop.timeYears.toFixed(2)} years`, stop] as const);

describe('the treated area follows the model', () => {
  test.each(named(STOPS.filter(({ sessionsDone }) => sessionsDone > 0)))('after %s', async (_, moment) => {
    const design = { ...head.design, ...moment };
    const skin = skinInForce(head.subject.skin, design.skinItaDegrees);
    const zone = await inSolidZone(design);
    // The crown's own colour, which is not the forehead's.
    const colour = skinColour(zone.bare, head.subject.skin.light);
    const model = fieldTransmission(design, colour, design.densityPerCm2);
    // Freshly treated skin is reddened too.
    const { redness } = dotAppearance(design, skin, colour);
    const perMm2 = (design.densityPerCm2 / 100) * sharesUpTo(design.sessionsPlanned)[design.sessionsDone - 1];
    zone.kept.forEach((share, c) => {
      const expected = model[c] * redness[c] ** shareOfRedness(perMm2, model[1]);
      expect(Math.abs(share / expected - 1), `band ${String(c)}`).toBeLessThan(0.03);
    });
  });

  test('and well placed it never gets darker between a month and fifteen years', async () => {
    let before = 0;
    for (const stop of STOPS.filter(({ timeYears }) => timeYears > 0)) {
      const [, green] = await kept({ ...head.design, ...stop });
      expect(green).toBeGreaterThan(before - 0.004);
      before = green;
    }
  });
});

test.each(named(STOPS))('without pigment the picture is the photo, after %s', async (_, moment) => {
  const design: Design = { ...head.design, ...moment, coverage: 'painted' };
  const scene = lab.sceneOf(head.subject, design);
  const [bare, shown] = [await lab.draw({ ...scene, coverage: null }, TOP), await lab.draw(scene, TOP)];
  expect(shown.data.every((value, i) => value === bare.data[i])).toBe(true);
});

test('before the first session the picture is the photo', async () => {
  const scene = lab.sceneOf(head.subject, { ...head.design, sessionsDone: 0, timeYears: 0 });
  const [bare, shown] = [await lab.draw({ ...scene, coverage: null }, TOP), await lab.draw(scene, TOP)];
  expect(shown.data.every((value, i) => value === bare.data[i])).toBe(true);
});
