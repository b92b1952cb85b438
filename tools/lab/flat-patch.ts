import { USUAL_CHOICE } from '~/model/advice/started-from';
import { readingOf } from '~/intake/read-head';
import { LINEAR_OF_CODE } from '~/model/colour/linear-rgb';
import type { LinearRgb } from '~/model/colour/linear-rgb';
import type { Design } from '~/model/design/design';
import { NO_CORRECTION } from '~/model/design/head-correction';
import { companionBits, companionOffset, STROKE_SLOTS, stretchFootprint, strokeAt } from '~/model/dots/dot-stroke';
import { handOf } from '~/model/dots/hand';
import type { VisibleDots } from '~/model/dots/visible-dots';
import { headOf } from '~/model/fit/head-of';
import { hairlineOf } from '~/model/hairline/hairline';
import { SURFACE_SLOTS, surfaceAt } from '~/model/head/cranium';
import { hash32 } from '~/model/maths/hash';
import type { HeadInView } from '~/model/view/view';
import { cross, dot, length, scale, subtract } from '~/model/maths/vector';
import type { Vector3 } from '~/model/maths/vector';
import type { PhotoCharacter } from '~/model/photo/photo-character';
import type { Subject } from '~/store/app-state';
import type { Pixels, PointPx, TracedLine } from '../look/picture';
import type { Lab } from './lab';
import { halfwayMm, onSkin, placeOn, tracedLines, walk } from './line-strips';

/** A sheet of bare skin seen squarely, and which part of the treatment it shall carry. */
export interface FlatOrder {
  readonly skin: Pixels;
  readonly pxPerMm: number;
  /**
   * Where on the head the middle of the sheet lies: along the line from its middle (left positive) and behind the place where half
   * of the full density is wanted, mm.
   */
  readonly alongMm: number;
  readonly behindMm: number;
  /** How far the line is turned on the sheet: its right end up, degrees; 0 where not given. */
  readonly turnDegrees?: number;
  readonly character: PhotoCharacter;
}

/** The sheet treated, and the line on it; pigment lies above the line. */
export interface FlatPicture {
  readonly pixels: Pixels;
  readonly lines: readonly TracedLine[];
}

/** The mean head, bowed so that front and top of its scalp face the camera; what it looks like does not matter. */
const PHOTO = { widthPx: 1600, heightPx: 1600 };
const BOWED = { ...NO_CORRECTION, tiltDegrees: 50 };
/** And for the sides turned away from the side that is wanted, mm along the line from here on. */
const SIDE_FROM_MM = 60;
const TURN_DEGREES = 50;

/** The line's half is taken over so much of it to each side of the sheet's middle, mm. */
const NEAR_MM = 15;

/** Lays the head about a place flat: distances from it are kept (as chords, which keep areas), and the line's way is level. */
function flattened(
  fit: HeadInView,
  design: Design,
  { alongMm, behindMm, turnDegrees = 0, pxPerMm, skin }: FlatOrder,
): (place: Vector3) => PointPx {
  const line = hairlineOf(design, fit);
  const start = onSkin(fit, placeOn(line, alongMm));
  const tangent = subtract(placeOn(line, alongMm + 1), placeOn(line, alongMm - 1));
  const inward = cross(start.normal, tangent);
  const near = Array.from({ length: 2 * NEAR_MM + 1 }, (_, i) => alongMm + i - NEAR_MM);
  const insideMm = behindMm + halfwayMm(fit, design, near, line);
  const steps = Math.max(1, Math.round(Math.abs(insideMm)));
  const way = walk(fit, start, scale(inward, Math.sign(insideMm || 1) / length(inward)), steps + 1);
  const { at: middle, normal } = onSkin(fit, insideMm === 0 ? start.at : way[steps]);
  const across = scale(tangent, 1 / length(tangent));
  const level = subtract(across, scale(normal, dot(across, normal)));
  const unitRight = scale(level, 1 / length(level));
  const [sin, cos] = [Math.sin((turnDegrees * Math.PI) / 180), Math.cos((turnDegrees * Math.PI) / 180)];
  const up = cross(normal, unitRight);
  return (place) => {
    const chord = subtract(place, middle);
    const [x, y] = [dot(chord, unitRight), dot(chord, up)];
    const flat = Math.hypot(x, y);
    const stretch = flat === 0 ? 0 : (length(chord) / flat) * pxPerMm;
    const [right, above] = [stretch * (x * cos - y * sin), stretch * (x * sin + y * cos)];
    return [skin.widthPx / 2 + right, skin.heightPx / 2 - above];
  };
}

