// npm run look -- <folder> [--preset light|medium|dark] [--edge soft|defined]: how treated skin looks, in numbers, beside the
// targets. The folder has a regions.json: px/mm, outlines of field and bare skin by picture; files from beside the checkout, as
// ../shared/real.
import { measureLook } from './look/measure-look';
import { realPicturesIn } from './look/regions-file';
import { lookTable, togetherTable } from './look/table';
import type { MeasuredPicture } from './look/table';
import { REAL_STATES } from './look/targets';
import type { EdgeStyle, Preset, RealState } from './look/targets';

const given = process.argv.slice(2);
function chosen<Choice extends string>(option: string, choices: readonly [Choice, ...Choice[]]): Choice {
  const at = given.indexOf(option);
  if (at < 0) return choices[0];
  const word = given[at + 1];
  const choice = choices.find((one) => one === word);
  if (choice === undefined) throw new Error(`${option} is one of ${choices.join(', ')}`);
  given.splice(at, 2);
  return choice;
}
const preset = chosen<Preset>('--preset', ['medium', 'light', 'dark']);
const edge = chosen<EdgeStyle>('--edge', ['soft', 'defined']);

const TITLES: Readonly<Record<RealState, string>> = {
  healed: 'Real work, healed',
  finished: 'Real work, finished, by phone; nobody knows for how long it had healed',
  rightAfter: 'Real work, right after a visit (the targets are those of healed work)',
};

if (given.length === 0) throw new Error('Which folder? npm run look -- <folder>');
for (const folder of given) {
  const pictures = realPicturesIn(folder);
  if (pictures === null) {
    console.log(`${folder} has no regions.json: nothing is known of its pictures`);
    continue;
  }
  for (const state of REAL_STATES) {
    const measured = pictures
      .filter((picture) => picture.state === state)
      .flatMap(({ name, read }): readonly MeasuredPicture[] => {
        const measures = measureLook(read());
        if (measures === null) console.log(`${name} has no field or no bare skin`);
        return measures === null ? [] : [{ name, measures }];
      });
    if (measured.length === 0) continue;
    console.log(`\n${TITLES[state]}\n`);
    for (const line of lookTable(measured, preset, edge)) console.log(line);
    console.log('');
    for (const line of togetherTable(measured, state)) console.log(line);
  }
}
console.log('\n! outside the target; ≠ not what was told of such pictures (colour and texture ±15 %, counts ±30 %).');
