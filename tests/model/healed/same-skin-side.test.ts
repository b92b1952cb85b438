import { describe, expect, it } from 'vitest';
import { NO_CORRECTION, NO_PLACEMENT } from '~/model/design/head-correction';
import { fitTogether } from '~/model/fit/heads-of';
import { mirroredAmong, unlikeAmong } from '~/model/healed/same-face';
import { skinSides } from '~/model/healed/same-skin-side';
import type { HeadReading } from '~/model/view/head-reading';
import { mirrored, seriesPhotos } from '../../support/series';

const [front, left, right] = seriesPhotos()
  .map(({ reading }) => reading)
  .filter(({ face }) => face !== null);

/** As the app asks: of photos that are fitted together, mirrored ones among them. */
function asked(readings: readonly HeadReading[]) {
  const plain = { head: NO_CORRECTION, laid: NO_PLACEMENT, laidBy: null, knownLength: null, marks: [] };
  const { views } = fitTogether(
    readings.map((reading) => ({ ...plain, reading })),
    'men',
  );
  const faces = readings.map((reading, at) =>
    reading.face === null ? null : { face: reading.face, fit: views[at].fit, reading },
  );
  return { mirrored: mirroredAmong(faces), unlike: unlikeAmong(faces) };
}

describe('photos of one head, of which one is mirrored', () => {
  it.each([
    ['the front', [mirrored(front), left, right], [true, false, false]],
    ['an oblique', [front, mirrored(left), right], [false, true, false]],
    ['none', [front, left, right], [false, false, false]],
    ['all, as one: none', [mirrored(front), mirrored(left), mirrored(right)], [false, false, false]],
    ['of two the later', [front, mirrored(left)], [false, true]],
    ['the front twice', [front, mirrored(front)], [false, true]],
  ])('are told by the skin that they have in common: %s', (_, readings, which) => {
    expect(asked(readings)).toEqual({ mirrored: which, unlike: which.map(() => false) });
  });

  it('are not told by skin where it was not read, or where two photos have none in common', () => {
    const { photo, face, outline, focalPx } = left;
    expect(skinSides(front, { photo, face, outline, focalPx })).toBeNull();
    expect(skinSides(left, right)).toBeNull();
  });
});
