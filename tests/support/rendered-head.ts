import { readFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import type { PointMm, PointPx } from '~/model/base/units';
import type { Pose } from '~/model/view/view';
import type { HeadReading } from '~/model/view/head-reading';
import { readingOfFixture } from './head-fixture';
import type { HeadFixture } from './head-fixture';

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

const file = (name: string): Buffer => readFileSync(new URL(`../fixtures/heads/${name}`, import.meta.url));

export function renderedHead(name: (typeof RENDERED_HEADS)[number]): RenderedHead {
  const fixture = JSON.parse(file(`${name}.json`).toString('utf8')) as HeadFixture;
  const png = PNG.sync.read(file(`${name}-outline.png`));
  const at = (list: readonly number[], index: number): number => list[index] ?? NaN;
  const { photo, rotation, translationMm, focalPx } = fixture;
  return {
    reading: readingOfFixture(fixture, Uint8Array.from(png.data.filter((_, i) => i % 4 === 0))),
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
