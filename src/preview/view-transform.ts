import type { Frame, SizePx } from '~/model/base/units';
import type { View, ViewTransform } from '~/render/scene';
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

/** A view as the screen draws it, which has `ratio` px for each CSS px. */
export const onScreen = (
  { widthPx, heightPx }: SizePx<'view'>,
  { scale, offsetXPx, offsetYPx }: ViewTransform,
  ratio: number,
): Pick<View, 'size' | 'camera'> => ({
  size: { widthPx: Math.round(widthPx * ratio), heightPx: Math.round(heightPx * ratio) },
  camera: { scale: scale * ratio, offsetXPx: offsetXPx * ratio, offsetYPx: offsetYPx * ratio },
});
