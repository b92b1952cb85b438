import { readFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import type { SkinLight } from '~/model/raster/photo-map';
import type { HeadReading } from '~/model/view/head-reading';
import { readingOfFixture } from './head-fixture';
import type { HeadFixture } from './head-fixture';

/** One photo of the rendered series: what was read of it, and where each place of the true hairline is seen. */
interface SeriesFixture extends Omit<HeadFixture, 'landmarksPx' | 'scalpMm' | 'scalpPx'> {
  readonly name: string;
  /** null: no face was found. */
  readonly landmarksPx: number[] | null;
  /** 2 × n, the same places in every photo; null where one is hidden, or seen at a slant beyond 78°. */
  readonly linePx: (number | null)[];
  readonly light: Omit<SkinLight, 'light'>;
}

export interface SeriesPhoto {
  readonly name: string;
  readonly reading: HeadReading;
  readonly mmPerPx: number;
  readonly line: readonly ({ readonly xPx: number; readonly yPx: number } | null)[];
}

const file = (name: string): Buffer => readFileSync(new URL(`../fixtures/heads/${name}`, import.meta.url));

const grey = (name: string): Uint8Array =>
  Uint8Array.from(PNG.sync.read(file(name)).data.filter((_, i) => i % 4 === 0));

/** One rendered head in six photos: from the front, both obliques, both profiles, from behind. */
export function seriesPhotos(): readonly SeriesPhoto[] {
  const photos = JSON.parse(file('series.json').toString('utf8')) as SeriesFixture[];
  return photos.map(({ landmarksPx, linePx, light, ...fixture }) => {
    const confidence = grey(`${fixture.name}-outline.png`);
    const known = { ...fixture, scalpMm: [], scalpPx: [] };
    const read = readingOfFixture({ ...known, landmarksPx: landmarksPx ?? [] }, confidence);
    const reading = { ...read, light: { ...light, light: grey(`${fixture.name}-light.png`) } };
    return {
      name: fixture.name,
      reading: landmarksPx === null ? { ...reading, face: null } : reading,
      mmPerPx: -fixture.translationMm[2] / fixture.focalPx,
      line: Array.from({ length: linePx.length / 2 }, (_, i) => {
        const [xPx, yPx] = [linePx[2 * i] ?? null, linePx[2 * i + 1] ?? null];
        return xPx === null || yPx === null ? null : { xPx, yPx };
      }),
    };
  });
}
