import type { Frame, SizePx } from '~/model/base/units';
import type { ViewTransform } from '~/render/scene';
import type { AppState } from '~/store/app-state';

/**
 * How the photo lies in a view, in that view's px: `zoom.factor` 1, or no zoom, shows all of it, centred; otherwise
 * the named place of the photo is in the middle of the view.
 */
export function viewTransform<In extends Frame = 'view'>(
  zoom: AppState['zoom'],
  photo: SizePx,
  view: SizePx<In>,
): ViewTransform<In> {
  const whole = Math.min(view.widthPx / photo.widthPx, view.heightPx / photo.heightPx);
  const scale = whole * (zoom?.factor ?? 1);
  const centreXPx = zoom?.centreXPx ?? photo.widthPx / 2;
  const centreYPx = zoom?.centreYPx ?? photo.heightPx / 2;
  return {
    scale,
    offsetXPx: view.widthPx / 2 - centreXPx * scale,
    offsetYPx: view.heightPx / 2 - centreYPx * scale,
  };
}
