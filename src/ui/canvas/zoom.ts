import type { PointPx, SizePx } from '~/model/base/units';
import { clamp } from '~/model/maths/numbers';
import { viewTransform } from '~/preview/view-transform';
import type { ViewTransform } from '~/render/scene';
import type { AppState } from '~/store/app-state';

export type Zoom = AppState['zoom'];

/** Enough to see single dots on a small photo. */
export const MOST_ZOOM = 24;
/** One press of + or −. */
export const ZOOM_STEP = 1.5;

/** The picture never leaves the view: its edges stay at or beyond the view's, or it is centred where it is smaller. */
function held(zoom: Zoom, photo: SizePx, view: SizePx<'view'>): Zoom {
  if (zoom === null || zoom.factor <= 1) return null;
  const { scale } = viewTransform(zoom, photo, view);
  const along = (centre: number, length: number, room: number): number => {
    const half = room / 2 / scale;
    return length <= 2 * half ? length / 2 : clamp(centre, half, length - half);
  };
  return {
    factor: zoom.factor,
    centreXPx: along(zoom.centreXPx, photo.widthPx, view.widthPx),
    centreYPx: along(zoom.centreYPx, photo.heightPx, view.heightPx),
  };
}

/** Zoomed by a factor so that what lies under a point of the view (CSS px) stays there. */
export function zoomedAbout(zoom: Zoom, photo: SizePx, view: SizePx<'view'>, at: PointPx<'view'>, times: number): Zoom {
  const before = viewTransform(zoom, photo, view);
  const factor = clamp((zoom?.factor ?? 1) * times, 1, MOST_ZOOM);
  const scale = (before.scale / (zoom?.factor ?? 1)) * factor;
  const under = toPhoto(before, at);
  return held(
    {
      factor,
      centreXPx: under.xPx - (at.xPx - view.widthPx / 2) / scale,
      centreYPx: under.yPx - (at.yPx - view.heightPx / 2) / scale,
    },
    photo,
    view,
  );
}

/** How much nearer a double tap brings the picture. */
const NEAR = 3;
/** From this much nearer than at rest on, a double tap leads back. */
const NEARER = 1.05;

/** What a double tap at a point of the view (CSS px) makes of the zoom: three times nearer than at rest, or back to rest. */
export function toggledAt(zoom: Zoom, rest: Zoom, photo: SizePx, view: SizePx<'view'>, at: PointPx<'view'>): Zoom {
  const [now, home] = [zoom?.factor ?? 1, rest?.factor ?? 1];
  return now > NEARER * home ? rest : zoomedAbout(zoom, photo, view, at, (NEAR * home) / now);
}

/** Moved along with a drag of so many CSS px. */
export function pannedBy(zoom: Zoom, photo: SizePx, view: SizePx<'view'>, dxPx: number, dyPx: number): Zoom {
  if (zoom === null) return null;
  const { scale } = viewTransform(zoom, photo, view);
  return held(
    { ...zoom, centreXPx: zoom.centreXPx - dxPx / scale, centreYPx: zoom.centreYPx - dyPx / scale },
    photo,
    view,
  );
}

/** A point of the view, CSS px, as a place in the working photo. */
export const toPhoto = (camera: ViewTransform, { xPx, yPx }: PointPx<'view'>): PointPx => ({
  xPx: (xPx - camera.offsetXPx) / camera.scale,
  yPx: (yPx - camera.offsetYPx) / camera.scale,
});

/** A place in the working photo as a point of the view, CSS px. */
export const toView = (camera: ViewTransform, { xPx, yPx }: PointPx): PointPx<'view'> => ({
  xPx: xPx * camera.scale + camera.offsetXPx,
  yPx: yPx * camera.scale + camera.offsetYPx,
});
