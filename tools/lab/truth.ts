import type { PointMm, PointPx } from '~/model/base/units';

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
  readonly camera: { readonly intrinsics: { readonly fx: number } };
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
  'front-light': 'head_t2_front',
  'turned-stubble': 'head_t3_stubble',
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
