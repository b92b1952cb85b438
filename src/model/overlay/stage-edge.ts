import { facing, projectPoint } from '~/model/view/camera';
import { chartGridOf, GRID } from '~/model/head/chart-grid';
import { directionTo } from '~/model/head/cranium';
import { isFace, onsetMapOf, STAGE_ROWS } from '~/model/hair/hair-loss';
import type { HeadInView } from '~/model/view/view';
import type { HairStage } from '~/model/design/choices';
import type { PointMm, PointPx } from '~/model/base/units';

/** Women's oval has no edge: it is drawn where it is half as much. */
const HALF = 0.5;

/**
 * Edge of what a stage has lost more than half of, as seen in the photo: short straight pieces that face the camera,
 * working-photo px (marching squares over the chart grid).
 */
export function stageEdge(fit: HeadInView, stage: HairStage): readonly (readonly PointPx[])[] {
  const { onset, oval } = onsetMapOf(fit.cranium);
  const { pointsMm, areaMm2 } = chartGridOf(fit.cranium);
  const { number, pattern } = STAGE_ROWS[stage];
  const pointOf = (node: number): PointMm => ({
    xMm: pointsMm[3 * node],
    yMm: pointsMm[3 * node + 1],
    zMm: pointsMm[3 * node + 2],
  });
  /** Below 0: lost. */
  const level = areaMm2.map((area, node) => {
    if (area === 0) return NaN;
    return pattern === 'diffuse' ? HALF - oval(pointOf(node)) : onset(pointOf(node), stage) - number - 1e-3;
  });
  const pieces: PointPx[][] = [];
  for (let node = 0; node < GRID * (GRID - 1); node++) {
    const corners = [node, node + 1, node + GRID + 1, node + GRID];
    if (node % GRID === GRID - 1 || corners.some((each) => Number.isNaN(level[each]))) continue;
    const crossings = corners.flatMap((from, side): PointMm[] => {
      const to = corners[(side + 1) % 4];
      const [a, b] = [level[from], level[to]];
      if (a < 0 === b < 0) return [];
      const share = a / (a - b);
      const [p, q] = [pointOf(from), pointOf(to)];
      return [
        {
          xMm: p.xMm + share * (q.xMm - p.xMm),
          yMm: p.yMm + share * (q.yMm - p.yMm),
          zMm: p.zMm + share * (q.zMm - p.zMm),
        },
      ];
    });
    const hidden = crossings.some((point) => facing(fit, directionTo(fit.cranium, point)) <= 0);
    if (crossings.length < 2 || hidden || crossings.some((point) => isFace(fit.cranium, point))) continue;
    pieces.push(crossings.slice(0, 2).map((point) => projectPoint(fit, point)));
  }
  return pieces;
}
