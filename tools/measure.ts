// npm run measure -- <folder> [<folder> …]: what is understood of every picture, and how far from the truth where it is known.
// npm run measure -- --views [<folder> …]: photos of one head fitted together, and heads laid on photos without a face.
// npm run measure -- --robustness: how the errors grow for heads and lenses two standard deviations off the mean.
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { inChromium } from './lab/in-chromium';
import type * as MeasurePage from './lab/measure-page';
import type { MeasureRow } from './lab/measure-page';
import { isMissed, TARGETS } from './lab/measure-targets';
import type { TargetName } from './lab/measure-targets';
import { SAMPLE_HEADS } from './lab/truth';
import { measureViews } from './measure-views';
import { prepare } from './prepare';
import { robustnessTable } from './robustness';

const given = process.argv.slice(2);
if (given.includes('--robustness')) {
  for (const line of robustnessTable()) console.log(line);
  process.exit(0);
}
if (given.includes('--views')) {
  const some = given.filter((word) => word !== '--views');
  await measureViews(some.length > 0 ? some : ['../shared/heads', '../shared/heads2']);
  process.exit(0);
}
const folders = given.length > 0 ? given : ['assets/samples', '../shared/heads', '../shared/photos'];
const pictures = folders.flatMap((folder) => {
  if (!existsSync(folder)) {
    console.log(`${folder} is not here: left out`);
    return [];
  }
  const names = readdirSync(folder);
  // Masks of rendered heads, and smaller copies of a picture that is here at full size.
  const isLeftOut = (name: string): boolean => {
    const full = name.replace(/-(web|thumbnail)(\.\w+)$/, '-full$2');
    return /-(mask|scalp|stubble)\.png$/.test(name) || (full !== name && names.includes(full));
  };
  return names
    .filter((name) => /\.(jpe?g|png|webp|avif)$/i.test(name) && !isLeftOut(name))
    .sort()
    .map((name) => join(folder, name));
});

/** Every file that is served to the page, each once, and where. */
const served: string[] = [];
const serve = (file: string | null): string | null =>
  file === null || !existsSync(file) ? null : `/lab-file/${served.push(file) - 1}`;
const measured = pictures.map((file) => {
  const sample = Object.entries(SAMPLE_HEADS).find(([id]) => basename(file).startsWith(id));
  const fixture = sample === undefined ? null : `tests/fixtures/heads/${sample[1]}`;
  const beside = (ending: string): string | null => serve(file.replace(/\.\w+$/, ending));
  const known = (ending: string): string | null => beside(ending) ?? serve(fixture && fixture + ending);
  return {
    picture: basename(file),
    photo: serve(file) ?? '',
    truth: beside('.json'),
    fixture: serve(fixture && `${fixture}.json`),
    mask: known('-mask.png'),
    scalp: known('-scalp.png'),
    stubble: known('-stubble.png'),
  };
});

await prepare();
const rows = await inChromium(served, (page) =>
  page.evaluate(async (all) => {
    const address = '/tools/lab/measure-page.ts';
    const { measureAll } = (await import(address)) as typeof MeasurePage;
    return measureAll(all);
  }, measured),
);

type Cell = number | readonly number[] | null;
interface Column {
  readonly title: string;
  readonly width: number;
  readonly digits: number;
  readonly of: (row: MeasureRow) => Cell;
  readonly targets?: readonly TargetName[];
}
interface Table {
  readonly title: string;
  readonly columns: readonly Column[];
}

