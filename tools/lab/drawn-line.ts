import type { PointPx } from '~/model/base/units';
import { surfacePoint } from '~/model/head/cranium';
import { rotateBack } from '~/model/maths/rotation';
import { pickScalp, projectPoint } from '~/model/view/camera';
import type { HeadInView } from '~/model/view/view';
import { truthOf } from './truth';

/** What is looked at in a rendered head's JSON beside what `truthOf` takes: where its hair begins, place by place. */
interface LineJson {
  readonly hairline_head_cm?: readonly (readonly [number, number, number])[];
  readonly hairline_px: readonly (readonly [number, number])[];
}

/** One picture: the head found in it, and where it shows each place of the true hairline; null where it does not. */
export interface LinePicture {
  readonly fit: HeadInView;
  readonly line: readonly (PointPx | null)[];
}

/** At a slant beyond this (78°) nobody draws a line, nor judges one. */
const LEAST_COSINE = 0.2;
/** The skin at a place of the line is seen as the nearest known place of the scalp, if that is no farther, mm. */
const NEAR_MM = 15;

/** Where the picture of a rendered head shows its true hairline, by its JSON. */
export function lineIn(text: string): LinePicture['line'] {
  const { hairline_head_cm: places = [], hairline_px: line } = JSON.parse(text) as LineJson;
  const { scalp, rotation, translationMm } = truthOf(text);
  const camera = rotateBack(rotation, ...translationMm).map((mm) => -mm);
  return places.map((cm, i) => {
    const place = cm.map((one) => 10 * one);
    const off = ({ xMm, yMm, zMm }: (typeof scalp)[number]['place']): number =>
      Math.hypot(xMm - place[0], yMm - place[1], zMm - place[2]);
    const nearest = scalp.reduce((best, one) => (off(one.place) < off(best.place) ? one : best));
    const away = camera.map((mm, axis) => mm - place[axis]);
    const cosine = away.reduce((sum, mm, axis) => sum + mm * nearest.normal[axis], 0) / Math.hypot(...away);
    const [xPx, yPx] = line[i];
    return off(nearest.place) < NEAR_MM && cosine > LEAST_COSINE ? { xPx, yPx } : null;
  });
}

/**
 * How far beside the true hairline it is seen in one picture where it is drawn along it in another, mm at the head: one number for each place
 * that both show. `mmPerPx`: of the other picture, at the head.
 */
export function besideLine(drawn: LinePicture, { fit, line }: LinePicture, mmPerPx: number): readonly number[] {
  return line.flatMap((truth, i) => {
    const from = drawn.line[i];
    const direction = truth === null || from === null ? null : pickScalp(drawn.fit, from);
    if (truth === null || direction === null) return [];
    const seen = projectPoint(fit, surfacePoint(fit.cranium, direction));
    return [Math.hypot(seen.xPx - truth.xPx, seen.yPx - truth.yPx) * mmPerPx];
  });
}
