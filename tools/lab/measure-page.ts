import { pickScalp } from '~/model/camera';
import { itaDegrees } from '~/model/colour';
import { surfacePoint } from '~/model/cranium';
import type { HeadFit } from '~/model/head';
import { headOf } from '~/model/head-of';
import { fieldTransmission } from '~/model/look-table';
import { quantile } from '~/model/quantile';
import { headingOf } from '~/model/rotation';
import { srgbToLinear } from '~/model/units';
import { createLab, placementOf } from './lab';
import type { Lab, Understood } from './lab';

/** What a rendered head's JSON tells of its geometry (centimetres; see the heads' notes). */
export interface HeadTruth {
  readonly head_to_world: number[][];
  readonly head_to_camera_opencv: number[][];
  readonly camera: { readonly intrinsics: { readonly fx: number } };
  readonly scalp_points: { readonly head_cm: number[][]; readonly px: number[][]; readonly visible: number[] };
}

/** One row of the table; null where a figure does not apply. */
export interface MeasureRow {
  readonly picture: string;
  readonly note: string;
  readonly pitchDegrees: number | null;
  readonly yawDegrees: number | null;
  readonly scalePercent: number | null;
  /** Distance between the scalp point taken to be under a pixel and the true one, mm: frontal half, whole. */
  readonly frontMm: readonly [median: number, p95: number] | null;
  readonly wholeMm: readonly [median: number, p95: number] | null;
  readonly blurPx: number | null;
  readonly itaDegrees: number | null;
  /** Mean of the hair map over the dots in sight, 0..1. */
  readonly hair: number | null;
  /** Light kept in green in the solid zone, as a share of what the model says for bare skin there. */
  readonly darkness: number | null;
}

const EMPTY: Omit<MeasureRow, 'picture' | 'note'> = {
  pitchDegrees: null,
  yawDegrees: null,
  scalePercent: null,
  frontMm: null,
  wholeMm: null,
  blurPx: null,
  itaDegrees: null,
  hair: null,
  darkness: null,
};

const DEGREES = 180 / Math.PI;
/** The ear canals: what lies before them is the frontal half (head frame, mm). */
const FRONT_FROM_Z_MM = -46;

function geometry(fit: HeadFit, truth: HeadTruth): Partial<MeasureRow> {
  const found = headingOf(fit.pose.rotation);
  const real = headingOf(truth.head_to_world.slice(0, 3).flatMap((row) => row.slice(0, 3)));
  const [tx, ty, tz] = truth.head_to_camera_opencv.map((row) => row[3]);
  const realScale = truth.camera.intrinsics.fx / Math.hypot(tx, ty, tz) / 10;
  const scale = fit.pose.focalPx / Math.hypot(...fit.pose.translationMm);
  const front: number[] = [];
  const whole: number[] = [];
  const { head_cm: places, px, visible } = truth.scalp_points;
  places.forEach(([x, y, z], i) => {
    if (visible[i] !== 1) return;
    const direction = pickScalp(fit, { xPx: px[i][0], yPx: px[i][1] });
    if (direction === null) return;
    const { xMm, yMm, zMm } = surfacePoint(fit.cranium, direction);
    const apart = Math.hypot(xMm - 10 * x, yMm - 10 * y, zMm - 10 * z);
    whole.push(apart);
    if (10 * z > FRONT_FROM_Z_MM) front.push(apart);
  });
  return {
    pitchDegrees: (found.pitchRadians - real.pitchRadians) * DEGREES,
    yawDegrees: (found.yawRadians - real.yawRadians) * DEGREES,
    scalePercent: 100 * (scale / realScale - 1),
    frontMm: front.length === 0 ? null : [quantile(front, 0.5), quantile(front, 0.95)],
    wholeMm: whole.length === 0 ? null : [quantile(whole, 0.5), quantile(whole, 0.95)],
  };
}

/** Median over solid, hairless, squarely seen places of what the picture keeps of the light, against the model's own. */
async function darkness(lab: Lab, { subject, design }: Understood): Promise<number | null> {
  const { widthPx, heightPx } = subject.photo.size;
  const whole = { left: 0, top: 0, width: widthPx, height: heightPx, scale: 1 };
  const scene = lab.sceneOf(subject, design);
  const { dots, coverage } = scene;
  if (dots === null || coverage === null) return null;
  const bare = await lab.draw({ ...scene, coverage: null }, whole);
  const treated = await lab.draw({ ...scene, skin: null }, whole);
  const kept: number[] = [];
  for (let i = 0; i < coverage.drawCount; i += 7) {
    const x = Math.round(dots.pointsPx[2 * i]);
    const y = Math.round(dots.pointsPx[2 * i + 1]);
    if (coverage.bytes[4 * i + 1] < 200 || dots.hair[i] > 0.02 || dots.visible[i] < 0.99) continue;
    let before = 0;
    let after = 0;
    for (let v = y - 4; v <= y + 4; v++) {
      for (let u = x - 4; u <= x + 4; u++) {
        const at = 4 * (v * widthPx + u) + 1;
        before += srgbToLinear(bare.data[at]);
        after += srgbToLinear(treated.data[at]);
      }
    }
    if (before > 0) kept.push(after / before);
  }
  if (kept.length < 50) return null;
  return quantile(kept, 0.5) / fieldTransmission(design, subject.skin.skin, design.densityPerCm2)[1];
}

/** Measures the served files one after the other; `truths` beside them, null where a picture has none. */
export async function measureAll(
  names: readonly string[],
  truths: readonly (HeadTruth | null)[],
): Promise<MeasureRow[]> {
  const lab = await createLab();
  const rows: MeasureRow[] = [];
  for (const [i, picture] of names.entries()) {
    const file = await (await fetch(`/lab-file/${String(i)}`)).blob();
    const understood = await lab.understand(file, placementOf(picture));
    if (typeof understood === 'string') {
      rows.push({ ...EMPTY, picture, note: understood });
      continue;
    }
    const { subject, design, faces } = understood;
    const fit = headOf(subject.reading, design);
    const dots = lab.sceneOf(subject, design).dots;
    const hair =
      dots === null || dots.count === 0 ? null : dots.hair.reduce((sum, value) => sum + value, 0) / dots.count;
    const truth = truths[i];
    rows.push({
      ...EMPTY,
      picture,
      note: faces > 1 ? `largest of ${String(faces)} faces` : '',
      ...(truth === null ? {} : geometry(fit, truth)),
      blurPx: subject.skin.character.blurPx,
      itaDegrees: itaDegrees(subject.skin.skin),
      hair,
      darkness: await darkness(lab, understood),
    });
  }
  return rows;
}