const TABLES: readonly Table[] = [
  {
    title:
      'Where the head is: found less true. Scalp point under a pixel and the edge of the head in mm (median / 95th percentile);\n' +
      'spilt: most light that a px of background lost; rim: pigment in the outermost 1 mm / 1 to 3 mm against farther in (1: neither dark nor bald).',
    columns: [
      { title: 'pitch °', width: 8, digits: 1, of: (row) => row.pitchDegrees, targets: ['pitch'] },
      { title: 'yaw °', width: 7, digits: 1, of: (row) => row.yawDegrees, targets: ['yaw'] },
      { title: 'scale %', width: 8, digits: 1, of: (row) => row.scalePercent, targets: ['scale'] },
      { title: 'focal ×', width: 8, digits: 2, of: (row) => row.focal },
      { title: 'front mm', width: 13, digits: 1, of: (row) => row.frontMm, targets: ['frontMedian', 'frontP95'] },
      { title: 'whole mm', width: 13, digits: 1, of: (row) => row.wholeMm },
      { title: 'lost %', width: 7, digits: 1, of: (row) => row.lostPercent },
      { title: 'outline mm', width: 13, digits: 1, of: (row) => row.outlineMm, targets: ['outline'] },
      { title: 'spilt', width: 7, digits: 2, of: (row) => row.spilt, targets: ['spilt'] },
      { title: 'rim', width: 14, digits: 2, of: (row) => row.rim, targets: ['rim'] },
    ],
  },
  {
    title:
      'What is drawn: dots counted in the picture per true cm² against those asked (%, and the worst window); light kept (green)\n' +
      'in the solid zone, 1 = exp(−n·A): without gloss, and the picture as it is in its bright and dark third. Hair map: mean over\n' +
      'the dots in sight, and on the true stubble and bare scalp.',
    columns: [
      { title: 'dots %', width: 8, digits: 1, of: (row) => row.densityPercent, targets: ['density'] },
      { title: 'worst %', width: 8, digits: 0, of: (row) => row.densityWorstPercent },
      { title: 'dark', width: 8, digits: 3, of: (row) => row.darkness, targets: ['darkness'] },
      { title: 'lit', width: 7, digits: 3, of: (row) => row.lit },
      { title: 'shadow', width: 8, digits: 3, of: (row) => row.shadow, targets: ['shadow'] },
      { title: 'hair', width: 6, digits: 2, of: (row) => row.hair },
      { title: 'on stubble', width: 12, digits: 2, of: (row) => row.hairOnStubble, targets: ['onStubble'] },
      { title: 'on bare', width: 9, digits: 3, of: (row) => row.hairOnBare, targets: ['onBare'] },
      { title: 'blur px', width: 8, digits: 2, of: (row) => row.blurPx },
      { title: 'ITA °', width: 6, digits: 0, of: (row) => row.itaDegrees },
    ],
  },
];

const NAME_WIDTH = 25;
const text = (cell: Cell, digits: number): string =>
  cell === null
    ? '–'
    : typeof cell === 'number'
      ? cell.toFixed(digits)
      : cell.map((value) => value.toFixed(digits)).join(' / ');
let misses = 0;
const cellOf = (row: MeasureRow, { of, digits, targets = [] }: Column): string => {
  const missed = targets.filter((name) => isMissed(TARGETS[name], row)).length;
  misses += missed;
  return `${text(of(row), digits)}${missed > 0 ? '!' : ' '}`;
};
for (const { title, columns } of TABLES) {
  const line = (name: string, cells: readonly string[]): string =>
    name.padEnd(NAME_WIDTH) + cells.map((cell, i) => cell.padStart(columns[i].width)).join('');
  console.log(`\n${title}`);
  console.log(
    line(
      'picture',
      columns.map((column) => `${column.title} `),
    ),
  );
  for (const row of rows) {
    const isEmpty = columns.every((column) => column.of(row) === null);
    const cells = columns.map((column) => cellOf(row, column));
    console.log(isEmpty ? `${row.picture.padEnd(NAME_WIDTH)}  ${row.note}` : line(row.picture, cells));
  }
}
console.log('');
for (const { picture, note } of rows) if (note !== '') console.log(`${picture}: ${note}`);
const targets = Object.values(TARGETS).map(({ name, words }) => `${name} ${words}`);
const half = Math.ceil(targets.length / 2);
console.log(`\nTargets: ${targets.slice(0, half).join('; ')};\n${targets.slice(half).join('; ')}.`);
console.log(misses === 0 ? 'All are met.' : `${String(misses)} figures miss theirs, marked !.`);
