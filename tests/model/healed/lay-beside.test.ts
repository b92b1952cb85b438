import { describe, expect, it } from 'vitest';
import { memoEach } from '~/model/base/memo';
import { linearToSrgb } from '~/model/colour/linear-rgb';
import { densityField } from '~/model/density/density-field';
import { NO_CORRECTION } from '~/model/design/head-correction';
import { initialDesign } from '~/model/design/design';
import { correctHead, placeByHand } from '~/model/fit/place-by-hand';
import { nodeAt } from '~/model/head/chart-grid';
import { layBeside } from '~/model/healed/lay-beside';
import { laidOver, overlayOf, placeOver } from '~/model/healed/lay-over';
import type { Picture } from '~/model/healed/lay-over';
import { inLight, patchAt } from '~/model/healed/match-light';
import { pairedPlaces, scalpPlaces } from '~/model/healed/same-places';
import type { SeenHead } from '~/model/healed/same-places';
import { degreesBetween } from '~/model/maths/rotation';
import { pickScalp } from '~/model/view/camera';
import type { Direction } from '~/model/base/units';

const PHOTO = { widthPx: 600, heightPx: 750 };
const SIZE = { widthPx: 240, heightPx: 300 };
const DESIGN = initialDesign(7);
const headed = (turn: Partial<typeof NO_CORRECTION>): SeenHead['fit'] =>
  correctHead(placeByHand(PHOTO, 'men'), { ...NO_CORRECTION, followOutline: false, tiltDegrees: 20, ...turn });
/** `crop`: the part of the photo that is shown at SIZE. */
const seen = (fit: SeenHead['fit'], left = 0, top = 0, scale = 0.4): SeenHead => ({
  fit,
  face: null,
  crop: { left, top, scale },
});
const FIRST = seen(headed({}));

/** `bend`: what a lens moves the corners of its picture outwards by, a share; nothing knows of it. */
type Seen = SeenHead & { readonly bend?: number };

/** What a camera sees of a head of one colour: which way its skin lies there, and whether behind the line; null: no head. */
const shaded = memoEach(({ fit, crop, bend = 0 }: Seen) => {
  const { line } = densityField(DESIGN, FIRST.fit);
  return Array.from({ length: SIZE.widthPx * SIZE.heightPx }, (_, k) => {
    const [x, y] = [
      (k % SIZE.widthPx) + 0.5 - SIZE.widthPx / 2,
      Math.floor(k / SIZE.widthPx) + 0.5 - SIZE.heightPx / 2,
    ];
    const bent = 1 + (4 * bend * (x * x + y * y)) / (SIZE.widthPx ** 2 + SIZE.heightPx ** 2);
    const place = {
      xPx: crop.left + (bent * x + SIZE.widthPx / 2) / crop.scale,
      yPx: crop.top + (bent * y + SIZE.heightPx / 2) / crop.scale,
    };
    const direction = pickScalp(fit, place);
    return direction === null ? null : { direction, behind: line.insideMm[nodeAt(direction)] > 0 };
  });
});

/** Light on skin that lies so: times what the first photo has, and white light that the skin throws back, linear. */
type Light = (skin: Direction) => { readonly times?: number; readonly white?: number };

/** Pigment that takes as much of each light. */
const NEUTRAL = [1, 1, 1] as const;
/** As photographs show it: of red more than of green, of blue less. */
const REAL_PIGMENT = [1.5, 1, 0.77] as const;

/** Its picture in so much light, brighter to one side; `darkness` takes light from behind the line, −ln, times `pigment` of each light. */
function picture(head: Seen, light: number | Light, darkness: number, pigment: readonly number[] = NEUTRAL): Picture {
  const data = new Uint8ClampedArray(4 * SIZE.widthPx * SIZE.heightPx).fill(255);
  for (const [k, skin] of shaded(head).entries()) {
    if (skin === null) continue;
    const { direction, behind } = skin;
    const { times = 1, white = 0 } = typeof light === 'number' ? { times: light } : light(direction);
    const left = (band: number): number => (behind ? Math.exp(-darkness * pigment[band]) : 1);
    data.set(
      [0.55, 0.35, 0.28].map((of, band) => linearToSrgb(of * times * (1 + 0.3 * direction.x) * left(band) + white)),
      4 * k,
    );
  }
  return { ...SIZE, data };
}

