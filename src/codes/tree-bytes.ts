import { fail, ok } from '~/model/base/result';
import type { Result } from '~/model/base/result';
import { PLACES } from '~/model/project/design-code';

/** What a document is made of, as JSON has it. */
export type Tree = null | boolean | number | string | readonly Tree[] | { readonly [key: string]: Tree };

/** What a value begins with: its kind, and beside it how large it is, or how many it holds. */
const KINDS = { whole: 0, fraction: 1, word: 2, text: 3, list: 4, record: 5, rows: 6, constant: 7 } as const;
const KIND_COUNT = 8;
const CONSTANTS: readonly Tree[] = [null, false, true];

/** A document is not nested deeper; a hostile one must not be followed for ever. */
const DEEPEST = 16;

/** Small numbers of either sign as small numbers: 0, −1, 1, −2, 2 … */
const unsigned = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);
const signed = (value: number): number => (value % 2 === 0 ? value / 2 : -(value + 1) / 2);

const placesOf = (value: number): number => Math.round(value * PLACES);

type Row = Readonly<Record<string, Tree>>;

const isRow = (value: Tree): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The keys that all of several records have, in the order of the first; null: they are not alike. */
function keysInCommon(list: readonly Tree[]): readonly string[] | null {
  const first = list.at(0);
  if (list.length < 2 || first === undefined || !list.every(isRow)) return null;
  const keys = Object.keys(first as Row);
  const alike = (row: Row): boolean => Object.keys(row).length === keys.length && keys.every((key) => key in row);
  return keys.length > 0 && list.every(alike) ? keys : null;
}

/** Larger ones have no room for their places. */
const LARGEST_IN_ROWS = 1e9;
const areNumbers = (values: readonly Tree[]): values is readonly number[] =>
  values.every((value) => typeof value === 'number' && Math.abs(value) < LARGEST_IN_ROWS);

/** Where rows of numbers lead: straight on from the last two, for a hand draws smoothly. */
function createGuess(width: number): { next(): readonly number[]; was(row: readonly number[]): void } {
  let last: readonly number[] = Array.from({ length: width }, () => 0);
  let before: readonly number[] | null = null;
  return {
    next: () => last.map((value, at) => (before === null ? value : 2 * value - before[at])),
    was(row) {
      // Of the first there is no way yet.
      before = before === null ? row : last;
      last = row;
    },
  };
}

/**
 * A tree as few bytes: known `words` by their place, records that are alike with their keys said once, and rows of numbers by
 * how far each is from where those before it lead. Numbers are rounded to 1 / PLACES, and are of less than 2⁴⁹; a tree that was rounded so is told exactly.
 */
export function writeTree(tree: Tree, words: readonly string[]): Uint8Array<ArrayBuffer> {
  const places = new Map(words.map((word, place) => [word, place]));
  const bytes: number[] = [];
  const count = (value: number): void => {
    let left = value;
    for (; left >= 128; left = Math.floor(left / 128)) bytes.push((left % 128) + 128);
    bytes.push(left);
  };
  const head = (kind: number, size: number): void => count(size * KIND_COUNT + kind);
  const letters = (text: string): Uint8Array => new TextEncoder().encode(text);
  const key = (name: string): void => {
    const place = places.get(name);
    count(place === undefined ? 0 : place + 1);
    if (place !== undefined) return;
    const written = letters(name);
    count(written.length);
    bytes.push(...written);
  };
  const number = (value: number): void => {
    if (Number.isSafeInteger(value)) head(KINDS.whole, unsigned(value));
    else head(KINDS.fraction, unsigned(placesOf(value)));
  };
  const text = (value: string): void => {
    const place = places.get(value);
    if (place !== undefined) {
      head(KINDS.word, place);
      return;
    }
    const written = letters(value);
    head(KINDS.text, written.length);
    bytes.push(...written);
  };
  /** Rows of numbers, each by how far it is from where the two before it lead. */
  const numbers = (rows: readonly (readonly number[])[]): void => {
    const guess = createGuess(rows[0].length);
    for (const row of rows) {
      const now = row.map(placesOf);
      const led = guess.next();
      for (const [at, value] of now.entries()) count(unsigned(value - led[at]));
      guess.was(now);
    }
  };
  const list = (values: readonly Tree[]): void => {
    if (values.length > 1 && areNumbers(values)) {
      head(KINDS.rows, 2 * values.length + 1);
      count(0);
      numbers(values.map((value) => [value]));
      return;
    }
    const keys = keysInCommon(values);
    if (keys === null) {
      head(KINDS.list, values.length);
      values.forEach(write);
      return;
    }
    const rows = values.map((row) => keys.map((name) => (row as Row)[name]));
    const numeric = rows.every(areNumbers);
    head(KINDS.rows, 2 * rows.length + (numeric ? 1 : 0));
    count(keys.length);
    keys.forEach(key);
    if (numeric) numbers(rows as readonly (readonly number[])[]);
    else rows.flat().forEach(write);
  };
  const write = (value: Tree): void => {
    if (typeof value === 'number') number(value);
    else if (typeof value === 'string') text(value);
    else if (value === null || typeof value === 'boolean') head(KINDS.constant, CONSTANTS.indexOf(value));
    else if (Array.isArray(value)) list(value as readonly Tree[]);
    else {
      const fields = Object.entries(value as Row);
      head(KINDS.record, fields.length);
      for (const [name, of] of fields) {
        key(name);
        write(of);
      }
    }
  };
  write(tree);
  return Uint8Array.from(bytes);
}