/** The same dots lying flat. */
function flatDots(
  dots: VisibleDots,
  fit: HeadInView,
  seed: number,
  lay: (place: Vector3) => PointPx,
  pxPerMm: number,
): VisibleDots {
  const { count, directions, pointsMm, rank } = dots;
  const surface = new Float64Array(SURFACE_SLOTS);
  const stroke = new Float64Array(STROKE_SLOTS);
  const pointsPx = new Float32Array(2 * count);
  const footprint = new Float32Array(3 * count);
  const companions = {
    ...dots.companions,
    pointsPx: new Float32Array(2 * count),
    footprint: new Float32Array(3 * count),
  };
  const beside = new Float64Array(2);
  const hand = handOf(seed);
  for (let i = 0; i < count; i++) {
    const place = [pointsMm[3 * i], pointsMm[3 * i + 1], pointsMm[3 * i + 2]] as const;
    const at = lay(place);
    pointsPx.set(at, 2 * i);
    footprint.set([pxPerMm ** 2, 0, pxPerMm ** 2], 3 * i);
    surfaceAt(fit.cranium, directions[3 * i], directions[3 * i + 1], directions[3 * i + 2], surface);
    const own = hash32(rank[i], seed);
    const companion = companionBits(own);
    companionOffset(footprint, 3 * i, companion, beside);
    companions.pointsPx.set([at[0] + beside[0], at[1] + beside[1]], 2 * i);
    companions.footprint.set([pxPerMm ** 2, 0, pxPerMm ** 2], 3 * i);
    for (const [companionToo, marks] of [
      [null, footprint],
      [companion, companions.footprint],
    ] as const) {
      strokeAt(fit.cranium, ...place, surface[4], surface[5], surface[6], own, hand, stroke, companionToo);
      const tip = lay([place[0] + stroke[0], place[1] + stroke[1], place[2] + stroke[2]]);
      const [u, v] = [tip[0] - at[0], tip[1] - at[1]];
      const px = Math.max(Math.hypot(u, v), 1e-6) / pxPerMm;
      stretchFootprint(marks, 3 * i, u / px, v / px, stroke[3]);
    }
  }
  return { ...dots, pointsPx, footprint, companions };
}

/** Mean linear light. */
function meanOf({ data }: Pixels): LinearRgb {
  const sum = [0, 0, 0];
  for (let i = 0; i < data.length; i += 4)
    for (const band of [0, 1, 2]) sum[band] += LINEAR_OF_CODE[data[i + band]] / (data.length / 4);
  return [sum[0], sum[1], sum[2]];
}

/** Draws a part of the app's treatment on a flat sheet of skin: the same dots, coverage, look and shaders. */
export async function flatPicture(lab: Lab, order: FlatOrder, asked: Design): Promise<FlatPicture> {
  const { skin, pxPerMm, alongMm, character } = order;
  const { widthPx, heightPx } = skin;
  const data = new ImageData(Uint8ClampedArray.from(skin.data), widthPx, heightPx);
  const working = await createImageBitmap(data, { premultiplyAlpha: 'none' });
  const turnDegrees = Math.abs(alongMm) < SIDE_FROM_MM ? 0 : -Math.sign(alongMm) * TURN_DEGREES;
  const design = { ...asked, head: { ...BOWED, turnDegrees } };
  const photo = { working, size: PHOTO, full: PHOTO, file: new Blob(), name: '', focalPx: null };
  const reading = readingOf(photo, null, null);
  const subject: Subject = {
    photo,
    reading,
    skin: { skin: meanOf(skin), light: [1, 1, 1], character, gloss: null },
    hair: null,
    stubble: null,
    first: USUAL_CHOICE,
    grid: null,
    covered: false,
    faults: [],
  };
  const fit = headOf(reading, design);
  const lay = flattened(fit, design, order);
  const scene = lab.sceneOf(subject, design);
  const dots = scene.dots === null ? null : flatDots(scene.dots, fit, design.seed, lay, pxPerMm);
  const part = { left: 0, top: 0, width: widthPx, height: heightPx, scale: 1 };
  const drawn = await lab.draw({ ...scene, dots }, part);
  working.close();
  const lines = tracedLines(fit, design, ({ xMm, yMm, zMm }) => {
    const place = lay([xMm, yMm, zMm]);
    const [x, y] = place;
    return x >= 0 && y >= 0 && x < widthPx && y < heightPx ? place : null;
  });
  return { pixels: { widthPx, heightPx, data: drawn.data }, lines };
}
