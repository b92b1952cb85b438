import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HeadReading } from '~/model/view/head-reading';
import { prepare } from '../prepare';
import { inChromium } from './in-chromium';
import type { KeptReading } from './views-page';
import type * as ViewsPage from './views-page';

/** Outside the checkout: readings of pictures that stay where they are. */
const FOLDER = join(tmpdir(), 'stipple-readings');
/** Counts up when what is read, or how, changes: older readings are then made anew. */
const VERSION = 3;

const keptAt = (picture: string): string =>
  join(
    FOLDER,
    `${createHash('sha256')
      .update(`${String(VERSION)} `)
      .update(readFileSync(picture))
      .digest('hex')}.json`,
  );

/**
 * What the app reads of rendered pictures (paths; the JSON lies beside each), in their order; null where it reads nothing.
 * Read once in Chromium and kept outside the checkout.
 */
export async function keptReadings(pictures: readonly string[]): Promise<readonly (HeadReading | null)[]> {
  const missing = pictures.filter((picture) => !existsSync(keptAt(picture)));
  if (missing.length > 0) {
    await prepare();
    const served = missing.flatMap((picture) => [picture, picture.replace(/\.\w+$/, '.json')]);
    const addresses = missing.map((_, i) => ({
      photo: `/lab-file/${String(2 * i)}`,
      truth: `/lab-file/${String(2 * i + 1)}`,
    }));
    const read = await inChromium(served, (page) =>
      page.evaluate(async (views) => {
        const address = '/tools/lab/views-page.ts';
        const { readViews } = (await import(address)) as typeof ViewsPage;
        return readViews(views);
      }, addresses),
    );
    mkdirSync(FOLDER, { recursive: true });
    missing.forEach((picture, i) => {
      writeFileSync(keptAt(picture), JSON.stringify(read[i]));
    });
  }
  return pictures.map((picture) => readingOf(JSON.parse(readFileSync(keptAt(picture), 'utf8')) as KeptReading | null));
}

function readingOf(kept: KeptReading | null): HeadReading | null {
  if (kept === null) return null;
  const { photo, focalPx, landmarksPx, outline, light } = kept;
  const xs = (landmarksPx ?? []).filter((_, k) => k % 3 === 0);
  const ys = (landmarksPx ?? []).filter((_, k) => k % 3 === 1);
  return {
    photo,
    focalPx,
    face:
      landmarksPx === null
        ? null
        : {
            landmarksPx: Float32Array.from(landmarksPx),
            box: { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) },
          },
    outline: outline === null ? null : { ...outline, confidence: Uint8Array.from(outline.confidence) },
    ...(light !== null && { light: { ...light, light: Uint8Array.from(light.light) } }),
  };
}
