import type { PhotoBox } from '~/io/cut-photo';
import { projectPoint } from '~/model/view/camera';
import type { HeadInView } from '~/model/view/view';
import type { SizePx } from '~/model/base/units';
import { boxOf } from '~/model/view/silhouette-line';

/** What of the photo a still shows: the whole head, or forehead and temples. */
export type StillFrame = 'head' | 'hairline';

/** Room around what is looked at, as a multiple of its size. */
const ROOM = 1.15;

/** The part of the photo for a frame, of the shape of `size`, moved into the photo and no larger than it. */
export function stillPart({ widthPx, heightPx }: SizePx, fit: HeadInView, frame: StillFrame, size: SizePx): PhotoBox {
  const skull = boxOf(fit);
  const aspect = size.widthPx / size.heightPx;
  // The hairline runs between the skull's top and the brows, seen from any side.
  const bottom = frame === 'head' ? skull.bottom : projectPoint(fit, fit.face.glabella).yPx;
  const [across, down] = [skull.right - skull.left, Math.max(bottom - skull.top, 0.4 * (skull.bottom - skull.top))];
  const width = Math.min(Math.max(across, ROOM * down * aspect), widthPx, heightPx * aspect);
  const height = width / aspect;
  const left = (skull.left + skull.right - width) / 2;
  const top = skull.top + (down - height) / 2;
  return {
    left: Math.round(Math.min(Math.max(0, left), widthPx - width)),
    top: Math.round(Math.min(Math.max(0, top), heightPx - height)),
    width: Math.floor(width),
    height: Math.floor(height),
  };
}
