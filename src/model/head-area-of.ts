import { facing, projectPoint } from './camera';
import { surfacePoint } from './cranium';
import { fromChart } from './scalp-chart';
import type { HeadFit, HeadReading } from './head';
import type { HeadArea } from './head-area';
import { silhouetteLine } from './silhouette-line';
import type { PointPx } from './units';

/** Face-mesh vertices on bare skin of nearly everybody: the forehead well above the brows, and the cheeks. */
const SKIN_LANDMARKS = [151, 108, 337, 69, 299, 9, 50, 280, 205, 425, 117, 346];

/** Room around the skull's edge, as a share of its breadth in the picture: the fit is a few mm off. */
const ROOM = 0.08;

/** Where without a face the skin is looked for: places of the scalp seen from nearly straight on. */
const LEAST_FACING = 0.85;
const CHART_STEPS = 8;

/** Where in the picture to read the skin and the hair of a head. */
export function headAreaOf(fit: HeadFit, reading: HeadReading): HeadArea {
  const rim = silhouetteLine(fit);
  const xs = rim.map(({ xPx }) => xPx);
  const ys = rim.map(({ yPx }) => yPx);
  const room = ROOM * (Math.max(...xs) - Math.min(...xs));
  return {
    box: {
      left: Math.min(...xs) - room,
      top: Math.min(...ys) - room,
      right: Math.max(...xs) + room,
      bottom: Math.max(...ys) + room,
    },
    pxPerMm: fit.pose.focalPx / projectPoint(fit, fit.cranium.centre).depthMm,
    skinPx: reading.face === null ? facingScalp(fit) : landmarks(reading.face.landmarksPx),
  };
}

const landmarks = (places: Float32Array): readonly PointPx[] =>
  SKIN_LANDMARKS.map((vertex) => ({ xPx: places[3 * vertex] ?? 0, yPx: places[3 * vertex + 1] ?? 0 }));

function facingScalp(fit: HeadFit): readonly PointPx[] {
  const found: PointPx[] = [];
  for (let i = -CHART_STEPS; i <= CHART_STEPS; i++) {
    for (let j = -CHART_STEPS; j <= CHART_STEPS; j++) {
      // The chart's level line lies at √2: this is the upper half of the head.
      const direction = fromChart((Math.SQRT2 * i) / CHART_STEPS, (Math.SQRT2 * j) / CHART_STEPS);
      if (direction.y > 0 && facing(fit, direction) > LEAST_FACING) {
        found.push(projectPoint(fit, surfacePoint(fit.cranium, direction)));
      }
    }
  }
  return found;
}
