import { readFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import type { HeadReading, OutlineMask, Pose } from '~/model/head';
import type { PointMm, PointPx, SizePx } from '~/model/units';

/** The rendered heads with a face, as the detector read them, and what is true of them. */
export const RENDERED_HEADS = [
  'head_t2_front',
  'head_t3_bowed',
  'head_t3_stubble',
  'head_t4_hardlight',
  'head_t6_yawm45',
] as const;

export interface RenderedHead {
  readonly reading: HeadReading;
  readonly pose: Pose;
  readonly scalp: readonly { readonly place: PointMm; readonly seen: PointPx }[];
}

interface Fixture {
  readonly photo: SizePx;
  readonly focalPx: number;
  readonly rotation: number[];
  readonly translationMm: [number, number, number];
  readonly outline: Omit<OutlineMask, 'confidence'>;
  readonly landmarksPx: number[];
  readonly scalpMm: number[];
  readonly scalpPx: number[];
}

const file = (name: string): Buffer => readFileSync(new URL(`../fixtures/heads/${name}`, import.meta.url));

export function renderedHead(name: (typeof RENDERED_HEADS)[number]): RenderedHead {
  const fixture = JSON.parse(file(`${name}.json`).toString('utf8')) as Fixture;
  const png = PNG.sync.read(file(`${name}-outline.png`));
  const at = (list: readonly number[], index: number): number => list[index] ?? NaN;
  const landmarksPx = new Float32Array(3 * 468);
  const xs: number[] = [];
  const ys: number[] = [];
  for (let i = 0; i < 468; i++) {
    xs.push(at(fixture.landmarksPx, 2 * i));
    ys.push(at(fixture.landmarksPx, 2 * i + 1));
    landmarksPx.set([at(xs, i), at(ys, i), 0], 3 * i);
  }
  const { photo, rotation, translationMm, focalPx } = fixture;
  return {
    reading: {
      photo,
      face: {
        landmarksPx,
        box: { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) },
      },
      outline: { ...fixture.outline, confidence: Uint8Array.from(png.data.filter((_, i) => i % 4 === 0)) },
      focalPx: null,
    },
    pose: { rotation, translationMm, focalPx, principal: { xPx: photo.widthPx / 2, yPx: photo.heightPx / 2 } },
    scalp: Array.from({ length: fixture.scalpPx.length / 2 }, (_, i) => ({
      place: {
        xMm: at(fixture.scalpMm, 3 * i),
        yMm: at(fixture.scalpMm, 3 * i + 1),
        zMm: at(fixture.scalpMm, 3 * i + 2),
      },
      seen: { xPx: at(fixture.scalpPx, 2 * i), yPx: at(fixture.scalpPx, 2 * i + 1) },
    })),
  };
}
