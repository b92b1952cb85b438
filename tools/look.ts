// npm run look -- <folder> … [--preset light|medium|dark|all] [--edge soft|defined] [--only name] [--out folder]: how treated skin
// looks, in numbers, beside the targets. A folder with a regions.json (px/mm, outlines of field and bare skin by picture) holds real work: its
// numbers, and those of ours drawn on the same bare skin. Any other folder holds photos: the app's treatment is drawn on them.
// For <name>-before.jpg with <name>-after.jpg beside it whose design is kept in tests/fixtures/pairs, before · ours · after go to
// the folder of --out, and it is said how far ours is from what was really done.
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { PIGMENTS } from '~/model/design/choices';
import { withTreater } from './look/our-pictures';
import { pairsAmong, reportPairs } from './look/pairs';
import { realPicturesIn } from './look/regions-file';
import { photosIn, reportPhotos, reportReal } from './look/report';
import type { EdgeStyle, Preset } from './look/targets';

const given = process.argv.slice(2);
/** The word after an option, taken out of what is given. */
function word(option: string): string | undefined {
  const at = given.indexOf(option);
  return at < 0 ? undefined : given.splice(at, 2)[1];
}
function chosen<Choice extends string>(option: string, choices: readonly [Choice, ...Choice[]]): Choice {
  const said = word(option) ?? choices[0];
  const choice = choices.find((one) => one === said);
  if (choice === undefined) throw new Error(`${option} is one of ${choices.join(', ')}`);
  return choice;
}
/** Photographs that lie beside the checkout are not everywhere. */
function isHere(folder: string): boolean {
  if (!existsSync(folder)) console.log(`${folder} is not here: left out`);
  return existsSync(folder);
}
const preset = chosen<Preset | 'all'>('--preset', ['medium', 'light', 'dark', 'all']);
const edge = chosen<EdgeStyle>('--edge', ['soft', 'defined']);
const only = word('--only') ?? '';
const out = word('--out') ?? 'test-results/look';
const presets: readonly Preset[] = preset === 'all' ? PIGMENTS : [preset];

if (given.length === 0) throw new Error('Which folder? npm run look -- <folder>');
const folders = given.filter(isHere).map((folder) => {
  const real = realPicturesIn(folder)?.filter(({ name }) => name.startsWith(only)) ?? null;
  const photos = real === null ? photosIn(folder).filter((file) => basename(file).startsWith(only)) : [];
  return { folder, real, photos, pairs: pairsAmong(photos, existsSync) };
});
const say = (line: string): void => {
  console.log(line);
};
const served = folders.flatMap(({ photos, pairs }) => [...photos, ...pairs.map(({ after }) => after)]);
await withTreater(served, async (treater) => {
  for (const { folder, real, photos, pairs } of folders) {
    say(`\n${folder}`);
    for (const each of presets) {
      if (real !== null) await reportReal(treater, real, { preset: each, edge }, say);
      else await reportPhotos(treater, photos, served.indexOf(photos[0] ?? ''), { preset: each, edge }, say);
    }
    await reportPairs(treater, pairs, (file) => served.indexOf(file), out, say);
  }
});
say('\n! outside the target; ≠ not what was told of such pictures (colour and texture ±15 %, counts ±30 %).');
