import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { SAMPLE_HEADS } from '../../../tools/lab/truth';
import type { PointPx } from '../../../tools/look/picture';
import { readPicture } from '../../../tools/look/read-picture';
import { maskOf } from '../../../tools/look/region';
import { gainTo, lightWithin, skinColourOf, withSkinGain } from '../../../tools/samples/skin-colour';
import { FOREHEAD_A, FOREHEAD_HUE_DEGREES, SAMPLE_SOURCES, TEST_HEADS } from '../../../tools/samples/sources';

const FIXTURES = 'tests/fixtures/heads';
const SAMPLES = Object.entries(SAMPLE_SOURCES);

/** The forehead; of a head without a face its scalp where no stubble is. */
function measuredPart(head: string, picture: ReturnType<typeof readPicture>): ArrayLike<number> {
  const fixture = JSON.parse(readFileSync(`${FIXTURES}/${head}.json`, 'utf8')) as { foreheadPx?: readonly PointPx[] };
  if (fixture.foreheadPx !== undefined) return maskOf({ outlines: [fixture.foreheadPx] }, picture);
  const [scalp, stubble] = ['scalp', 'stubble'].map((what) => readPicture(`${FIXTURES}/${head}-${what}.png`).data);
  return Array.from({ length: picture.widthPx * picture.heightPx }, (_, i) =>
    stubble[4 * i] > 0 ? 0 : scalp[4 * i] / 255,
  );
}

describe('skin set right by a gain', () => {
  const light = [0.45, 0.3, 0.2] as const;
  const aim = { a: 12, hueDegrees: 55 };

  it('has the colour aimed at, at the same lightness', () => {
    const gain = gainTo(light, aim);
    const made = skinColourOf([light[0] * gain[0], light[1] * gain[1], light[2] * gain[2]]);
    expect(made.l).toBeCloseTo(skinColourOf(light).l, 6);
    expect(made.a).toBeCloseTo(12, 6);
    expect(made.hueDegrees).toBeCloseTo(55, 6);
  });

  it('is skin only: what is beside it keeps its bytes, and the edge lies between', () => {
    const px = [200, 160, 130, 255];
    const three = { widthPx: 3, heightPx: 1, data: Uint8Array.from([...px, ...px, ...px]) };
    const { data } = withSkinGain(three, [0, 0.5, 1], [1.2, 0.9, 0.8]);
    expect([...data.subarray(0, 4)]).toEqual(px);
    expect(data[8]).toBeGreaterThan(data[4]);
    expect(data[4]).toBeGreaterThan(200);
    expect(data[10]).toBeLessThan(data[6]);
  });

  it('measures a mean of light, by the mask', () => {
    const data = Uint8Array.from([255, 255, 255, 255, 0, 0, 0, 255]);
    expect(lightWithin({ widthPx: 2, heightPx: 1, data }, [1, 1])[0]).toBeCloseTo(0.5, 6);
    expect(lightWithin({ widthPx: 2, heightPx: 1, data }, [1, 0])[1]).toBe(1);
  });
});

test.each(SAMPLES.filter(([, { skin }]) => skin !== null))('%s has the skin of a living person', (id, { head }) => {
  const picture = readPicture(`assets/samples/${id}-full.jpg`);
  const { a, hueDegrees } = skinColourOf(lightWithin(picture, measuredPart(basename(head), picture)));
  expect(a).toBeGreaterThan(FOREHEAD_A[0]);
  expect(a).toBeLessThan(FOREHEAD_A[1]);
  expect(hueDegrees).toBeGreaterThan(FOREHEAD_HUE_DEGREES[0]);
  expect(hueDegrees).toBeLessThan(FOREHEAD_HUE_DEGREES[1]);
});

test('what is known of the samples is known by the same heads', () => {
  expect(SAMPLES.map(([id, { head }]) => [id, basename(head)])).toEqual(Object.entries(SAMPLE_HEADS));
  for (const head of TEST_HEADS) expect(existsSync(`${FIXTURES}/${basename(head)}.jpg`)).toBe(true);
});
