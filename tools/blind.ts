// npm run blind -- <folder> … <out> [--preset light|medium|dark] [--seed n]: a blind test. Of real work (folders with a regions.json) 12
// crops of 25 × 25 mm, 6 healed and 6 right after a visit; and 12 of ours in the same states, drawn on the bare skin of the same
// photographs, in the dilution, needle, edge and hand that are nearest to what each shows and blurred as it is, and, where folders of photos are
// named too, on those of at least 4.5 px/mm. All at 5 px/mm, as <out>/01-healed.png …
// and on one sheet; the key is <out>-key.json, which whoever judges must not see.
// npm run blind -- --score <answers> <key>: how many were told rightly; answers are lines as "7 real" or "8 ours".
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { PNG } from 'pngjs';
import { PIGMENTS } from '~/model/design/choices';
import { savedAlike } from './look/alike';
import { asInPhotograph, edgesByStyle } from './look/blind-match';
import type { AsInPhotograph } from './look/blind-match';
import { cropOfPhoto, cropsOfState, CROPS_EACH, keyOf, scoreOf, sheetOf, shuffled } from './look/blind-test';
import type { BlindCrop, BlindState, KeyLine } from './look/blind-test';
import { withTreater } from './look/our-pictures';
import type { LookPicture, Pixels } from './look/picture';
import { realPicturesIn } from './look/regions-file';
import { photosIn } from './look/report';
import type { RealState } from './look/targets';

const given = process.argv.slice(2);
/** The word after an option, taken out of what is given. */
function word(option: string): string | undefined {
  const at = given.indexOf(option);
  return at < 0 ? undefined : given.splice(at, 2)[1];
}
const answers = word('--score');
if (answers !== undefined) {
  const key = JSON.parse(readFileSync(given[0] ?? '', 'utf8')) as readonly KeyLine[];
  const { right, told } = scoreOf(readFileSync(answers, 'utf8'), key);
  console.log(`${right} of ${key.length} told rightly (${told} answered; 16 or fewer of 24 answered: nobody can tell)`);
  process.exit(0);
}
const said = word('--preset') ?? 'medium';
const pigment = PIGMENTS.find((one) => one === said);
if (pigment === undefined) throw new Error('--preset is one of light, medium, dark');
const seed = Number(word('--seed') ?? '1');
const out = given.pop();
if (out === undefined || given.length === 0) throw new Error('npm run blind -- <folder> … <out>');

const real = given.flatMap((folder) => realPicturesIn(folder) ?? []);
const photos = given.filter((folder) => realPicturesIn(folder) === null).flatMap(photosIn);
/** Work of which nobody knows for how long it had healed is neither. */
const STATES: readonly (readonly [BlindState, RealState])[] = [
  ['healed', 'healed'],
  ['fresh', 'rightAfter'],
];
/** Of ours, healed, at most so many are on whole photos. */
const MOST_PHOTOS = 3;

const crops = await withTreater(photos, async (treater) => {
  const all: BlindCrop[] = [];
  for (const [state, realState] of STATES) {
    // As many dots as in the real ones, most of them new: the second visit of three.
    const design = state === 'fresh' ? { sessionsDone: 2, timeYears: 0 } : {};
    const photographs = real.filter((picture) => picture.state === realState);
    const asked = { pigment, design };
    const first = photographs.at(0);
    const edges = first === undefined ? [] : await edgesByStyle(treater, first.read(), asked);
    const asIn = (picture: LookPicture): Promise<AsInPhotograph> => asInPhotograph(treater, picture, asked, edges);
    all.push(...(await cropsOfState(treater, photographs, state, asIn, seed)));
  }
  const onPhotos: BlindCrop[] = [];
  for (const [file, photo] of photos.entries()) {
    if (onPhotos.length === MOST_PHOTOS) break;
    const drawn = await treater.draw({ file, name: basename(photo), pigment });
    const pixels = typeof drawn === 'string' ? null : cropOfPhoto(drawn, seed + file);
    if (pixels !== null) onPhotos.push({ state: 'healed', isReal: false, from: basename(photo), pixels });
  }
  // As many of ours as of the real ones: those on photos take the places of the last drawn on bare skin.
  const drawn = all.filter(({ state, isReal }) => state === 'healed' && !isReal);
  const spare = drawn.slice(Math.max(0, drawn.length - onPhotos.length));
  return [...all.filter((crop) => !spare.includes(crop)), ...onPhotos];
});

const png = ({ widthPx, heightPx, data }: Pixels): Buffer => {
  const picture = new PNG({ width: widthPx, height: heightPx });
  picture.data.set(data);
  return PNG.sync.write(picture);
};
const numbered = shuffled(crops, seed).map((crop) => ({ ...crop, pixels: savedAlike(crop.pixels) }));
mkdirSync(out, { recursive: true });
// Crops of an earlier test would be judged with these.
for (const name of readdirSync(out)) if (/^\d\d-(healed|fresh)\.png$/.test(name)) rmSync(join(out, name));
for (const { number, state, pixels } of numbered)
  writeFileSync(join(out, `${String(number).padStart(2, '0')}-${state}.png`), png(pixels));
writeFileSync(join(out, 'sheet.png'), png(sheetOf(numbered, 6, 3)));
const key = `${out.replace(/\/+$/, '')}-key.json`;
writeFileSync(key, JSON.stringify(keyOf(numbered), null, 1));
const count = (state: BlindState, isReal: boolean): number =>
  numbered.filter((crop) => crop.state === state && crop.isReal === isReal).length;
for (const [state] of STATES) {
  console.log(`${state}: ${count(state, true)} real, ${count(state, false)} ours`);
  if (count(state, true) < CROPS_EACH) console.log(`  fewer than ${CROPS_EACH}: the photographs have no room for more`);
}
console.log(`${out}: crops 1 to ${numbered.length}, and sheet.png, six in a row. The key: ${key}`);