const plan = { ...FIRST, bare: picture(FIRST, 1, 0), planned: picture(FIRST, 1, 0.4), hair: null };

describe('two photos of one head', () => {
  it('are registered by the places of its skin that both show, however the head is turned and the photo is cropped', () => {
    const real = seen(headed({ turnDegrees: 9, rollDegrees: 5, rightMm: 6, scale: 1.15 }), 40, 30, 0.43);
    expect(degreesBetween(real.fit.pose.rotation, FIRST.fit.pose.rotation)).toBeGreaterThan(8);
    const overlay = overlayOf(pairedPlaces(real, FIRST), SIZE);
    if (overlay === null) throw new Error('There is no overlay.');
    const away = scalpPlaces(real, FIRST, 0.07).map(({ real: from, plan: to }) => {
      const [x, y] = placeOver(overlay, from.xPx, from.yPx);
      return Math.hypot(x - to.xPx, y - to.yPx);
    });
    expect(away.length).toBeGreaterThan(100);
    // A mm is about one px of these pictures.
    expect(Math.max(...away)).toBeLessThan(1.2);
  });

  it('show nothing alike where there are no pairs', () => {
    expect(overlayOf(new Float64Array(8), SIZE)).toBeNull();
  });

  it('laid over each other are the same picture; beyond its edge there is none', () => {
    const overlay = overlayOf(pairedPlaces(FIRST, FIRST), SIZE);
    if (overlay === null) throw new Error('There is no overlay.');
    const same = laidOver(plan.bare, overlay, SIZE);
    const middle = 4 * (120 * SIZE.widthPx + 120);
    expect(Math.abs(same.data[middle] - plan.bare.data[middle])).toBeLessThanOrEqual(1);
    const shifted = overlayOf(Float64Array.from([0, 0, -50, 0, 100, 0, 50, 0, 0, 100, -50, 100]), SIZE);
    if (shifted === null) throw new Error('There is no overlay.');
    expect(laidOver(plan.bare, shifted, SIZE).data[3]).toBe(0);
  });
});

describe('light', () => {
  it('of a patch is its mean, with how it varies, and none where the picture ends', () => {
    const patch = patchAt(plan.bare, 120, 150, 4);
    expect(patch?.light[0]).toBeGreaterThan(patch?.light[2] ?? 1);
    expect(patch?.texture).toBeLessThan(0.03);
    expect(patchAt(plan.bare, 1, 150, 4)).toBeNull();
  });

  it('is put on a picture by factors of linear light', () => {
    const lit = patchAt(inLight(plan.bare, [0.5, 0.5, 0.5]), 120, 150, 4);
    expect((lit?.light[1] ?? 0) / (patchAt(plan.bare, 120, 150, 4)?.light[1] ?? 1)).toBeCloseTo(0.5, 1);
  });
});

