import type { PointMm, PointPx, SizePx } from '~/model/base/units';
import type { HeadCorrection } from '~/model/design/head-correction';
import { NO_CORRECTION } from '~/model/design/head-correction';
import { placeByHand } from '~/model/fit/place-by-hand';
import { projectPinhole } from '~/model/view/camera';

/** What is exactly known of a rendered head's picture: head frame, mm; photo px. */
export interface HeadTruth {
  /** Row-major 3×3: head to camera axes (x right, y up, z towards the viewer). */
  readonly rotation: readonly number[];
  readonly translationMm: readonly [number, number, number];
  readonly focalPx: number;
  /** Places of the scalp in sight. */
  readonly scalp: readonly TruePlace[];
}

export interface TruePlace {
  readonly place: PointMm;
  readonly normal: readonly [number, number, number];
  readonly seen: PointPx;
}

/** The JSON beside a rendered head (centimetres; camera axes x right, y down, z forward; see the heads' notes). */
interface HeadJson {
  readonly head_to_camera_opencv: number[][];
  readonly camera: { readonly intrinsics: { readonly fx: number; readonly cx: number; readonly cy: number } };
  readonly image: { readonly width: number; readonly height: number };
  readonly scalp_points: {
    readonly head_cm: number[][];
    readonly normal_head: [number, number, number][];
    readonly px: number[][];
    readonly visible: number[];
  };
}

export function truthOf(json: string): HeadTruth {
  const { head_to_camera_opencv: pose, camera, scalp_points: points } = JSON.parse(json) as HeadJson;
  const signs = [1, -1, -1];
  const [x, y, z] = signs.map((sign, row) => 10 * sign * pose[row][3]);
  return {
    rotation: signs.flatMap((sign, row) => pose[row].slice(0, 3).map((value) => sign * value)),
    translationMm: [x, y, z],
    focalPx: camera.intrinsics.fx,
    scalp: points.head_cm.flatMap(([xCm, yCm, zCm], i) =>
      points.visible[i] !== 1
        ? []
        : [
            {
              place: { xMm: 10 * xCm, yMm: 10 * yCm, zMm: 10 * zCm },
              normal: points.normal_head[i],
              seen: { xPx: points.px[i][0], yPx: points.px[i][1] },
            },
          ],
    ),
  };
}

/** What tests/fixtures/heads keeps of the same. */
export interface FixtureTruth {
  readonly rotation: number[];
  readonly translationMm: [number, number, number];
  readonly focalPx: number;
  /** 3 × n, 3 × n and 2 × n. */
  readonly scalpMm: number[];
  readonly scalpNormals: number[];
  readonly scalpPx: number[];
}

export const truthOfFixture = ({
  scalpMm,
  scalpNormals,
  scalpPx,
  rotation,
  translationMm,
  focalPx,
}: FixtureTruth): HeadTruth => ({
  rotation,
  translationMm,
  focalPx,
  scalp: Array.from({ length: scalpPx.length / 2 }, (_, i) => ({
    place: { xMm: scalpMm[3 * i], yMm: scalpMm[3 * i + 1], zMm: scalpMm[3 * i + 2] },
    normal: [scalpNormals[3 * i], scalpNormals[3 * i + 1], scalpNormals[3 * i + 2]],
    seen: { xPx: scalpPx[2 * i], yPx: scalpPx[2 * i + 1] },
  })),
});

/** The rendered head that each sample shows, as the fixtures call it. */
export const SAMPLE_HEADS = {
  'front-light': 'goran_hard',
  'turned-stubble': 'series_obl_l',
  'turned-dark': 'head_t6_yawm45',
  'from-behind': 'head_t2_topback',
} as const;

/** True skin that one px of the photo shows at a place, mm²: the px's cone of light cut by the skin's plane. */
export function trueMm2PerPx(
  { rotation: r, translationMm: t, focalPx }: HeadTruth,
  { place, normal }: TruePlace,
): number {
  const turned = (row: number, x: number, y: number, z: number): number =>
    r[3 * row] * x + r[3 * row + 1] * y + r[3 * row + 2] * z;
  const at = [0, 1, 2].map((row) => turned(row, place.xMm, place.yMm, place.zMm) + t[row]);
  const facing = [0, 1, 2].reduce((sum, row) => sum - at[row] * turned(row, ...normal), 0);
  return Math.abs(at[2]) ** 3 / (focalPx * focalPx * facing);
}

/**
 * Where a rendered head lies, as somebody who knew it would place the mean head by hand: turned as it is, its centre where it is
 * seen and as large as it is there. Null where the JSON is not that of a rendered head.
 */
export function placementOfTruth(json: string): HeadCorrection | null {
  const head = JSON.parse(json) as Partial<HeadJson>;
  if (head.head_to_camera_opencv === undefined || head.camera === undefined || head.image === undefined) return null;
  const { cx, cy } = head.camera.intrinsics;
  const { rotation: r, translationMm, focalPx } = truthOf(json);
  const size: SizePx = { widthPx: head.image.width, heightPx: head.image.height };
  const mean = placeByHand(size, 'men');
  const { centre } = mean.cranium;
  const pose = { rotation: r, translationMm, focalPx, principal: { xPx: cx, yPx: cy } };
  const seen = projectPinhole(pose, centre);
  const meanSeen = projectPinhole(mean.pose, centre);
  const pxPerMm = focalPx / seen.depthMm;
  const degrees = 180 / Math.PI;
  return {
    ...NO_CORRECTION,
    scale: (pxPerMm * meanSeen.depthMm) / mean.pose.focalPx,
    rightMm: (seen.xPx - meanSeen.xPx) / pxPerMm,
    upMm: (meanSeen.yPx - seen.yPx) / pxPerMm,
    // R = Rz(−roll)·Rx(tilt)·Ry(turn), as place-by-hand.ts has it.
    tiltDegrees: Math.asin(Math.max(-1, Math.min(1, r[7]))) * degrees,
    turnDegrees: Math.atan2(-r[6], r[8]) * degrees,
    rollDegrees: -Math.atan2(-r[1], r[4]) * degrees,
  };
}
