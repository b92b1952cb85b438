import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { clearOfEars } from '~/model/head/bare-skin';
import { REFERENCE_CRANIUM } from '~/model/head/cranium';
import type { Vector3 } from '~/model/maths/vector';
import { add, dot, length, scale, subtract } from '~/model/maths/vector';
import { HEADS_ARE_THERE, trueScalp } from '../../support/true-scalp';

const place = ([xMm, yMm, zMm]: Vector3): { xMm: number; yMm: number; zMm: number } => ({ xMm, yMm, zMm });

describe('clearOfEars', () => {
  const { halfBreadthMm } = REFERENCE_CRANIUM;
  // From half the side the rim of an ear that stands off by 24 mm hides the skin behind it; the skin over it is seen.
  it.each([-1, 1])('from half the side the ear hides what lies behind it and nothing over it (side %d)', (side) => {
    const camera = place([side * 700, 20, 700]);
    expect(clearOfEars(REFERENCE_CRANIUM, camera, side * (halfBreadthMm - 4), 15, -80)).toBe(0);
    expect(clearOfEars(REFERENCE_CRANIUM, camera, side * (halfBreadthMm - 1), 55, -51)).toBe(1);
    expect(clearOfEars(REFERENCE_CRANIUM, camera, -side * (halfBreadthMm - 4), 75, -80)).toBe(1);
  });
});

interface Truth {
  readonly head_to_camera_opencv: readonly (readonly [number, number, number, number])[];
  readonly scalp_points: {
    readonly head_cm: readonly Vector3[];
    readonly normal_head: readonly Vector3[];
    readonly visible: readonly number[];
  };
}

/** Skin turned from the camera by more than about 83° is nobody's; and higher or lower than this lies no ear, mm. */
const LEAST_COSINE = 0.12;
const EAR_LIES_MM = [-60, 90] as const;

describe.skipIf(!HEADS_ARE_THERE)(
  `ears of rendered heads${HEADS_ARE_THERE ? '' : ' (skipped: none beside the project)'}`,
  () => {
    it('hardly a place that an ear hides is taken for bare skin, and little bare skin for an ear', () => {
      const told = { hidden: 0, hiddenButClear: 0, seen: 0, seenButCovered: 0 };
      for (const name of [
        'heads/head_t3_stubble',
        'heads/head_t6_yawm45',
        'heads2/edita_buzz',
        'heads2/series_obl_l',
        'heads2/series_obl_r',
        'heads2/series_prof_l',
        'heads2/series_prof_r',
      ]) {
        const truth = JSON.parse(readFileSync(`../shared/${name}.json`, 'utf8')) as Truth;
        const { nearest } = trueScalp(name);
        const camera = truth.head_to_camera_opencv
          .slice(0, 3)
          .reduce<Vector3>((sum, [a, b, c, shiftCm]) => add(sum, scale([a, b, c], -10 * shiftCm)), [0, 0, 0]);
        truth.scalp_points.head_cm.forEach((cm, i) => {
          const at = scale(cm, 10);
          const toCamera = subtract(camera, at);
          const normal = truth.scalp_points.normal_head[i] ?? [0, 0, 0];
          if (dot(normal, toCamera) < LEAST_COSINE * length(toCamera)) return;
          if (at[1] < EAR_LIES_MM[0] || at[1] > EAR_LIES_MM[1]) return;
          const clear = clearOfEars(nearest, place(camera), ...at) > 0.5;
          if (truth.scalp_points.visible[i] === 1) {
            told.seen++;
            if (!clear) told.seenButCovered++;
          } else {
            told.hidden++;
            if (clear) told.hiddenButClear++;
          }
        });
      }
      expect(told.hidden).toBeGreaterThan(100);
      expect(told.hiddenButClear / told.hidden).toBeLessThan(0.03);
      expect(told.seenButCovered / told.seen).toBeLessThan(0.06);
    });
  },
);
