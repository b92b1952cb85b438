import { fromBase64, toBase64 } from '~/bytes/base64';
import { crc32 } from '~/bytes/crc32';
import { joinBytes } from '~/bytes/join-bytes';
import { fail, ok } from '~/model/base/result';
import type { Result } from '~/model/base/result';
import type { DesignOnHead } from '~/model/project/design-code';
import { CHECK_BYTES, checked, designBytes, hasMore, readDesignBytes, TOLD, unchecked, WHOLE } from './design-bytes';
import { DESIGN_HASH } from './design-hash';
import type { DesignProblem, Told, ToldDesign } from './design-bytes';

/** Longer texts are not looked at, characters: more than any link or any set of codes has. */
const LONGEST_TEXT = 64 * 1024;
/** Longer links are cut by what they are sent with, bytes of the design. */
const MOST_LINK_BYTES = 6000;
/** More codes nobody scans one after the other. */
export const MOST_CODES = 6;
/** Characters in one of several codes, of 97 squares a side (version 20 of QR, level M): a phone reads it at once. */
export const MOST_PART_CHARACTERS = 666;
/** Characters in one code alone, of 117 squares (version 25): one that takes a moment is better than two. */
export const MOST_CODE_CHARACTERS = 997;
/** Most parts that are ever put together: a number that a hostile code cannot make large. */
const MOST_PARTS = 16;

/** What the bytes of one part of several begin with. */
const PART = 2;
/** The kind, its place, how many there are, and the check sum of the whole. */
const PART_HEAD_BYTES = 7;

/** A code as a link has it. */
const LINKED = new RegExp(`${DESIGN_HASH}([\\w-]+)`, 'g');

/** `foreign`: nothing of ours is in the text; `tooLong`: far longer than any design. */
export type CodeProblem = DesignProblem | { readonly kind: 'foreign' } | { readonly kind: 'tooLong' };

/** One of several codes; `index` from 0. Those with the same `whole` belong together. */
export interface CodePart {
  readonly kind: 'part';
  readonly index: number;
  readonly of: number;
  readonly whole: number;
  readonly bytes: Uint8Array;
}
type Code = { readonly kind: 'design'; readonly design: ToldDesign } | CodePart;

const toText = (bytes: Uint8Array): string =>
  toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const fromText = (text: string): Uint8Array | null => fromBase64(text.replaceAll('-', '+').replaceAll('_', '/'));

/** A design as it goes to another device. `address`: where the app runs, without a fragment. */
export interface SentDesign {
  readonly link: string;
  readonly linkTells: Told;
  /** What stands in each of the codes to be scanned, in their order. */
  readonly codes: readonly string[];
  readonly codesTell: Told;
}

/** As much of the design as `fits`: all, or without what changes no dot, or without all that was painted. */
function mostOf<Way>(
  design: DesignOnHead,
  make: (bytes: Uint8Array<ArrayBuffer>) => Way,
  fits: (way: Way) => boolean,
): { readonly way: Way; readonly told: Told } {
  let told: Told = 'all';
  let way = make(designBytes(design, told));
  for (const less of TOLD.slice(1)) {
    if (fits(way)) break;
    if (!hasMore(design, less)) continue;
    told = less;
    way = make(designBytes(design, less));
  }
  return { way, told };
}

/** The link and the codes of a design. Settings and line always have room in one code. */
export function sentDesign(design: DesignOnHead, address: string): SentDesign {
  const start = `${address}${DESIGN_HASH}`;
  const link = mostOf(
    design,
    (bytes) => bytes,
    (bytes) => bytes.length <= MOST_LINK_BYTES,
  );
  const codes = mostOf(
    design,
    (bytes) => codesOf(bytes, start),
    (texts) => texts.length <= MOST_CODES,
  );
  return { link: start + toText(link.way), linkTells: link.told, codes: codes.way, codesTell: codes.told };
}

