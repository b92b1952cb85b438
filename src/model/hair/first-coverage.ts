import type { Coverage } from '~/model/design/choices';
import type { Design } from '~/model/design/design';
import { topWeight } from '~/model/density/coverage-zones';
import { densityField } from '~/model/density/density-field';
import { clearOfEars } from '~/model/head/bare-skin';
import { chartGridOf, GRID } from '~/model/head/chart-grid';
import { directionTo } from '~/model/head/cranium';
import { maskAt } from '~/model/raster/photo-map';
import type { HairMap } from '~/model/raster/photo-map';
import { cameraPlace, facing, projectPoint } from '~/model/view/camera';
import type { HeadInView } from '~/model/view/view';

/** How much of the scalp in sight hides under grown hair, 0..1, and how much of it there is, cm². */
export interface GrownHair {
  readonly top: number;
  readonly topCm2: number;
  readonly sides: number;
  /** How much of the sides in sight is bare. */
  readonly sidesBare: number;
  readonly sidesCm2: number;
}

/**
 * Hair that hides the skin (read-hair.ts gives stubble about 0.45, and clipped hair through which skin shows up to this). Shares of full
 * hair; ours (docs/model.md, Reading a photo).
 */
const GROWN = 0.8;
const BARE = 0.1;
/** Skin seen flatter than this (cosine) tells nothing. */
const LEAST_COSINE = 0.2;
/** So far behind the line hair is the scalp's own, not the forehead's. In mm; our choice. */
const INSIDE_MM = 8;
/** Every third node of the chart, about 3 mm apart, is enough. */
const STRIDE = 3;

/** Looks at the scalp behind a design's line, as far as one photo shows it. */
export function grownHair(design: Design, fit: HeadInView, hair: HairMap): GrownHair {
  const { cranium, pose } = fit;
  const { pointsMm, areaMm2 } = chartGridOf(cranium);
  const { insideMm } = densityField(design, fit).line;
  const camera = cameraPlace(pose);
  const sums = { top: 0, topGrown: 0, sides: 0, sidesGrown: 0, sidesBare: 0 };
  for (let row = 0; row < GRID; row += STRIDE) {
    for (let node = row * GRID; node < (row + 1) * GRID; node += STRIDE) {
      const area = areaMm2[node];
      if (area === 0 || insideMm[node] < INSIDE_MM) continue;
      const point = { xMm: pointsMm[3 * node], yMm: pointsMm[3 * node + 1], zMm: pointsMm[3 * node + 2] };
      if (facing(fit, directionTo(cranium, point)) < LEAST_COSINE) continue;
      if (clearOfEars(cranium, camera, point.xMm, point.yMm, point.zMm) < 1) continue;
      const { xPx, yPx } = projectPoint(fit, point);
      const found = maskAt(hair, xPx, yPx);
      if (found === null) continue;
      const top = topWeight(cranium, point.yMm);
      const grown = found > GROWN ? area : 0;
      sums.top += top * area;
      sums.topGrown += top * grown;
      sums.sides += (1 - top) * area;
      sums.sidesGrown += (1 - top) * grown;
      sums.sidesBare += found < BARE ? (1 - top) * area : 0;
    }
  }
  const toCm2 = STRIDE ** 2 / 100;
  return {
    top: sums.top > 0 ? sums.topGrown / sums.top : 0,
    topCm2: sums.top * toCm2,
    sides: sums.sides > 0 ? sums.sidesGrown / sums.sides : 0,
    sidesBare: sums.sides > 0 ? sums.sidesBare / sums.sides : 0,
    sidesCm2: sums.sides * toCm2,
  };
}

/** Less scalp than this says nothing, cm². Our choice. */
const LEAST_CM2 = 4;
/**
 * Of the top so much is grown over where nothing but density between hair can be done; of the sides where they stay … Shares are ours
 * (docs/model.md, Opinions and guides).
 */
const TOP_GROWN = 0.5;
const SIDES_GROWN = 0.35;
/** … if no more of them is bare: between the top and hair that begins low there would be a gap. */
const SIDES_BARE = 0.3;

/**
 * What a practitioner would treat: a shaved or closely clipped head all over, since dots go between stubble; bare skin within
 * grown hair up to that hair, which stays; and under hair that is grown all over only the skin that shines through.
 */
export function firstCoverage({ top, topCm2, sides, sidesBare, sidesCm2 }: GrownHair): Coverage {
  if (topCm2 >= LEAST_CM2 && top > TOP_GROWN) return 'betweenHair';
  return sidesCm2 >= LEAST_CM2 && sides > SIDES_GROWN && sidesBare < SIDES_BARE ? 'hairlineAndTop' : 'fullHead';
}