/** Names of fields as documents have them: none that means something to the language itself. */
const isName = (key: string): boolean => /^[A-Za-z][A-Za-z0-9]*$/.test(key) && key !== 'constructor';

/**
 * The tree that the bytes tell of. Whatever they are, nothing is thrown, and no more is made than there are bytes for: every
 * value takes one at least.
 */
export function readTree(bytes: Uint8Array, words: readonly string[]): Result<Tree, 'broken'> {
  let at = 0;
  let broken = false;
  const give = <Value>(value: Value): Value => {
    broken = true;
    return value;
  };
  const isBroken = (): boolean => broken;
  const left = (): number => bytes.length - at;
  const count = (): number => {
    let value = 0;
    for (let factor = 1; at < bytes.length; factor *= 128) {
      const byte = bytes[at++];
      value += (byte % 128) * factor;
      if (!Number.isSafeInteger(value)) break;
      if (byte < 128) return value;
    }
    return give(0);
  };
  /** So many things follow, each of a byte at least. */
  const countOf = (many: number): number => (many <= left() ? many : give(0));
  const letters = (size: number): string => {
    if (size > left()) return give('');
    const written = bytes.subarray(at, (at += size));
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(written);
    } catch {
      return give('');
    }
  };
  const word = (place: number): string => words.at(place) ?? give('');
  const key = (): string => {
    const place = count();
    const name = place === 0 ? letters(count()) : word(place - 1);
    return isName(name) ? name : give('');
  };
  const repeat = <Value>(many: number, next: () => Value): Value[] => {
    const made: Value[] = [];
    for (let i = 0; i < many && !broken; i++) made.push(next());
    return made;
  };
  const record = (keys: readonly string[], values: readonly Tree[]): Row => {
    if (new Set(keys).size !== keys.length || values.length !== keys.length) return give({});
    return Object.fromEntries(keys.map((name, i) => [name, values[i]]));
  };
  const rows = (size: number, deep: number): Tree => {
    const numeric = size % 2 === 1;
    const many = countOf((size - (size % 2)) / 2);
    const keys = repeat(countOf(count()), key);
    if (broken || (keys.length === 0 && !numeric)) return give(null);
    const width = Math.max(1, keys.length);
    if (many * width > left()) return give(null);
    const guess = createGuess(width);
    const row = (): Tree => {
      if (!numeric)
        return record(
          keys,
          repeat(width, () => read(deep)),
        );
      const now = guess.next().map((value) => value + signed(count()));
      guess.was(now);
      const values = now.map((value) => value / PLACES);
      return keys.length === 0 ? values[0] : record(keys, values);
    };
    return repeat(many, row);
  };
  const read = (deep: number): Tree => {
    const size = count();
    if (broken || deep > DEEPEST) return give(null);
    const [kind, of] = [size % KIND_COUNT, Math.floor(size / KIND_COUNT)];
    switch (kind) {
      case KINDS.whole:
        return signed(of);
      case KINDS.fraction:
        return signed(of) / PLACES;
      case KINDS.word:
        return word(of);
      case KINDS.text:
        return letters(of);
      case KINDS.list:
        return repeat(countOf(of), () => read(deep + 1));
      case KINDS.record: {
        const fields = repeat(countOf(of), () => [key(), read(deep + 1)] as const);
        return record(
          fields.map(([name]) => name),
          fields.map(([, value]) => value),
        );
      }
      case KINDS.rows:
        return rows(of, deep + 1);
      default:
        return of < CONSTANTS.length ? CONSTANTS[of] : give(null);
    }
  };
  const tree = read(0);
  return isBroken() || left() > 0 ? fail('broken') : ok(tree);
}
