import type { PointMm, PointPx } from '~/model/base/units';
import { headShape } from '~/model/fit/head-shape';
import type { HeadShape } from '~/model/fit/head-shape';
import { READ_MM } from '~/model/fit/landmark-template';
import { meanCranium, resizeCranium, surfacePoint } from '~/model/head/cranium';
import { averageFacePoints } from '~/model/head/face-points';
import type { HeadInView, Pose } from '~/model/view/view';
import { multiply, turnBy } from '~/model/maths/rotation';
import type { OutlineMask } from '~/model/raster/photo-map';
import { facing, projectPinhole } from '~/model/view/camera';
import { LANDMARKS } from '~/model/view/head-reading';
import type { HeadReading } from '~/model/view/head-reading';
import { silhouette } from '~/model/view/silhouette';
import { boxOf } from '~/model/view/silhouette-line';

/** A head that is made up, and how it is photographed. Sizes are departures from the mean man's, mm. */
export interface MadeHead {
  readonly breadthMm: number;
  readonly lengthMm: number;
  readonly heightMm: number;
  readonly yawDegrees: number;
  readonly pitchDegrees: number;
  readonly distanceMm: number;
  /** Share of the picture's width that a head of 160 mm takes. */
  readonly share: number;
  /** Whether the detector sees the face; without, the outline is read around the skull. By default it does. */
  readonly hasFace?: boolean;
  /** What the head is like besides, standard deviations along the ways in which heads differ (head-shape.ts). By default as its sizes say alone. */
  readonly numbers?: Float64Array;
  /** Draws the reading errors; the same seed, the same errors. */
  readonly seed: number;
}

export interface SeenHead {
  readonly reading: HeadReading;
  readonly truth: HeadInView;
  /** Frontal half of the scalp in sight and where each place is seen. */
  readonly scalp: readonly { readonly place: PointMm; readonly seen: PointPx }[];
}

const PHOTO = { widthPx: 1500, heightPx: 2000 };
const RADIANS = Math.PI / 180;
/** A landmark's unit of length, as in landmark-template.ts. */
const UNIT_MM = 70;

/**
 * Errors of the detector, standard deviations in mm: half as much again as on the rendered heads (tools/fit-constants.ts
 * prints those), as real faces also differ from the average one. A face is read askew as a whole (a shift; a shift that grows across, up or into the face), and single landmarks
 * err besides; the outline, once on the photo's own edge, wavers.
 */
const READ_ERRORS = { shift: 0.6, across: 0.8, up: 1.2, depth: 3, single: 0.6, outline: 0.25 };
/** What of that is for faces being unlike the average one: nothing where they are drawn so. */
const UNLIKE_AVERAGE = 1.5;
/** The depth about which a face is read askew: eyes and mouth are read where they are, nose and cheeks to either side. */
const PIVOT_Z_MM = 42;

/** Normal deviates from a seed (mulberry32, Box–Muller). */
export function deviates(seed: number): () => number {
  let state = seed >>> 0;
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (((t ^ (t >>> 14)) >>> 0) + 0.5) / 2 ** 32;
  };
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}

