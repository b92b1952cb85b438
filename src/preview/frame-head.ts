import type { PointPx, SizePx } from '~/model/base/units';
import { directionTo } from '~/model/head/cranium';
import { clamp } from '~/model/maths/numbers';
import { facing, projectPoint } from '~/model/view/camera';
import type { HeadReading } from '~/model/view/head-reading';
import { boxOf } from '~/model/view/silhouette-line';
import type { HeadInView } from '~/model/view/view';
import type { AppState } from '~/store/app-state';

/** So far down the picture stands the middle of the hairline when a head is first seen, share of its height. Our choice, as all below. */
const LINE_AT = 0.38;
/** Air above the head, and room below the eyes, shares of the picture's height. */
const AIR = 0.06;
const BELOW_EYES = 0.2;
/** Room beside the skull, as a multiple of its breadth: for the ears. */
const ACROSS = 1.3;
/** Room around a head whose line or eyes are not seen, as a multiple of its size. */
const AROUND = 1.3;
/** Nearer than this one would no longer see whose head it is. */
const MOST = 4;
/** Less than this is not worth cutting the photo for. */
const LEAST = 1.05;

/** Middle between the outer corners of the eyes in the picture; null where the head is turned away from the camera. */
function eyesOf(fit: HeadInView): PointPx | null {
  const { glabella, leftOuterEye, rightOuterEye } = fit.face;
  if (facing(fit, directionTo(fit.cranium, glabella)) <= 0) return null;
  const [left, right] = [projectPoint(fit, leftOuterEye), projectPoint(fit, rightOuterEye)];
  return { xPx: (left.xPx + right.xPx) / 2, yPx: (left.yPx + right.yPx) / 2 };
}

/**
 * The zoom a photo is first seen at: on the scalp, the line at somewhat over a third of the picture's height, the eyes
 * still in, and air above; where line or eyes are not in sight, the head with room around it. null: all of the photo.
 * `line`: the middle of the hairline in the photo, null where it is turned away. `view`: the room there is, CSS px.
 */
export function frameHead(
  fit: HeadInView,
  line: PointPx | null,
  { photo, face }: Pick<HeadReading, 'photo' | 'face'>,
  view: SizePx<'view'>,
): AppState['zoom'] {
  const skull = boxOf(fit);
  const whole = Math.min(view.widthPx / photo.widthPx, view.heightPx / photo.heightPx);
  const eyes = line === null ? null : eyesOf(fit);
  const across = view.widthPx / (ACROSS * (skull.right - skull.left));
  /** CSS px per photo px, and what of the photo is in the middle of the view then. */
  const near = ((): { readonly scale: number; readonly yPx: number } => {
    if (line === null || eyes === null || eyes.yPx <= line.yPx) {
      const top = clamp(Math.min(skull.top, face?.box.top ?? Infinity), 0, photo.heightPx);
      const bottom = clamp(Math.max(skull.bottom, face?.box.bottom ?? 0), 0, photo.heightPx);
      const scale = Math.min(across, view.heightPx / (AROUND * (bottom - top)), MOST * whole);
      return { scale, yPx: (top + bottom) / 2 };
    }
    const above = ((LINE_AT - AIR) * view.heightPx) / Math.max(line.yPx - skull.top, 1);
    const below = ((1 - LINE_AT - BELOW_EYES) * view.heightPx) / (eyes.yPx - line.yPx);
    const scale = Math.min(across, above, below, MOST * whole);
    return { scale, yPx: line.yPx + ((0.5 - LINE_AT) * view.heightPx) / scale };
  })();
  const factor = near.scale / whole;
  if (!(factor >= LEAST)) return null;
  // Never beyond the photo's own edge: there is nothing to see.
  const inside = (middle: number, extent: number, room: number): number => {
    const half = room / (2 * near.scale);
    return half >= extent / 2 ? extent / 2 : clamp(middle, half, extent - half);
  };
  return {
    factor,
    centreXPx: inside((skull.left + skull.right) / 2, photo.widthPx, view.widthPx),
    centreYPx: inside(near.yPx, photo.heightPx, view.heightPx),
  };
}
