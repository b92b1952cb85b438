import { describe, expect, it } from 'vitest';
import { fitHead } from '~/model/fit/fit-head';
import { surfacePoint } from '~/model/head/cranium';
import { quantile } from '~/model/maths/quantile';
import { pickScalp } from '~/model/view/camera';
import { seeHead } from '../../support/made-head';
import type { SeenHead } from '../../support/made-head';

/** Heads at arm's length, as phones take them, and from a portrait's distance: mm, and the share of the picture's width. */
const TAKEN = [
  { distanceMm: 450, share: 0.36 },
  { distanceMm: 600, share: 0.4 },
  { distanceMm: 1100, share: 0.47 },
  { distanceMm: 2200, share: 0.47 },
] as const;
const YAWS = [0, 30] as const;
const CASES = TAKEN.flatMap((taken) => YAWS.map((yawDegrees) => ({ ...taken, yawDegrees })));

const seen = ({ distanceMm, share, yawDegrees }: (typeof CASES)[number]): readonly SeenHead[] =>
  [0, 1, 2, 3].map((k) =>
    seeHead({
      breadthMm: [0, 6, -6, 0][k],
      lengthMm: [0, 0, 7, -7][k],
      heightMm: [6, 0, 0, -6][k],
      yawDegrees: k % 2 === 0 ? -yawDegrees : yawDegrees,
      pitchDegrees: 1 + 4 * (k % 3),
      distanceMm,
      share,
      seed: 1 + k,
    }),
  );

/** Median distance of the scalp that is taken to be under a pixel from the true one, mm; `told`: the focal length in the file, in true ones. */
function errorMm({ reading, truth, scalp }: SeenHead, told: number | null): number {
  const focalPx = told === null ? null : told * truth.pose.focalPx;
  const fit = fitHead({ ...reading, focalPx }, 'men');
  const off = scalp.map(({ place, seen: at }) => {
    const direction = pickScalp(fit, at);
    if (direction === null) return Infinity;
    const p = surfacePoint(fit.cranium, direction);
    return Math.hypot(p.xMm - place.xMm, p.yMm - place.yMm, p.zMm - place.zMm);
  });
  return quantile(off, 0.5);
}

describe.each(CASES)('a head from $distanceMm mm, turned by $yawDegrees degrees', (taken) => {
  const heads = seen(taken);

  it.each([0.97, 1, 1.03])('is understood by an honest focal length, as it is written: × %d', (told) => {
    for (const head of heads) expect(errorMm(head, told)).toBeLessThan(4.5);
  });

  it.each([0.45, 0.3])(
    'whose photo was cut out of another, × %d, is understood as well as one without EXIF',
    (told) => {
      // From far away the whole picture's focal length would be that of a head nearer, but not too near: nothing tells them apart.
      if (told * taken.distanceMm > 450) return;
      for (const head of heads) expect(errorMm(head, told)).toBeLessThan(Math.max(6, 1.25 * errorMm(head, null)));
    },
  );
});
