import { readFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import { oppositeLandmark } from '~/model/head/face-points';
import type { PhotoPlace, SkinLight } from '~/model/raster/photo-map';
import { LANDMARKS } from '~/model/view/head-reading';
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

/** The rows of a map the other way round. */
const turnedOver = (rows: Uint8Array, columns: number): Uint8Array =>
  rows.map((_, k) => rows[k - (k % columns) + columns - 1 - (k % columns)]);

/** What is read of a photo with a face that a front camera has mirrored. */
export function mirrored(reading: HeadReading): HeadReading {
  const { photo, face, outline, light } = reading;
  if (face === null || outline === null || light === undefined) throw new Error('too little was read of it');
  const over = (xPx: number): number => photo.widthPx - xPx;
  const { landmarksPx, box } = face;
  const landmarks = landmarksPx.slice();
  for (let vertex = 0; vertex < LANDMARKS; vertex++) {
    const opposite = 3 * oppositeLandmark(vertex);
    landmarks.set([over(landmarksPx[opposite]), landmarksPx[opposite + 1], landmarksPx[opposite + 2]], 3 * vertex);
  }
  const left = ({ leftPx, columns, pxPerSample }: PhotoPlace): number => over(leftPx + columns * pxPerSample);
  return {
    ...reading,
    face: { landmarksPx: landmarks, box: { ...box, left: over(box.right), right: over(box.left) } },
    outline: { ...outline, leftPx: left(outline), confidence: turnedOver(outline.confidence, outline.columns) },
    light: { ...light, leftPx: left(light), light: turnedOver(light.light, light.columns) },
  };
}
