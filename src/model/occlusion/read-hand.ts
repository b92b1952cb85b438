import { luminance } from '~/model/colour/linear-rgb';
import { floodFill } from '~/model/raster/flood-fill';
import type { HeadInView } from '~/model/view/view';
import { clamp } from '~/model/maths/numbers';
import type { HeadArea } from '~/model/photo/head-area';
import { headGrid, personPlane } from '~/model/photo/head-grid';
import { gaussianBlur } from '~/model/raster/gaussian-blur';
import { edgeAlong, maskAt } from '~/model/raster/photo-map';
import type { OutlineMask } from '~/model/raster/photo-map';
import type { PhotoPixels } from '~/model/raster/photo-pixels';
import { skinChroma } from '~/model/skin/skin-chroma';
import type { SkinReading } from '~/model/skin/skin-reading';
import type { HeadReading } from '~/model/view/head-reading';
import { NEAR_RIM, rimIsBare, WARP_RAYS } from '~/model/view/outline-warp';
import { silhouette } from '~/model/view/silhouette';
import { coverMask } from './cover-mask';

/**
 * The person stands out beyond the skull's rim by so much along so many neighbouring rays of 2°, but no farther around. Ours, as all
 * below: set on rendered heads with a hand on them (docs/model.md, Reading a photo).
 */
const OUT_MM = 9;
const FEWEST_RAYS = 3;
const MOST_RAYS = 60;
/** What stands out is looked at from here on beyond the rim; so much of it is of the skin's colour, and as light. */
const BEYOND_MM = 4;
const SKIN_SHARE = 0.7;
const WARMTH = [0.5, 1.6] as const;
const STRANGE = 0.25;
const DARKEST = Math.log(0.3);
/** A finger's contour or shadow: ln of luminance changes by so much per mm. */
const EDGE_PER_MM = 0.12;
const SMOOTH_MM = 0.6;
/** Farther from the arm, by rows and columns, a hand is not followed; where it has no contour, and all the head would be hand, only so far. */
const FARTHEST_MM = 130;
const CAUTIOUS_MM = 35;
const LARGEST_CM2 = 120;
/** What is found is taken to reach this much farther: over the contour and its shadow. */
const GROW_MM = 4;
const SOFT_MM = 1;

/**
 * A hand on the head: 0 none .. 255 covered, in the layout of OutlineMask; null where none is seen. It is skin as the head
 * is, so only its arm tells: skin beyond the skull's rim above the ears. From there it is followed over the head up to
 * contours and shadows. A hand all within the rim, or one that enters below the ears, is missed.
 */
export function readHand(
  pixels: PhotoPixels,
  area: HeadArea,
  fit: HeadInView,
  { face, outline }: Pick<HeadReading, 'face' | 'outline'>,
  skin: Pick<SkinReading, 'skin' | 'light'>,
): OutlineMask | null {
  if (face === null || outline === null) return null;
  const { centre, rimAt } = silhouette(fit.cranium, fit.pose);
  const pxPerMm = area.pxPerMm;
  const rimPx = new Float64Array(WARP_RAYS);
  const sticksOut = Array.from({ length: WARP_RAYS }, (_, ray) => {
    const angle = (2 * Math.PI * ray) / WARP_RAYS;
    const rim = rimAt(angle);
    rimPx[ray] = rim.radiusPx;
    if (!rimIsBare(rim)) return false;
    const out = rim.radiusPx + OUT_MM * pxPerMm;
    const there = maskAt(outline, centre.xPx + out * Math.cos(angle), centre.yPx - out * Math.sin(angle));
    // from inside without a gap: not somebody behind
    return there !== null && there > 0.5 && edgeAlong(outline, centre, angle, NEAR_RIM[0] * rim.radiusPx, out) === null;
  });
  const count = sticksOut.filter(Boolean).length;
  if (count < FEWEST_RAYS || count > MOST_RAYS) return null;

  const grid = headGrid(pixels, area);
  const { columns, rows, samplesPerMm } = grid;
  const person = personPlane(grid, outline);
  const { warmth, strange } = skinChroma(grid, person, skin.skin, skin.light);
  const skinLight = luminance(skin.skin);
  const logLight = gaussianBlur(
    {
      columns,
      rows,
      values: grid.green.map((g, k) =>
        Math.log((luminance([grid.red[k], g, grid.blue[k]]) + 0.01) / (skinLight + 0.01)),
      ),
    },
    SMOOTH_MM * samplesPerMm,
  ).values;

  /** Steps of the flood from the rim inwards; −1: not reached. */
  const reached = new Int32Array(columns * rows).fill(-1);
  const arms: number[] = [];
  let alike = 0;
  for (let k = 0; k < reached.length; k++) {
    if (person.values[k] === 0) continue;
    const dx = grid.leftPx + ((k % columns) + 0.5) * grid.pxPerSample - centre.xPx;
    const dy = grid.topPx + (Math.floor(k / columns) + 0.5) * grid.pxPerSample - centre.yPx;
    const ray = Math.round(((Math.atan2(-dy, dx) / (2 * Math.PI) + 1) % 1) * WARP_RAYS) % WARP_RAYS;
    if (!sticksOut[ray] || Math.hypot(dx, dy) < rimPx[ray] + BEYOND_MM * pxPerMm) continue;
    reached[k] = 0;
    arms.push(k);
    const isSkin = warmth[k] > WARMTH[0] && warmth[k] < WARMTH[1] && strange[k] < STRANGE && logLight[k] > DARKEST;
    if (isSkin) alike++;
  }
  if (arms.length === 0 || alike < SKIN_SHARE * arms.length) return null;

  const isEdge = (k: number): boolean => {
    const x = clamp(k % columns, 1, columns - 2);
    const y = clamp(Math.floor(k / columns), 1, rows - 2);
    const at = y * columns + x;
    const slope = Math.hypot(logLight[at + 1] - logLight[at - 1], logLight[at + columns] - logLight[at - columns]) / 2;
    return slope * samplesPerMm > EDGE_PER_MM;
  };
  const hands = floodFill(columns, rows, arms, (to, from) => {
    if (reached[from] >= FARTHEST_MM * samplesPerMm) return false;
    if (reached[to] !== -1 || person.values[to] === 0 || isEdge(to)) return false;
    reached[to] = reached[from] + 1;
    return true;
  });
  const isLeaking = hands.length > LARGEST_CM2 * (10 * samplesPerMm) ** 2;
  const most = (isLeaking ? CAUTIOUS_MM : FARTHEST_MM) * samplesPerMm;
  const hand = Float32Array.from(reached, (steps) => (steps >= 0 && steps <= most ? 1 : 0));
  return coverMask(grid, hand, GROW_MM, SOFT_MM);
}
