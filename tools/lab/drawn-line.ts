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

/** One picture: its JSON, and the head found in it. */
export interface LinePicture {
  readonly text: string;
  readonly fit: HeadInView;
}

/** At a slant beyond this (78°) nobody draws a line, nor judges one. */
const LEAST_COSINE = 0.2;
/** The skin at a place of the line is seen as the nearest known place of the scalp, if that is no farther, mm. */
const NEAR_MM = 15;

/** Which places of the true hairline a picture shows. */
function shown(text: string): readonly boolean[] {
  const { hairline_head_cm: places = [] } = JSON.parse(text) as LineJson;
  const { scalp, rotation, translationMm } = truthOf(text);
  const camera = rotateBack(rotation, ...translationMm).map((mm) => -mm);
  return places.map((cm) => {
    const place = cm.map((one) => 10 * one);
    const off = ({ xMm, yMm, zMm }: (typeof scalp)[number]['place']): number =>
      Math.hypot(xMm - place[0], yMm - place[1], zMm - place[2]);
    const nearest = scalp.reduce((best, one) => (off(one.place) < off(best.place) ? one : best));
    const away = camera.map((mm, axis) => mm - place[axis]);
    const cosine = away.reduce((sum, mm, axis) => sum + mm * nearest.normal[axis], 0) / Math.hypot(...away);
    return off(nearest.place) < NEAR_MM && cosine > LEAST_COSINE;
  });
}

/** How far beside the true hairline it is seen in one picture where it is drawn along it in another, mm at the head. */
export function besideLine(drawn: LinePicture, other: LinePicture): readonly number[] {
  const [from, to] = [drawn, other].map(({ text }) => (JSON.parse(text) as LineJson).hairline_px);
  const [inDrawn, inOther] = [drawn, other].map(({ text }) => shown(text));
  const { fit } = other;
  const mmPerPx = -fit.pose.translationMm[2] / fit.pose.focalPx;
  return inDrawn.flatMap((isShown, i) => {
    const [xPx, yPx] = from[i];
    const direction = isShown && inOther[i] ? pickScalp(drawn.fit, { xPx, yPx }) : null;
    if (direction === null) return [];
    const seen = projectPoint(fit, surfacePoint(fit.cranium, direction));
    return [Math.hypot(seen.xPx - to[i][0], seen.yPx - to[i][1]) * mmPerPx];
  });
}
