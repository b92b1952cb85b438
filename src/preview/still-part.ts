import type { PhotoBox } from '~/io/cut-photo';
import { projectPoint } from '~/model/view/camera';
import type { HeadInView } from '~/model/view/view';
import type { SizePx } from '~/model/base/units';
import { boxOf } from '~/model/view/silhouette-line';

/** What of the photo a still shows: the whole head, the head with face and some air, forehead and temples, or all of the photo that its shape takes. */
export type StillFrame = 'head' | 'portrait' | 'hairline' | 'photo';

/** Room around what is looked at, as a multiple of its size. Our choice. */
const ROOM = 1.15;
/** A portrait is so much wider than the head, and has so much of its height above it. Our choice. */
const PORTRAIT = { across: 1.3, above: 0.07 } as const;

/** The part of the photo for a frame, of the shape of `size`, moved into the photo and no larger than it. */
export function stillPart(
  { widthPx, heightPx }: SizePx,
  fit: HeadInView,
  frame: StillFrame,
  size: SizePx<'still'>,
): PhotoBox {
  const aspect = size.widthPx / size.heightPx;
  if (frame === 'photo') {
    const width = Math.min(widthPx, Math.floor(heightPx * aspect));
    const height = Math.min(heightPx, Math.floor(width / aspect));
    return { left: Math.floor((widthPx - width) / 2), top: Math.floor((heightPx - height) / 2), width, height };
  }
  const skull = boxOf(fit);
  // The hairline runs between the skull's top and the brows, seen from any side.
  const bottom = frame === 'head' ? skull.bottom : projectPoint(fit, fit.face.glabella).yPx;
  const isPortrait = frame === 'portrait';
  const [across, down] = [skull.right - skull.left, Math.max(bottom - skull.top, 0.4 * (skull.bottom - skull.top))];
  const wide = isPortrait ? PORTRAIT.across * across : Math.max(across, ROOM * down * aspect);
  const width = Math.min(wide, widthPx, heightPx * aspect);
  const height = width / aspect;
  const left = (skull.left + skull.right - width) / 2;
  const top = isPortrait ? skull.top - PORTRAIT.above * height : skull.top + (down - height) / 2;
  return {
    left: Math.round(Math.min(Math.max(0, left), widthPx - width)),
    top: Math.round(Math.min(Math.max(0, top), heightPx - height)),
    width: Math.floor(width),
    height: Math.floor(height),
  };
}
