import type { LookMeasures } from './measure-look';
import { median } from './statistics';
import { agrees, isIn, LOOK_ROWS, targetFor } from './targets';
import type { Band, EdgeStyle, LookRow, Preset, RealState, Told } from './targets';

/** A picture and what was measured on it. */
export interface MeasuredPicture {
  readonly name: string;
  readonly measures: LookMeasures;
}

const LABEL = 25;
const CELL = 9;
/** Pictures beside each other in one table. */
const ABREAST = 8;

/** A number with as many digits as its row has, without the zero before the point. */
export function shown(value: number, digits: number): string {
  const text = value.toFixed(digits).replace('-', '−');
  return digits > 1 ? text.replace(/^(−?)0\./, '$1.') : text;
}
const shownBand = ([from, to]: Band, digits: number): string => `${shown(from, digits)} … ${shown(to, digits)}`;

function cellOf(row: LookRow, { measures }: MeasuredPicture, preset: Preset, edge: EdgeStyle): string {
  const value = row.of(measures);
  if (value === null || Number.isNaN(value)) return '–  ';
  const target = targetFor(row, measures, preset, edge);
  return `${shown(value, row.digits)} ${target !== null && !isIn(target, value) ? '!' : ' '}`;
}

/** A name in the width of a column: of a long one its beginning and its end, which tell a series apart. */
export function shortName(name: string): string {
  const room = CELL - 2;
  if (name.length <= room) return name;
  const first = Math.ceil((room - 1) / 2);
  return `${name.slice(0, first)}…${name.slice(1 + first - room)}`;
}

/** One table for the pictures: a row for each measure, `!` where it is outside the target. */
export function lookTable(pictures: readonly MeasuredPicture[], preset: Preset, edge: EdgeStyle): readonly string[] {
  const lines: string[] = [];
  for (let first = 0; first < pictures.length; first += ABREAST) {
    const abreast = pictures.slice(first, first + ABREAST);
    if (first > 0) lines.push('');
    lines.push(
      `${''.padEnd(LABEL)}${abreast.map(({ name }) => `${shortName(name)} `.padStart(CELL)).join('')}   target, ${preset}`,
    );
    const about = (label: string, of: (measures: LookMeasures) => number): string =>
      `${label.padEnd(LABEL)}${abreast.map(({ measures }) => `${shown(of(measures), 1)}  `.padStart(CELL)).join('')}`.trimEnd();
    lines.push(
      about('field, cm²', ({ fieldCm2 }) => fieldCm2),
      about('px/mm', ({ pxPerMm }) => pxPerMm),
    );
    for (const row of LOOK_ROWS) {
      const target = row.target(preset, edge);
      const words = target === null ? '' : shownBand(target, row.digits);
      const skin = row.moved === undefined ? '' : ' (moved with the skin’s own)';
      const cells = abreast.map((picture) => cellOf(row, picture, preset, edge).padStart(CELL));
      lines.push(`${row.label.padEnd(LABEL)}${cells.join('')}   ${words}${skin}`.trimEnd());
    }
  }
  return lines;
}

function toldWords({ value, range }: Told, digits: number): string {
  const band = range === undefined ? '' : shownBand(range, digits);
  if (value === undefined) return band;
  return band === '' ? shown(value, digits) : `${shown(value, digits)} (${band})`;
}

/** A row of real pictures taken together, beside what was told of such. */
export interface Together {
  readonly row: LookRow;
  readonly middle: number;
  readonly range: Band;
  readonly told: Told | null;
  /** Null where nothing was told. */
  readonly agrees: boolean | null;
}

/** Medians and ranges of real pictures of one state. */
export function together(pictures: readonly MeasuredPicture[], state: RealState): readonly Together[] {
  return LOOK_ROWS.flatMap((row) => {
    const values = pictures
      .map(({ measures }) => row.of(measures))
      .filter((value) => value !== null)
      .filter((value) => !Number.isNaN(value));
    if (values.length === 0) return [];
    const middle = median(values);
    const told = row.told[state] ?? null;
    const range: Band = [Math.min(...values), Math.max(...values)];
    return [{ row, middle, range, told, agrees: told && agrees(row, told, middle) }];
  });
}

/** How far a median is from what was told: in percent, steps of colour as they are. */
function offBy({ within, digits }: LookRow, middle: number, value: number): string {
  if (within.least !== undefined) return shown(middle - value, digits);
  return `${shown(100 * (middle / value - 1), 0)} %`;
}

/** The same as lines: `≠` where it does not agree, with the reason. `ours`: our pictures of the same, beside them. */
export function togetherTable(
  pictures: readonly MeasuredPicture[],
  state: RealState,
  ours: readonly MeasuredPicture[] = [],
): readonly string[] {
  const [column, wide] = [24, 22];
  const real = `${'median (range)'.padEnd(column)}${'told of such pictures'.padEnd(wide)}`;
  const head = `${''.padEnd(LABEL)}${ours.length === 0 ? '' : 'ours'.padEnd(column)}${real}off by`;
  const beside = together(ours, state);
  const lines = together(pictures, state).map(({ row, middle, range, told, agrees: isTold }) => {
    const here = `${shown(middle, row.digits)} (${shownBand(range, row.digits)})`;
    const words = told === null ? '' : toldWords(told, row.digits);
    const off = told?.value === undefined ? '' : offBy(row, middle, told.value);
    const why = isTold === false ? ` ≠ ${row.differs?.[state] ?? ''}` : '';
    const own = beside.find((one) => one.row === row);
    const drawn = own === undefined ? '–' : `${shown(own.middle, row.digits)} (${shownBand(own.range, row.digits)})`;
    const first = `${row.label.padEnd(LABEL)}${ours.length === 0 ? '' : drawn.padEnd(column)}`;
    return `${first}${here.padEnd(column)}${words.padEnd(wide)}${off}${why}`.trimEnd();
  });
  return [head, ...lines];
}

/** Of a row with a target: how many of the pictures that have the row lie within, and how far the farthest lies outside. */
export interface Inside {
  readonly row: LookRow;
  readonly pictures: number;
  readonly inside: number;
  /** In widths of the band; 0 where all lie within. */
  readonly farthest: number;
}

/** How the pictures keep to the targets, row by row; rows without a target or a picture are left out. */
export function keptTargets(pictures: readonly MeasuredPicture[], preset: Preset, edge: EdgeStyle): readonly Inside[] {
  return LOOK_ROWS.flatMap((row) => {
    const outs = pictures.flatMap(({ measures }) => {
      const [value, band] = [row.of(measures), targetFor(row, measures, preset, edge)];
      if (value === null || Number.isNaN(value) || band === null) return [];
      return [Math.max(0, band[0] - value, value - band[1]) / (band[1] - band[0])];
    });
    if (outs.length === 0) return [];
    return [
      { row, pictures: outs.length, inside: outs.filter((out) => out === 0).length, farthest: Math.max(...outs) },
    ];
  });
}

/** The same as lines. */
export function insideShare(pictures: readonly MeasuredPicture[], preset: Preset, edge: EdgeStyle): readonly string[] {
  return keptTargets(pictures, preset, edge).map(({ row, pictures: of, inside, farthest }) => {
    const out = farthest === 0 ? '' : `, farthest out ${shown(farthest, 1)} of the band`;
    return `${row.label.padEnd(LABEL)}${String(inside)} of ${String(of)} within the target${out}`;
  });
}
