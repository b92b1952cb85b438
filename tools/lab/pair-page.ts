import { startedFrom } from '~/model/advice/started-from';
import type { Design } from '~/model/design/design';
import type { HeadCorrection } from '~/model/design/head-correction';
import { headOf } from '~/model/fit/head-of';
import { hairlineOf } from '~/model/hairline/hairline';
import type { Hairline } from '~/model/hairline/hairline';
import { directionTo, surfacePoint } from '~/model/head/cranium';
import { cross, length, scale, subtract } from '~/model/maths/vector';
import type { Vector3 } from '~/model/maths/vector';
import type { PointPx } from '~/model/base/units';
import { facing, projectPoint } from '~/model/view/camera';
import type { HeadInView } from '~/model/view/view';
import type { Scene } from '~/render/scene';
import { colourBetween } from '../look/measure-colour';
import type { ColourMeasures } from '../look/measure-colour';
import { measureEdge } from '../look/measure-edge';
import type { EdgeMeasures } from '../look/measure-edge';
import { lightIn } from '../look/disc';
import { scaleOfPlane } from '../look/picture';
import type { Pixels } from '../look/picture';
import { contactSheet } from './contact-sheet';
import type { SheetRow } from './contact-sheet';
import { createLab } from './lab';
import type { Lab, Understood } from './lab';
import { onSkin, placeOn, seenBy, tracedLines, walk } from './line-strips';
import { scalpPlanes } from './scalp-planes';

/** A head before and after the treatment, and the design that follows the line which it was given. */
export interface PairOrder {
  /** Which of the served files show it. */
  readonly before: number;
  readonly after: number;
  /** Where the head lies in each, where no face is found. */
  readonly heads?: { readonly before: HeadCorrection; readonly after: HeadCorrection };
  /** Its first pencil line is the real one, sketched where pigment begins on the photo after. */
  readonly design: Partial<Design>;
}

/** The same measured on one picture as it is, with nothing known of the skin below. */
export interface PairMeasures {
  readonly edges: readonly EdgeMeasures[];
  /** The field behind the line against the forehead before it. */
  readonly field: ColourMeasures;
}

export interface ComparedPair {
  /** How far the design's line runs from the real one, mm. */
  readonly meanMissMm: number;
  readonly mostMissMm: number;
  /** The photo before, measured at the same places: what the head's own shade and stubble make of it. */
  readonly before: PairMeasures;
  readonly ours: PairMeasures;
  readonly real: PairMeasures;
  /** Before, ours and after beside each other: PNG in base64. */
  readonly sheet: string;
}

/** The field is looked at so far behind the line, the forehead so far before it, in discs of this radius, mm. */
const FIELD_MM = 25;
const BARE_MM = 14;
const DISC_MM = 6;
/** Where along the line they may lie: as near to the middle as faces the camera, mm. */
const ALONG_MM = [0, 10, -10, 20, -20, 30, -30, 40, -40];
/** Crops at 1:1, px. */
const CROP = { width: 500, height: 420 };

let opened: Promise<Lab> | null = null;
const lab = (): Promise<Lab> => (opened ??= createLab());

async function understand(file: number, unseen: HeadCorrection | undefined): Promise<Understood | string> {
  const blob = await (await fetch(`/lab-file/${file}`)).blob();
  const found = await (await lab()).understand(blob, null);
  return typeof found === 'string' && unseen !== undefined ? (await lab()).understand(blob, unseen) : found;
}

/** Places on one head, px of its photo. */
interface Places {
  readonly middle: PointPx;
  readonly corner: PointPx;
  readonly field: PointPx;
  readonly bare: PointPx;
  readonly pxPerMm: number;
}

const seen = (fit: HeadInView, [xMm, yMm, zMm]: Vector3): PointPx => projectPoint(fit, { xMm, yMm, zMm });
const cosineAt = (fit: HeadInView, [xMm, yMm, zMm]: Vector3): number =>
  facing(fit, directionTo(fit.cranium, { xMm, yMm, zMm }));

/** The place of the scalp so far behind the line, mm; below 0 before it. */
function behind(fit: HeadInView, line: Hairline, alongMm: number, mm: number): Vector3 {
  const here = onSkin(fit, placeOn(line, alongMm));
  const inward = cross(here.normal, subtract(placeOn(line, alongMm + 1), placeOn(line, alongMm - 1)));
  const way = walk(fit, here, scale(inward, Math.sign(mm) / length(inward)), Math.abs(mm) + 1);
  return way[way.length - 1];
}

/** How far along the line the head is looked at: there the field faces the camera best, `fit` being the head before. */
const alongOf = (fit: HeadInView, line: Hairline): number =>
  ALONG_MM.reduce((best, along) =>
    cosineAt(fit, behind(fit, line, along, FIELD_MM)) > cosineAt(fit, behind(fit, line, best, FIELD_MM)) + 0.05
      ? along
      : best,
  );