/** What the detector would read of a made-up head, with the errors that it makes. */
export function seeHead(made: MadeHead): SeenHead {
  const draw = deviates(made.seed);
  const shape = made.numbers === undefined ? null : headShape('men', made.numbers);
  const cranium = resizeCranium(shape?.cranium ?? meanCranium('men'), made.breadthMm, made.lengthMm, made.heightMm);
  const focalPx = (made.share * PHOTO.widthPx * made.distanceMm) / 160;
  const rotation = multiply(turnBy(made.pitchDegrees * RADIANS, 0, 0), turnBy(0, made.yawDegrees * RADIANS, 0));
  const { zMm } = cranium.centre;
  // The middle of the head lies near the middle of the picture.
  const [, , rightZ = 0, , , upZ = 0, , , towardsZ = 1] = rotation;
  const pose: Pose = {
    rotation,
    translationMm: [-rightZ * zMm, -upZ * zMm - 20, -made.distanceMm - towardsZ * zMm],
    focalPx,
    principal: { xPx: PHOTO.widthPx / 2, yPx: PHOTO.heightPx / 2 },
  };
  const truth: HeadInView = { pose, cranium, warp: null, face: averageFacePoints(cranium), source: 'face' };
  const pxPerMm = focalPx / made.distanceMm;
  const landmarksPx = readLandmarks(pose, shape, pxPerMm, draw);
  const xs = landmarksPx.filter((_, k) => k % 3 === 0);
  const ys = landmarksPx.filter((_, k) => k % 3 === 1);
  const box = { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
  const { hasFace = true } = made;
  return {
    reading: {
      photo: PHOTO,
      face: hasFace ? { landmarksPx, box } : null,
      outline: readOutline(truth, pxPerMm, hasFace ? box : boxOf(truth), draw),
      focalPx: null,
    },
    truth,
    scalp: scalpInSight(truth),
  };
}

function readLandmarks(pose: Pose, shape: HeadShape | null, pxPerMm: number, draw: () => number): Float32Array {
  const readMm = shape?.readMm ?? READ_MM;
  // At 45 degrees a face is read twice as badly as from the front.
  const turned = 1 / Math.max(pose.rotation[8] ?? 1, 0.5) ** 2;
  const worse = shape === null ? turned : turned / UNLIKE_AVERAGE;
  const askew = (): ((x: number, y: number, z: number) => number) => {
    const { shift, across, up, depth } = READ_ERRORS;
    const [a, b, c, d] = [shift * draw(), across * draw(), up * draw(), depth * draw()];
    return (x, y, z) => a + (b * x + c * y + d * (z - PIVOT_Z_MM)) / UNIT_MM;
  };
  const right = askew();
  const down = askew();
  const landmarksPx = new Float32Array(3 * LANDMARKS);
  for (let i = 0; i < LANDMARKS; i++) {
    const [xMm = 0, yMm = 0, zMm = 0] = readMm.subarray(3 * i, 3 * i + 3);
    const seen = projectPinhole(pose, { xMm, yMm, zMm });
    const errorU = worse * pxPerMm * (right(xMm, yMm, zMm) + READ_ERRORS.single * draw());
    const errorV = worse * pxPerMm * (down(xMm, yMm, zMm) + READ_ERRORS.single * draw());
    landmarksPx.set([seen.xPx + errorU, seen.yPx + errorV, 0], 3 * i);
  }
  return landmarksPx;
}

const SIDE = 256;
const RAYS = 120;

function readOutline(
  truth: HeadInView,
  pxPerMm: number,
  box: { left: number; right: number; top: number; bottom: number },
  draw: () => number,
): OutlineMask {
  const { centre, rimAt } = silhouette(truth.cranium, truth.pose);
  const rim = Float64Array.from({ length: RAYS }, (_, ray) => {
    return rimAt((ray * 2 * Math.PI) / RAYS).radiusPx + pxPerMm * READ_ERRORS.outline * draw();
  });
  // As detect/read-outline.ts shows it to the segmenter: two faces wide, raised by a quarter.
  const face = Math.max(box.right - box.left, box.bottom - box.top);
  const pxPerSample = (2 * face) / SIDE;
  const leftPx = (box.left + box.right) / 2 - face;
  const topPx = (box.top + box.bottom) / 2 - 1.25 * face;
  const confidence = new Uint8Array(SIDE * SIDE);
  for (let k = 0; k < confidence.length; k++) {
    const dx = leftPx + ((k % SIDE) + 0.5) * pxPerSample - centre.xPx;
    const dy = topPx + (Math.floor(k / SIDE) + 0.5) * pxPerSample - centre.yPx;
    const place = ((Math.atan2(-dy, dx) / (2 * Math.PI) + 1) % 1) * RAYS;
    const ray = Math.floor(place) % RAYS;
    const from = rim[ray] ?? 0;
    const edge = from + (place - Math.floor(place)) * ((rim[(ray + 1) % RAYS] ?? 0) - from);
    confidence[k] = Math.round(255 * Math.min(Math.max(0.5 + (edge - Math.hypot(dx, dy)) / (2 * pxPerSample), 0), 1));
  }
  return { columns: SIDE, rows: SIDE, leftPx, topPx, pxPerSample, confidence };
}

const GOLDEN = Math.PI * (3 - Math.sqrt(5));
const DIRECTIONS = 900;
/** Before the ear canals, and above a line from 7 cm over the glabella down to the ears, as on the rendered heads. */
const isFrontalScalp = ({ yMm, zMm }: PointMm): boolean => zMm > -46 && yMm > 119 - 0.52 * (54 - zMm);
/** Nearer to the edge of the head than this is out of sight, as on the rendered heads: 1.7 degrees. */
const LEAST_COSINE = 0.03;

function scalpInSight(truth: HeadInView): SeenHead['scalp'] {
  return Array.from({ length: DIRECTIONS }, (_, i) => {
    const y = 1 - i / DIRECTIONS;
    const flat = Math.sqrt(1 - y * y);
    return { x: flat * Math.cos(i * GOLDEN), y, z: flat * Math.sin(i * GOLDEN) };
  })
    .filter((direction) => facing(truth, direction) > LEAST_COSINE)
    .map((direction) => surfacePoint(truth.cranium, direction))
    .filter(isFrontalScalp)
    .map((place) => ({ place, seen: projectPinhole(truth.pose, place) }));
}
