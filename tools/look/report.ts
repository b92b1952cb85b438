import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { EdgeStyle as DesignEdge } from '~/model/design/choices';
import type { AskedDesign } from '../lab/treat-page';
import { placementOfTruth } from '../lab/truth';
import { measureOnBare } from './bare-sheet';
import { measureLook } from './measure-look';
import type { Treater } from './our-pictures';
import type { RealPicture } from './regions-file';
import { insideShare, lookTable, togetherTable } from './table';
import type { MeasuredPicture } from './table';
import { REAL_STATES } from './targets';
import type { EdgeStyle, Preset, RealState } from './targets';

/** Which of our treatments, and against which targets. */
export interface Asked {
  readonly preset: Preset;
  readonly edge: EdgeStyle;
}

export type Say = (line: string) => void;

const REAL_TITLES: Readonly<Record<RealState, string>> = {
  healed: 'Real work, healed',
  finished: 'Real work, finished, by phone; nobody knows for how long it had healed',
  rightAfter: 'Real work, right after a visit (the targets are those of healed work)',
};
const EDGES: Readonly<Record<EdgeStyle, DesignEdge>> = { soft: 'softAndBroken', defined: 'defined' };

/** What is asked, as changes of the app's first design; `state`: as old as the real work beside it. */
function designOf({ preset, edge }: Asked, state: RealState = 'healed'): AskedDesign {
  // So many dots are to be counted in real work right after a visit as the second of three leaves.
  const time = state === 'rightAfter' ? { sessionsDone: 2, timeYears: 0 } : {};
  return { pigment: preset, design: { edge: EDGES[edge], ...time } };
}

/** Real work, and ours drawn on the bare skin of the same photographs. */
export async function reportReal(
  treater: Treater,
  pictures: readonly RealPicture[],
  asked: Asked,
  say: Say,
): Promise<void> {
  for (const state of REAL_STATES) {
    const real: MeasuredPicture[] = [];
    const ours: MeasuredPicture[] = [];
    for (const { name, read } of pictures.filter((picture) => picture.state === state)) {
      const picture = read();
      const measures = measureLook(picture);
      if (measures === null) {
        say(`${name} has no field or no bare skin`);
        continue;
      }
      real.push({ name, measures });
      const drawn = await measureOnBare(treater, picture, designOf(asked, state));
      if (drawn !== null) ours.push({ name, measures: drawn });
    }
    if (real.length === 0) continue;
    const since = state === 'rightAfter' ? 'just treated' : 'healed';
    say(`\n${REAL_TITLES[state]}\n`);
    for (const line of lookTable(real, asked.preset, asked.edge)) say(line);
    say(`\nOurs, ${asked.preset}, ${since}, on the bare skin of the same photographs\n`);
    for (const line of lookTable(ours, asked.preset, asked.edge)) say(line);
    say('\nTogether\n');
    for (const line of togetherTable(real, state, ours)) say(line);
  }
}

/** Photos among the files of a folder: no masks, no thumbnails, nothing treated already, and of a pair only the one before. */
export const photosIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => /\.(jpe?g|png|webp|avif)$/i.test(name))
    .filter((name) => !/-(mask|scalp|stubble|thumbnail|web|treated|after)\.\w+$/.test(name))
    .sort()
    .map((name) => join(folder, name));

/** Our treatment on every photo; `first` is the place of the first of them among the files served. */
export async function reportPhotos(
  treater: Treater,
  photos: readonly string[],
  first: number,
  asked: Asked,
  say: Say,
): Promise<readonly MeasuredPicture[]> {
  const measured: MeasuredPicture[] = [];
  for (const [i, photo] of photos.entries()) {
    const name = basename(photo);
    const truth = photo.replace(/\.\w+$/, '.json');
    const unseenHead = existsSync(truth) ? (placementOfTruth(readFileSync(truth, 'utf8')) ?? undefined) : undefined;
    const measures = await treater.measure({ file: first + i, name, unseenHead, ...designOf(asked) });
    if (measures === null) say(`${name}: nothing of the field can be measured`);
    else if (typeof measures === 'string') say(`${name}: ${measures}`);
    else measured.push({ name: name.replace(/(-full|-before)?\.\w+$/, ''), measures });
  }
  if (measured.length > 0) {
    say(`\nOurs, ${asked.preset}\n`);
    for (const line of lookTable(measured, asked.preset, asked.edge)) say(line);
    say('');
    for (const line of insideShare(measured, asked.preset, asked.edge)) say(line);
  }
  return measured;
}
