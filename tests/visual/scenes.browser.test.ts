import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands, server } from 'vitest/browser';
import { fromBase64, toBase64 } from '~/bytes/base64';
import { createLab } from '../../tools/lab/lab';
import type { Lab } from '../../tools/lab/lab';
import { bytesOf, pixelsOf } from '../support/picture-bytes';
import { darkeningOf, differenceOf, sideBySide } from './compare-golden';
import { drawScene } from './scene-file';
import type { DrawnScene, SceneFile } from './scene-file';

/** Pictures as they are meant to be, written only when asked (`npm run browser -- tests/visual -u`), never by themselves. */
const WRITE = server.config.snapshotOptions.updateSnapshot === 'all';

/**
 * Another GPU rounds otherwise, another Chromium decodes a JPEG by one otherwise; a change of a dot's place, size or tone
 * is more than this. Mean sRGB bytes; share of the pixels; share of the darkening; share of the dots.
 */
const MOST = { mean: 0.35, off: 0.005, darkening: 0.01, dots: 0.002 } as const;

/** golden/NAME.json, beside the picture. */
interface GoldenNumbers {
  readonly dots: number;
  readonly darkening: number;
}

const SCENES = Object.entries(import.meta.glob<SceneFile>('./scenes/*.json', { eager: true, import: 'default' })).map(
  ([path, file]) => ({ name: path.replace(/^.*\/|\.json$/g, ''), file }),
);

async function pngOf(pixels: ImageData): Promise<string> {
  const canvas = new OffscreenCanvas(pixels.width, pixels.height);
  canvas.getContext('2d')?.putImageData(pixels, 0, 0);
  return toBase64(await bytesOf(await canvas.convertToBlob({ type: 'image/png' })));
}

async function readGolden(name: string): Promise<{ picture: ImageData; numbers: GoldenNumbers } | null> {
  const [png, json] = await Promise.all([
    commands.readFile(`tests/visual/golden/${name}.png`, 'base64').catch(() => null),
    commands.readFile(`tests/visual/golden/${name}.json`).catch(() => null),
  ]);
  const bytes = png === null ? null : fromBase64(png);
  if (bytes === null || json === null) return null;
  const bitmap = await createImageBitmap(new Blob([bytes]), { colorSpaceConversion: 'none' });
  const picture = new ImageData(new Uint8ClampedArray(pixelsOf(bitmap)), bitmap.width, bitmap.height);
  return { picture, numbers: JSON.parse(json) as GoldenNumbers };
}

async function writeGolden(name: string, { bare, treated, dots }: DrawnScene): Promise<void> {
  const darkening = darkeningOf(bare, treated).toFixed(5);
  await commands.writeFile(
    `tests/visual/golden/${name}.json`,
    `{ "dots": ${String(dots)}, "darkening": ${String(Number(darkening))} }\n`,
  );
  await commands.writeFile(`tests/visual/golden/${name}.png`, await pngOf(treated), 'base64');
}

let lab: Lab;
beforeAll(async () => {
  lab = await createLab();
});
afterAll(() => {
  lab.renderer.dispose();
});

describe('scenes look as they are meant to', () => {
  it.each(SCENES)('$name', async ({ name, file }) => {
    const drawn = await drawScene(lab, file);
    if (WRITE) await writeGolden(name, drawn);
    const golden = await readGolden(name);
    if (golden === null) {
      throw new Error(
        `tests/visual/golden/${name} is missing: look at the scene, then npm run browser -- tests/visual -u`,
      );
    }
    const { picture, numbers } = golden;
    const difference = differenceOf(picture, drawn.treated);
    const darkening = darkeningOf(drawn.bare, drawn.treated);
    const found = {
      mean: difference.mean,
      off: difference.off,
      darkening: Math.abs(darkening / numbers.darkening - 1),
      dots: Math.abs(drawn.dots / numbers.dots - 1),
    };
    const beyond = Object.entries(found).filter(([what, value]) => !(value <= MOST[what as keyof typeof MOST]));
    if (beyond.length === 0) return;
    const out = `test-results/visual/${name}.png`;
    await commands.writeFile(out, await pngOf(sideBySide(picture, drawn.treated)), 'base64');
    const told = beyond.map(
      ([what, value]) => `${what} ${value.toPrecision(3)} (at most ${MOST[what as keyof typeof MOST]})`,
    );
    expect.fail(`${told.join(', ')}. Golden, now and their difference (×8): ${out}`);
  });
});