describe('a healed photo beside the plan', () => {
  const turned = seen(headed({ turnDegrees: 6, scale: 1.08 }), 20, 10, 0.41);
  const beside = (light: number | Light, darkness: number, head: Seen = turned) =>
    layBeside({ ...head, picture: picture(head, light, darkness) }, plan, DESIGN);
  const front = (light: number, darkness: number) =>
    beside(light, darkness)?.report?.zones.find(({ zone }) => zone === 'frontal');

  it('tells how dark each zone is, whatever the exposure', () => {
    for (const light of [0.85, 1.15]) {
      const report = beside(light, 0.4)?.report;
      expect(report?.light?.[1]).toBeCloseTo(light, 1);
      expect(report?.verdict).toBe('asPlanned');
      const zone = front(light, 0.4);
      expect(zone?.planned).toBeCloseTo(0.4, 1);
      expect(Math.abs((zone?.real?.darkness ?? 0) - 0.4)).toBeLessThan(0.04);
      expect(zone?.real?.errorPlusMinus).toBeLessThan(0.1);
    }
  });

  it('tells more, less and nothing from what was planned', () => {
    expect(beside(1, 0.25)?.report?.verdict).toBe('lighter');
    expect(beside(1, 0.6)?.report?.verdict).toBe('darker');
    expect(beside(1, 0)?.report?.verdict).toBe('nothing');
    expect(Math.abs(front(1, 0)?.real?.darkness ?? 1)).toBeLessThan(0.03);
  });

  it('says that it cannot be told: too dark, hair grown', () => {
    const dark = beside(0.15, 0.4)?.report;
    expect(dark?.doubt).toBe('tooDark');
    expect(dark?.zones.every(({ real }) => real === null)).toBe(true);
    expect(front(1, 1.8)?.doubt).toBe('hair');
  });

  it('says when it was taken from quite another side', () => {
    const side = seen(headed({ turnDegrees: 40 }));
    const seenFromSide = beside(1, 0.4, side);
    expect(seenFromSide?.doubts).toEqual(['otherSide']);
    // Laid over it, it would be torn.
    expect(seenFromSide?.planned).toBe(plan.planned);
    expect(beside(1, 0.4)?.planned).not.toBe(plan.planned);
    // No number, for what is seen differs: nothing is compared.
    expect(seenFromSide?.report).toBeNull();
    expect(beside(1, 0.4)?.doubts).toEqual([]);
  });

  // Up to the limit at which the pair is said to be of other sides; a phone's lens close by bends by some hundredths.
  it.each<[string, Parameters<typeof headed>[0], number]>([
    ['bowed by 12°', { tiltDegrees: 32 }, 0],
    ['bowed by 27°', { tiltDegrees: 47 }, 0],
    ['thrown back by 20°', { tiltDegrees: 0 }, 0],
    ['thrown back by 27°', { tiltDegrees: -7 }, 0],
    ['turned by 27°', { turnDegrees: 27 }, 0],
    ['bowed and turned by 25°', { tiltDegrees: 38, turnDegrees: 18 }, 0],
    ['bent by a lens', {}, 0.1],
    ['bent by a lens the other way', {}, -0.1],
    ['bowed by 20°, and bent by a lens', { tiltDegrees: 40 }, 0.05],
  ])('tells the same of a head that is %s', (_, turn, bend) => {
    const bowed = { ...seen(headed(turn)), bend };
    const kept = beside(1, 0.4, bowed);
    expect(kept?.doubts).toEqual([]);
    expect(kept?.report?.verdict).toBe('asPlanned');
    const told = kept?.report?.zones.filter(({ real }) => real !== null) ?? [];
    expect(told.map(({ zone }) => zone)).toContain('frontal');
    for (const { zone, planned, real } of told)
      expect(Math.abs((real?.darkness ?? 0) - planned), zone).toBeLessThan(2 * (real?.errorPlusMinus ?? 0));
    const faded = beside(1, 0.2, bowed)?.report;
    expect(faded?.verdict).toBe('lighter');
    for (const { zone, planned, real } of faded?.zones ?? [])
      if (real !== null) expect(real.darkness, zone).toBeLessThan(planned);
  });

  it('is of another side from 28° on, bowed as well as turned', () => {
    for (const turn of [{ tiltDegrees: 49 }, { tiltDegrees: -9 }, { turnDegrees: 31 }])
      expect(beside(1, 0.4, seen(headed(turn)))?.doubts).toEqual(['otherSide']);
  });

  /** Brightest about one place of the scalp, and less away from it. */
  const glossy =
    (white: number, reach: number): Light =>
    ({ x, y }) => ({ white: white * Math.exp(-((x - 0.1) ** 2 + (y - 0.85) ** 2) / reach ** 2) });

  it.each<[string, Light]>([
    ['a scalp that shines here and there', glossy(0.6, 0.12)],
    ['a scalp that shines', glossy(0.25, 0.3)],
    ['a scalp with a soft gloss all over', glossy(0.12, 0.6)],
    ['a scalp with a bright gloss all over', glossy(0.25, 0.6)],
    ['light from one side', ({ x }) => ({ times: 1 + 0.6 * x })],
    ['some more light from one side', ({ x }) => ({ times: 1 + 0.25 * x })],
    ['light that falls off to the top', ({ y }) => ({ times: 1 - 0.9 * Math.max(0, y - 0.3) })],
    ['light from above', ({ y }) => ({ times: 1 + 0.6 * (y - 0.3) })],
    ['shade over the whole scalp', ({ y }) => ({ times: y > 0.62 ? 0.6 : 1 })],
  ])('never tells a wrong number for sure: %s', (_, light) => {
    const report = beside(light, 0.4)?.report;
    for (const { zone, real } of report?.zones ?? [])
      if (real !== null) expect(Math.abs(real.darkness - 0.4), zone).toBeLessThan(2 * real.errorPlusMinus + 0.06);
    expect([null, 'asPlanned', 'within']).toContain(report?.verdict);
  });

  describe('where pigment takes more red than blue, as it does', () => {
    const tinted = { ...plan, planned: picture(FIRST, 1, 0.4, REAL_PIGMENT) };
    const besideTinted = (light: Light, darkness: number) =>
      layBeside({ ...turned, picture: picture(turned, light, darkness, REAL_PIGMENT) }, tinted, DESIGN)?.report
        ?.zones ?? [];
    const told = (zones: ReturnType<typeof besideTinted>) =>
      zones.flatMap(({ zone, real }) => (real === null ? [] : [{ zone, ...real }]));
    const softly: Light = ({ y }) => ({ white: y > 0.6 ? 0.04 : 0 });

    it('its own hue is no gloss, be it more or less than planned', () => {
      for (const darkness of [0.1, 0.25, 0.4, 0.55]) {
        const zones = told(besideTinted(() => ({}), darkness));
        expect(zones.map(({ zone }) => zone)).toEqual(expect.arrayContaining(['hairline', 'frontal', 'midScalp']));
        for (const { zone, darkness: real, errorPlusMinus } of zones) {
          if (zone !== 'hairline') expect(Math.abs(real - darkness), zone).toBeLessThan(0.05);
          expect(errorPlusMinus, zone).toBeLessThan(0.1);
        }
      }
    });

    it('a soft gloss over all of it is told from it: what it hides is added, and stands in the ±', () => {
      for (const darkness of [0.2, 0.4]) {
        const zones = told(besideTinted(softly, darkness));
        expect(zones.map(({ zone }) => zone)).toEqual(expect.arrayContaining(['frontal', 'midScalp']));
        for (const { zone, darkness: real, errorPlusMinus } of zones.filter(({ zone }) => zone !== 'hairline')) {
          expect(Math.abs(real - darkness), zone).toBeLessThan(0.05);
          expect(errorPlusMinus, zone).toBeGreaterThan(0.1);
        }
      }
      // To be within a wide ± says little, and is said so.
      const pale = { ...plan, planned: picture(FIRST, 1, 0.2, REAL_PIGMENT) };
      const shining = { ...turned, picture: picture(turned, softly, 0.2, REAL_PIGMENT) };
      expect(layBeside(shining, pale, DESIGN)?.report?.verdict).toBe('within');
    });

    it('a zone that shines in a part is told by the rest', () => {
      const sideways: Light = ({ x, y }) => ({ white: y > 0.6 && x > 0.12 ? 0.4 : 0 });
      const frontal = told(besideTinted(sideways, 0.4)).find(({ zone }) => zone === 'frontal');
      expect(Math.abs((frontal?.darkness ?? 0) - 0.4)).toBeLessThan(0.05);
      expect(
        besideTinted(({ y }) => ({ white: y > 0.6 ? 0.4 : 0 }), 0.4).find(({ zone }) => zone === 'frontal'),
      ).toMatchObject({
        real: null,
        doubt: 'gloss',
      });
    });
  });

  it('says why a zone is not told: gloss by its hue, light by how it changes on the forehead', () => {
    const doubtOf = (light: Light) => beside(light, 0.4)?.report?.zones.find(({ zone }) => zone === 'midScalp')?.doubt;
    expect(doubtOf(glossy(0.25, 0.6))).toBe('gloss');
    expect(doubtOf(({ y }) => ({ times: 1 + 0.6 * (y - 0.3) }))).toBe('otherLight');
    expect(doubtOf(({ y }) => ({ times: y > 0.62 ? 0.6 : 1 }))).toBe('hair');
  });
});
