import * as v from 'valibot';
import { crc32 } from '~/bytes/crc32';
import { joinBytes } from '~/bytes/join-bytes';
import { fail, ok } from '~/model/base/result';
import type { Result } from '~/model/base/result';
import { consultationOf } from '~/model/design/consultation';
import { initialDesign } from '~/model/design/design';
import { consultationSchema } from '~/model/project/consultation-schema';
import { settledDesign } from '~/model/project/design-code';
import type { DesignOnHead } from '~/model/project/design-code';
import { PROJECT_VERSION } from '~/model/project/project';
import { isRecord, upgraded } from '~/model/project/upgrades';
import { CODE_WORDS } from './code-words';
import { readTree, writeTree } from './tree-bytes';
import type { Tree } from './tree-bytes';

/** How much of a design is told: `line` is all that is set, with its points; `dots` with what was painted; `all` with sketch and notes. */
export const TOLD = ['all', 'dots', 'line'] as const;
export type Told = (typeof TOLD)[number];

/** A design that came by a code. `told`: how much of it that code had room for. */
export interface ToldDesign extends DesignOnHead {
  readonly told: Told;
}

/** `damaged`: not as it was written; `newer`: written by a later Stipple. */
export type DesignProblem = { readonly kind: 'damaged' } | { readonly kind: 'newer' };

/** Format, how much is told, version of the document. */
const HEAD_BYTES = 3;
/** The check sum at the end. */
export const CHECK_BYTES = 4;
/** What the bytes of a whole design begin with. A later way of writing takes another number. */
export const WHOLE = 1;
/** The version of the document when codes began. */
const FIRST_VERSION = 5;

/** Whether there is anything that `told` leaves out and the one before it does not. */
export function hasMore({ head, drawn }: DesignOnHead, told: Told): boolean {
  if (told === 'dots') return drawn.pencil.length + drawn.notes.length > 0;
  return told === 'line' && drawn.strokes.length + head.marks.length > 0;
}

function onlyTold({ head, drawn }: DesignOnHead, told: Told): DesignOnHead {
  if (told === 'all') return { head, drawn };
  const plain = { ...drawn, pencil: [], notes: [] };
  return told === 'dots' ? { head, drawn: plain } : { head: { ...head, marks: [] }, drawn: { ...plain, strokes: [] } };
}

/** A check sum as four bytes, the largest first. */
export const checked = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => {
  const sum = new Uint8Array(CHECK_BYTES);
  new DataView(sum.buffer).setUint32(0, crc32(bytes, 0, bytes.length));
  return joinBytes([bytes, sum]);
};

/** The bytes without their check sum; null where it does not agree. */
export function unchecked(bytes: Uint8Array): Uint8Array | null {
  const at = bytes.length - CHECK_BYTES;
  if (at < 0) return null;
  const { buffer, byteOffset } = bytes;
  return new DataView(buffer, byteOffset).getUint32(at) === crc32(bytes, 0, at) ? bytes.subarray(0, at) : null;
}

/** Head and design as bytes: the same for the same design on every device, and nothing of who it is for: no name, no photo. */
export function designBytes(design: DesignOnHead, told: Told): Uint8Array<ArrayBuffer> {
  const { head, drawn } = settledDesign(onlyTold(design, told));
  const tree = writeTree({ head, drawn } as unknown as Tree, CODE_WORDS);
  return checked(joinBytes([Uint8Array.of(WHOLE, TOLD.indexOf(told), PROJECT_VERSION), tree]));
}

/**
 * The design that bytes tell of, checked number by number as a file is, and brought up to date where an older Stipple wrote it.
 * Never throws, whatever the bytes.
 */
export function readDesignBytes(bytes: Uint8Array): Result<ToldDesign, DesignProblem> {
  const inside = unchecked(bytes);
  if (inside === null || inside.length < HEAD_BYTES) return fail({ kind: 'damaged' });
  const [format, tells, version] = inside;
  const told = TOLD.at(tells);
  if (format > WHOLE || version > PROJECT_VERSION) return fail({ kind: 'newer' });
  const tree = readTree(inside.subarray(HEAD_BYTES), CODE_WORDS);
  if (format !== WHOLE || told === undefined || version < FIRST_VERSION || !tree.ok || !isRecord(tree.value))
    return fail({ kind: 'damaged' });
  const { head, drawn } = tree.value;
  // As a file of its version would hold it: what files learn when they are opened, designs do.
  const { views } = consultationOf(initialDesign(0));
  const consultation = { head, designs: [{ name: '', drawn }], chosenDesign: 0, views, chosenView: 0 };
  const moment = { sessionsDone: 0, timeYears: 0 };
  const document = { format: 'stipple', version, name: '', consultation, moment, photos: [] };
  try {
    const checkedNow = v.safeParse(consultationSchema, upgraded(document, version, PROJECT_VERSION).consultation, {
      abortEarly: true,
    });
    if (!checkedNow.success) return fail({ kind: 'damaged' });
    const { output } = checkedNow;
    return ok({ head: output.head, drawn: output.designs[0].drawn, told });
  } catch {
    return fail({ kind: 'damaged' }); // an upgrade met something that was not of its version
  }
}