function placesOn(fit: HeadInView, line: Hairline, alongMm: number): Places {
  const corners = [line.pointArcLengthMm.leftCorner, line.pointArcLengthMm.rightCorner].map((at) => placeOn(line, at));
  const field = behind(fit, line, alongMm, FIELD_MM);
  const [a, b] = [seen(fit, field), seen(fit, behind(fit, line, alongMm, FIELD_MM - 5))];
  const [c, d] = [seen(fit, placeOn(line, alongMm - 5)), seen(fit, placeOn(line, alongMm + 5))];
  return {
    middle: seen(fit, placeOn(line, alongMm)),
    corner: seen(fit, cosineAt(fit, corners[0]) > cosineAt(fit, corners[1]) ? corners[0] : corners[1]),
    field: a,
    bare: seen(fit, behind(fit, line, alongMm, -BARE_MM)),
    pxPerMm: Math.max(Math.hypot(a.xPx - b.xPx, a.yPx - b.yPx) / 5, Math.hypot(c.xPx - d.xPx, c.yPx - d.yPx) / 10),
  };
}

/** Distances of the sketched line from the design's, mm: on the mean, and the greatest. */
function missOf(design: Design, fit: HeadInView, line: Hairline): readonly [number, number] {
  const misses = design.pencil[0].map((direction) => {
    const { xMm, yMm, zMm } = surfacePoint(fit.cranium, direction);
    let least = Infinity;
    for (let along = line.arcLengthMm[0]; along < line.arcLengthMm[line.count - 1]; along += 0.5)
      least = Math.min(least, length(subtract(placeOn(line, along), [xMm, yMm, zMm])));
    return least;
  });
  return [misses.reduce((sum, mm) => sum + mm, 0) / misses.length, Math.max(...misses)];
}

function measured({ width, height, data }: ImageData, fit: HeadInView, design: Design, places: Places): PairMeasures {
  const pixels: Pixels = { widthPx: width, heightPx: height, data };
  const none = { mask: new Float32Array(0) };
  const pxPerMm = scaleOfPlane(width, height, scalpPlanes(fit, design, [width, height], 1).pxPerMm);
  const radiusPx = DISC_MM * places.pxPerMm;
  return {
    edges: tracedLines(fit, design, seenBy(fit, 1))
      .map((line) => measureEdge({ pixels, pxPerMm, field: none, bare: none }, line))
      .filter((edge) => edge !== null),
    field: colourBetween(lightIn(pixels, places.field, radiusPx), lightIn(pixels, places.bare, radiusPx)),
  };
}

/** Draws the design on the photo before and compares it with the photo after; a sentence where a head is not found. */
export async function comparePair({ before, after, heads, design: asked }: PairOrder): Promise<ComparedPair | string> {
  const [from, to] = [await understand(before, heads?.before), await understand(after, heads?.after)];
  if (typeof from === 'string') return from;
  if (typeof to === 'string') return to;
  const [designOn, designAfter] = [from, to].map((known) => ({
    ...startedFrom(known.design, from.subject.first),
    ...asked,
    head: known.design.head,
  }));
  const [fit, fitAfter] = [headOf(from.subject.reading, designOn), headOf(to.subject.reading, designAfter)];
  const [line, lineAfter] = [hairlineOf(designOn, fit), hairlineOf(designAfter, fitAfter)];
  const [meanMissMm, mostMissMm] = missOf(designOn, fit, line);
  const alongMm = alongOf(fit, line);
  const [places, placesAfter] = [placesOn(fit, line, alongMm), placesOn(fitAfter, lineAfter, alongMm)];

  const drawing = await lab();
  const ours = drawing.sceneOf(from.subject, designOn);
  const photo = (scene: Scene): Scene => ({ ...scene, coverage: null, ownHair: null });
  const real = photo(drawing.sceneOf(to.subject, designAfter));
  const columns = [
    { caption: 'before', scene: photo(ours), size: from.subject.photo.size, places },
    { caption: 'ours', scene: ours, size: from.subject.photo.size, places },
    { caption: 'after', scene: real, size: to.subject.photo.size, places: placesAfter },
  ];
  const whole = ({ size: { widthPx, heightPx } }: (typeof columns)[number], wanted: number) => ({
    left: 0,
    top: 0,
    width: widthPx,
    height: heightPx,
    scale: wanted,
  });
  const rows: SheetRow[] = [];
  const tiles = [];
  for (const column of columns)
    tiles.push({
      caption: column.caption,
      pixels: await drawing.draw(column.scene, whole(column, CROP.width / column.size.widthPx)),
    });
  rows.push({ title: '', tiles });
  for (const at of ['middle', 'corner', 'field'] as const) {
    const crops = [];
    for (const { caption, scene, size, places: there } of columns) {
      const left = Math.round(Math.min(Math.max(0, there[at].xPx - CROP.width / 2), size.widthPx - CROP.width));
      const top = Math.round(Math.min(Math.max(0, there[at].yPx - CROP.height / 2), size.heightPx - CROP.height));
      crops.push({ caption: `${caption}, ${at}`, pixels: await drawing.draw(scene, { left, top, ...CROP, scale: 1 }) });
    }
    rows.push({ title: '', tiles: crops });
  }
  return {
    meanMissMm,
    mostMissMm,
    before: measured(await drawing.draw(columns[0].scene, whole(columns[0], 1)), fit, designOn, places),
    ours: measured(await drawing.draw(ours, whole(columns[1], 1)), fit, designOn, places),
    real: measured(await drawing.draw(real, whole(columns[2], 1)), fitAfter, designAfter, placesAfter),
    sheet: await contactSheet(rows),
  };
}
