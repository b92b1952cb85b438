import type { SizePx } from '~/model/base/units';
import type { OutlineMask } from '~/model/raster/photo-map';
import type { HeadReading } from '~/model/view/head-reading';

/** What tests/fixtures/heads keeps of a rendered head: the detector's reading, and what is true. mm, px of `photo`. */
export interface HeadFixture {
  readonly photo: SizePx;
  readonly focalPx: number;
  /** Row-major 3×3. */
  readonly rotation: number[];
  readonly translationMm: [number, number, number];
  readonly outline: Omit<OutlineMask, 'confidence'>;
  /** 2 × 468. */
  readonly landmarksPx: number[];
  /** Places of the scalp in sight, 3 × n and 2 × n. */
  readonly scalpMm: number[];
  readonly scalpPx: number[];
}

const at = (list: readonly number[], index: number): number => list[index] ?? NaN;

/** The reading, for the picture at `scale` times the size it was read at. `confidence`: samples of the outline's PNG. */
export function readingOfFixture(fixture: HeadFixture, confidence: Uint8Array, scale = 1): HeadReading {
  const { photo, outline } = fixture;
  const landmarksPx = new Float32Array(3 * 468);
  const xs: number[] = [];
  const ys: number[] = [];
  for (let i = 0; i < 468; i++) {
    xs.push(scale * at(fixture.landmarksPx, 2 * i));
    ys.push(scale * at(fixture.landmarksPx, 2 * i + 1));
    landmarksPx.set([at(xs, i), at(ys, i), 0], 3 * i);
  }
  return {
    photo: { widthPx: Math.round(scale * photo.widthPx), heightPx: Math.round(scale * photo.heightPx) },
    face: {
      landmarksPx,
      box: { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) },
    },
    outline: {
      ...outline,
      leftPx: scale * outline.leftPx,
      topPx: scale * outline.topPx,
      pxPerSample: scale * outline.pxPerSample,
      confidence,
    },
    focalPx: null,
  };
}
