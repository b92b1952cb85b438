import { SAMPLES } from '~/intake/samples';
import { openPhoto } from '~/io/decode-photo';
import type { Photo } from '~/io/photo';
import { readPixels } from '~/io/read-pixels';
import { initialDesign } from '~/model/design/design';
import type { Design } from '~/model/design/design';
import { refineOutline } from '~/model/fit/refine-outline';
import { READING_SIDE_PX } from '~/model/raster/photo-pixels';
import type { HeadReading } from '~/model/view/head-reading';
import type { Lab } from '../../tools/lab/lab';
import { readingOfFixture } from '../support/head-fixture';
import type { HeadFixture } from '../support/head-fixture';
import { pixelsOf } from '../support/picture-bytes';
import { PLAIN_HEAD, STUBBLE_HEAD } from '../support/pictures';

/** Side of a scene's picture, px. */
export const SCENE_PX = 240;

/** tests/visual/scenes/NAME.json: what is drawn, so that all of the model from the head's reading on is in the picture. */
export interface SceneFile {
  readonly photo: keyof typeof PHOTOS;
  /** What is not as at first. */
  readonly design: Partial<Design>;
  /** Middle of the picture, photo px, and its px per photo px. */
  readonly centrePx: readonly [x: number, y: number];
  readonly scale: number;
  /** As on the screen (zoomed in, dots stay crisp) or as in a saved picture. */
  readonly as: 'shown' | 'saved';
}

/** The pictures, each with the fixture that has its head's reading; null: no face, placed as the sample says. */
const PHOTOS = {
  plain: { url: PLAIN_HEAD, head: 'head_t2_front' },
  stubble: { url: STUBBLE_HEAD, head: 'head_t3_stubble' },
  'turned-dark': { url: '/samples/turned-dark-full.jpg', head: 'head_t6_yawm45' },
  'from-behind': { url: '/samples/from-behind-full.jpg', head: null },
  'hard-light-web': {
    url: new URL('../fixtures/heads/head_t4_hardlight-web.jpg', import.meta.url).href,
    head: 'head_t4_hardlight',
  },
} as const;

const FIXTURES = import.meta.glob<HeadFixture>('../fixtures/heads/*.json', { import: 'default' });
const OUTLINES = import.meta.glob<string>('../fixtures/heads/*-outline.png', { query: '?url', import: 'default' });

const SEED = 1;

export interface DrawnScene {
  readonly bare: ImageData;
  readonly treated: ImageData;
  /** Dots that stand in the picture. */
  readonly dots: number;
}

async function readingOf(head: string | null, photo: Photo): Promise<HeadReading> {
  if (head === null) return { photo: photo.size, face: null, outline: null, focalPx: null };
  const fixture = await FIXTURES[`../fixtures/heads/${head}.json`]();
  const url = await OUTLINES[`../fixtures/heads/${head}-outline.png`]();
  const outline = await createImageBitmap(await (await fetch(url)).blob(), { colorSpaceConversion: 'none' });
  const confidence = Uint8Array.from(pixelsOf(outline).filter((_, i) => i % 4 === 0));
  const reading = readingOfFixture(fixture, confidence, photo.size.widthPx / fixture.photo.widthPx);
  // As the app does with what the segmenter gives it.
  const pixels = await readPixels(photo, READING_SIDE_PX);
  return { ...reading, outline: reading.outline && refineOutline(reading.outline, pixels) };
}

export async function drawScene(lab: Lab, file: SceneFile): Promise<DrawnScene> {
  const { url, head } = PHOTOS[file.photo];
  const opened = await openPhoto(await (await fetch(url)).blob());
  if (!opened.ok) throw new Error(`${url} did not open: ${opened.problem.kind}`);
  const photo = opened.value;
  const placement = SAMPLES.find(({ full }) => url === `/${full}`)?.placement;
  const design: Design = { ...initialDesign(SEED), ...(placement && { head: placement }), ...file.design };
  const subject = await lab.understandRead(photo, await readingOf(head, photo), design);
  const scene = lab.sceneOf(subject, design);
  const side = SCENE_PX / file.scale;
  const [left, top] = file.centrePx.map((middle) => middle - side / 2);

  const part = { left, top, width: side, height: side, scale: file.scale };
  const draw = (shown: typeof scene): ImageData | Promise<ImageData> =>
    file.as === 'saved' ? lab.draw(shown, part) : lab.show(shown, part);
  const { dots, coverage } = scene;
  if (dots === null || coverage === null) throw new Error('This scene has no dots.');
  let count = 0;
  for (let dot = 0; dot < coverage.drawCount; dot++) {
    const x = dots.pointsPx[2 * dot] - left;
    const y = dots.pointsPx[2 * dot + 1] - top;
    if (coverage.bytes[4 * dot] > 0 && x >= 0 && y >= 0 && x < side && y < side) count++;
  }
  return { bare: await draw({ ...scene, coverage: null }), treated: await draw(scene), dots: count };
}
