import type { PointPx } from '~/model/base/units';
import type { ViewTransform } from '~/render/scene';
import { toView } from './zoom';

/** A line of the working photo as an SVG path in the view. */
export const linePath = (camera: ViewTransform, line: readonly PointPx[]): string =>
  line
    .map((point, index) => {
      const { xPx, yPx } = toView(camera, point);
      return `${index === 0 ? 'M' : 'L'}${xPx.toFixed(1)} ${yPx.toFixed(1)}`;
    })
    .join('');
