import { headOf } from '~/model/fit/head-of';
import type { Lab, Understood } from './lab';
import { solidZone } from './solid-zone';
import { trueMm2PerPx } from './truth';
import type { HeadTruth } from './truth';

/** Dots counted in the picture, per true skin, against those asked for. */
export interface DensityFigures {
  /** Over all windows, % more (or fewer). */
  readonly percent: number;
  /** The window farthest off, %. */
  readonly worstPercent: number;
}

/** Windows looked at, their side in photo px, and how much they are enlarged, so that dots stand apart. */
const WINDOWS = 24;
const SIDE_PX = 32;
const MARGIN_PX = 4;
const SCALE = 6;
/** Half the least distance between two dots of a full field, output px; a dot is the darkest so far around. */
const APART_PX = 3;
/** Codes of 255 on grey by which a dot is darker than what is around it. */
const LEAST_DARKER = 3;
/** Where skin is seen flatter than this (mm² per px against squarely seen skin) a window shows too many slants. */
const MOST_SLANT = 2.2;
const CELL_MM = 3;
const GREY = 200;

/** Places that are darkest among their neighbours and stand out from their ring, inside the margin. */
function countDots({ data, width, height }: ImageData): number {
  const at = (x: number, y: number): number => data[4 * (y * width + x) + 1];
  const margin = MARGIN_PX * SCALE;
  let count = 0;
  for (let y = margin; y < height - margin; y++) {
    next: for (let x = margin; x < width - margin; x++) {
      const dark = at(x, y);
      let around = 0;
      for (let j = -APART_PX; j <= APART_PX; j++) {
        for (let i = -APART_PX; i <= APART_PX; i++) {
          const other = at(x + i, y + j);
          // Of equals the first counts.
          if (other < dark || (other === dark && (j < 0 || (j === 0 && i < 0)))) continue next;
          around = Math.max(around, other);
        }
      }
      if (around - dark >= LEAST_DARKER) count++;
    }
  }
  return count;
}

export function densityOf(lab: Lab, { subject, design }: Understood, truth: HeadTruth): DensityFigures | null {
  const scene = lab.sceneOf(subject, design);
  const { dots, coverage, look } = scene;
  if (dots === null || coverage === null || look === null) return null;
  const { pose } = headOf(subject.reading, design);
  const pxPerMm = pose.focalPx / Math.hypot(...pose.translationMm);
  const zone = solidZone(dots, coverage, design.densityPerCm2, pxPerMm, CELL_MM);
  const square = (Math.hypot(...truth.translationMm) / truth.focalPx) ** 2;
  const places = truth.scalp.filter(
    (place) => zone.has(place.seen.xPx, place.seen.yPx) && trueMm2PerPx(truth, place) < MOST_SLANT * square,
  );
  if (places.length === 0) return null;

  const { widthPx, heightPx } = subject.photo.size;
  const plain = new OffscreenCanvas(widthPx, heightPx);
  const pen = plain.getContext('2d');
  if (pen === null) throw new Error('no 2d canvas');
  pen.fillStyle = `rgb(${GREY} ${GREY} ${GREY})`;
  pen.fillRect(0, 0, widthPx, heightPx);
  // Dots are counted, not their companions nor the mesh between them, so clean ones are drawn on an even field.
  const clean = { ...look, frayed: 0, uneven: 0 };
  const onGrey = { ...scene, look: clean, photo: plain.transferToImageBitmap(), skin: null, outline: null };

  const every = Math.max(1, Math.floor(places.length / WINDOWS));
  const found: number[] = [];
  for (const place of places.filter((_, i) => i % every === 0)) {
    const left = place.seen.xPx - SIDE_PX / 2 - MARGIN_PX;
    const top = place.seen.yPx - SIDE_PX / 2 - MARGIN_PX;
    const side = SIDE_PX + 2 * MARGIN_PX;
    const pixels = lab.show(onGrey, { left, top, width: side, height: side, scale: SCALE });
    found.push((100 * countDots(pixels)) / (SIDE_PX * SIDE_PX * trueMm2PerPx(truth, place)));
  }
  const percents = found.map((perCm2) => 100 * (perCm2 / design.densityPerCm2 - 1));
  return {
    percent: percents.reduce((sum, percent) => sum + percent, 0) / percents.length,
    worstPercent: percents.reduce((worst, percent) => (Math.abs(percent) > Math.abs(worst) ? percent : worst), 0),
  };
}