/** The one code that stands on paper: as much of the design as has room in it, line and settings always. */
export function onlyCode(design: DesignOnHead, address: string): { readonly code: string; readonly told: Told } {
  const start = `${address}${DESIGN_HASH}`;
  const { way, told } = mostOf(
    design,
    (bytes) => codesOf(bytes, start),
    (texts) => texts.length === 1,
  );
  return { code: way[0], told };
}

/** One code where there is room, else several alike. */
function codesOf(bytes: Uint8Array, start: string): readonly string[] {
  const bytesIn = (characters: number): number => Math.floor(((characters - start.length) * 3) / 4);
  if (bytes.length <= bytesIn(MOST_CODE_CHARACTERS)) return [start + toText(bytes)];
  const room = Math.max(1, bytesIn(MOST_PART_CHARACTERS) - PART_HEAD_BYTES - CHECK_BYTES);
  const of = Math.ceil(bytes.length / room);
  const each = Math.ceil(bytes.length / of);
  const head = new Uint8Array(PART_HEAD_BYTES);
  new DataView(head.buffer).setUint32(3, crc32(bytes, 0, bytes.length));
  return Array.from({ length: of }, (_, index) => {
    head.set([PART, index, of]);
    return start + toText(checked(joinBytes([head, bytes.subarray(index * each, (index + 1) * each)])));
  });
}

/**
 * The codes that stand in a text: links with whatever is written around them, or the bare code. A line that was broken on its
 * way is put together again.
 */
export function codesIn(text: string): Result<readonly string[], CodeProblem> {
  if (text.length > LONGEST_TEXT) return fail({ kind: 'tooLong' });
  const linked = [...text.matchAll(LINKED)].map(([, code]) => code);
  if (linked.length > 0) return ok(linked);
  const bare = text.replace(/\s+/g, '');
  return /^[\w-]{16,}$/.test(bare) ? ok([bare]) : fail({ kind: 'foreign' });
}

/** What one code holds. Never throws, whatever it is. */
export function readCode(code: string): Result<Code, CodeProblem> {
  const bytes = fromText(code);
  if (bytes === null || bytes.length === 0) return fail({ kind: 'damaged' });
  if (bytes[0] === PART) return readPart(bytes);
  // Before the check sum, which a later Stipple may write otherwise.
  if (bytes[0] > Math.max(WHOLE, PART)) return fail({ kind: 'newer' });
  const read = readDesignBytes(bytes);
  return read.ok ? ok({ kind: 'design', design: read.value }) : read;
}

function readPart(bytes: Uint8Array): Result<CodePart, CodeProblem> {
  const inside = unchecked(bytes);
  if (inside === null || inside.length <= PART_HEAD_BYTES) return fail({ kind: 'damaged' });
  const [, index, of] = inside;
  if (of < 2 || of > MOST_PARTS || index >= of) return fail({ kind: 'damaged' });
  const whole = new DataView(inside.buffer, inside.byteOffset).getUint32(3);
  return ok({ kind: 'part', index, of, whole, bytes: inside.subarray(PART_HEAD_BYTES) });
}

/** Parts of one design as they come, in any order. */
export interface Gathered {
  readonly parts: readonly CodePart[];
}
export const NOTHING_GATHERED: Gathered = { parts: [] };

/** With another part; those of another design are let go. */
export function gather({ parts }: Gathered, part: CodePart): Gathered {
  const others = parts.filter(({ whole, of, index }) => whole === part.whole && of === part.of && index !== part.index);
  return { parts: [...others, part].sort((a, b) => a.index - b.index) };
}

/** The design, once all its parts are there; null: some are missing. */
export function gatheredDesign({ parts }: Gathered): Result<ToldDesign, CodeProblem> | null {
  const of = parts.at(0)?.of;
  return of === undefined || parts.length < of ? null : readDesignBytes(joinBytes(parts.map(({ bytes }) => bytes)));
}
