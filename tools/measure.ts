// npm run measure -- <folder> [<folder> …]: what is understood of every picture, and how far from the truth where it is known.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { inChromium } from './lab/in-chromium';
import type * as MeasurePage from './lab/measure-page';
import { prepare } from './prepare';

const given = process.argv.slice(2);
const folders = given.length > 0 ? given : ['assets/samples', '../shared/heads', '../shared/photos'];
const files = folders.flatMap((folder) => {
  if (!existsSync(folder)) {
    console.log(`${folder} is not here: left out`);
    return [];
  }
  return readdirSync(folder)
    .filter((name) => /\.(jpe?g|png|webp|avif)$/i.test(name) && !/-(mask|scalp|stubble|thumbnail|web)\.\w+$/.test(name))
    .sort()
    .map((name) => join(folder, name));
});
const truths = files.map((file): MeasurePage.HeadTruth | null => {
  const truth = file.replace(/\.\w+$/, '.json');
  return existsSync(truth) ? (JSON.parse(readFileSync(truth, 'utf8')) as MeasurePage.HeadTruth) : null;
});

await prepare();
const rows = await inChromium(files, (page) =>
  page.evaluate(
    async ([names, known]) => {
      const address = '/tools/lab/measure-page.ts';
      const { measureAll } = (await import(address)) as typeof MeasurePage;
      return measureAll(names, known);
    },
    [files.map((file) => basename(file)), truths] as const,
  ),
);

const number = (value: number | null, digits: number): string => (value === null ? '–' : value.toFixed(digits));
const pair = (values: readonly [number, number] | null): string =>
  values === null ? '–' : values.map((value) => value.toFixed(1)).join(' / ');
const COLUMNS = [22, 7, 7, 7, 12, 12, 6, 6, 6, 9] as const;
const line = (cells: readonly string[]): string =>
  cells.map((cell, i) => (i === 0 ? cell.padEnd(COLUMNS[0]) : cell.padStart(COLUMNS[i] ?? 0))).join(' ');
console.log('Errors: pitch, yaw in degrees, scale in %; scalp point under a pixel in mm (median / 95th percentile).');
console.log('Darkness: light kept in green in the solid zone, 1 = as the model says.');
console.log(line(['picture', 'pitch', 'yaw', 'scale', 'front mm', 'whole mm', 'blur', 'ITA', 'hair', 'darkness']));
for (const row of rows) {
  const cells = [
    row.picture,
    number(row.pitchDegrees, 1),
    number(row.yawDegrees, 1),
    number(row.scalePercent, 1),
    pair(row.frontMm),
    pair(row.wholeMm),
    number(row.blurPx, 2),
    number(row.itaDegrees, 0),
    number(row.hair, 2),
    number(row.darkness, 3),
  ];
  console.log(`${line(cells)}  ${row.note}`);
}
