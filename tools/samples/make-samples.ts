// npm run samples: makes the shipped pictures of assets/samples anew from the rendered heads beside the checkout, takes over what
// the tests keep of them, and prints the colour of every forehead (from behind: of the bare scalp) before and after.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { format, resolveConfig } from 'prettier';
import type { Pixels } from '../look/picture';
import { readPicture } from '../look/read-picture';
import { gainTo, lightWithin, skinColourOf, withSkinGain } from './skin-colour';
import type { SkinColour } from './skin-colour';
import { jpeg, SMALL_QUALITY, smaller, THUMBNAIL_WIDTH_PX, WEB_WIDTH_PX } from './small-picture';
import { fixtureOf, masksOf, openHead } from './source-head';
import type { SourceHead } from './source-head';
import { SAMPLE_SOURCES, SHARED, TEST_HEADS } from './sources';
import type { CropPx, SampleSource } from './sources';

/** JPEG quality of the picture to work on. */
const FULL_QUALITY = 88;
const FIXTURES = 'tests/fixtures/heads';

/** The largest part of a picture that is three wide and four high, in its middle. */
function upright({ widthPx, heightPx }: Pixels): CropPx {
  const width = Math.min(3 * Math.floor(widthPx / 3), 3 * Math.floor(heightPx / 4));
  return {
    leftPx: Math.floor((widthPx - width) / 2),
    topPx: Math.floor((heightPx - (width * 4) / 3) / 2),
    widthPx: width,
  };
}

const said = ({ l, a, hueDegrees }: SkinColour): string =>
  `L* ${l.toFixed(1)} a* ${a.toFixed(1)} hue ${hueDegrees.toFixed(1)}°`;

/** Writes the picture with its skin set right; answers with the picture as it will be opened. */
function makeFull(head: SourceHead, { skin }: SampleSource, path: string): Pixels {
  const light = lightWithin(head.pixels, head.measured);
  if (skin === null) {
    writeFileSync(path, readFileSync(head.file('.jpg')));
    console.log(`${path}: ${said(skinColourOf(light))}, as it was`);
    return head.pixels;
  }
  const gain = gainTo(light, skin);
  writeFileSync(path, jpeg(withSkinGain(head.pixels, head.skin, gain), FULL_QUALITY));
  const made = readPicture(path);
  const factors = gain.map((factor) => factor.toFixed(3)).join(', ');
  const after = said(skinColourOf(lightWithin(made, head.measured)));
  console.log(`${path}: ${said(skinColourOf(light))}, times ${factors}: ${after}`);
  return made;
}

const heads = [...Object.values(SAMPLE_SOURCES).map(({ head }) => head), ...TEST_HEADS];
const missing = heads.filter((head) => !existsSync(`${SHARED}/${head}.jpg`));
if (missing.length > 0) {
  console.error(`These rendered heads are not here: ${missing.map((head) => `${SHARED}/${head}.jpg`).join(', ')}.`);
  console.error('The samples are in the repository as they are shipped; only making them anew needs the heads.');
  process.exit(1);
}
for (const [id, source] of Object.entries(SAMPLE_SOURCES)) {
  const head = openHead(source.head);
  const full = makeFull(head, source, `assets/samples/${id}-full.jpg`);
  writeFileSync(`assets/samples/${id}-web.jpg`, jpeg(smaller(full, upright(full), WEB_WIDTH_PX), SMALL_QUALITY));
  const thumbnail = smaller(full, source.thumbnail, THUMBNAIL_WIDTH_PX);
  writeFileSync(`assets/samples/${id}-thumbnail.jpg`, jpeg(thumbnail, SMALL_QUALITY));
  // Of a head that the tests know already they keep more than this.
  const fixture = `${FIXTURES}/${head.name}`;
  if (source.head.startsWith('heads2/')) {
    const options = { ...(await resolveConfig(`${fixture}.json`)), parser: 'json' };
    writeFileSync(`${fixture}.json`, await format(JSON.stringify(fixtureOf(head)), options));
  }
  for (const ending of masksOf(head)) {
    if (!existsSync(fixture + ending)) writeFileSync(fixture + ending, readFileSync(head.file(ending)));
  }
}
for (const head of TEST_HEADS)
  writeFileSync(`${FIXTURES}/${basename(head)}.jpg`, readFileSync(`${SHARED}/${head}.jpg`));
