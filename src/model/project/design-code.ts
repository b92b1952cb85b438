import type { Consultation, DesignRecord, HeadRecord } from '~/model/design/consultation';

/** Places behind the point that a code looks at: a ten-thousandth of a mm, or of the way round the head. */
export const PLACES = 1e4;

/** What is written beside a picture, but changes none: the pencil's lines, and notes. */
const ASIDE: ReadonlySet<string> = new Set<keyof DesignRecord>(['pencil', 'notes']);

/** A value with its keys in one order and its numbers rounded, so that the same design is the same text on every device. */
const settledWithout =
  (left: ReadonlySet<string>) =>
  (_key: string, value: unknown): unknown => {
    if (typeof value === 'number') return Math.round(value * PLACES) / PLACES + 0;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => !left.has(key))
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  };
const seenOnly = settledWithout(ASIDE);
const settled = settledWithout(new Set());

/** A design and the head that it is for: all that is drawn but the photo. */
export interface DesignOnHead {
  readonly head: HeadRecord;
  readonly drawn: DesignRecord;
}

/** All that the picture of a design depends on beside the photo, as one text: no name, no note, no sketch. */
export const designText = (head: HeadRecord, drawn: DesignRecord): string => JSON.stringify({ head, drawn }, seenOnly);

/** The same design as every device has it that was told of it: keys in one order, numbers rounded; sketch and notes too. */
export const settledDesign = ({ head, drawn }: DesignOnHead): DesignOnHead =>
  JSON.parse(JSON.stringify({ head, drawn }, settled)) as DesignOnHead;

/** Without letters and digits that are taken for one another. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const CODE_LETTERS = 8;

/** Two runs of a multiply-and-mix hash of 32 bits, each from another start. */
function mixed(text: string, start: number, factor: number): number {
  let hash = start;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), factor);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/**
 * Eight letters and digits that the chosen design is known by: the same on every device, and others as soon as anything is changed
 * that is seen. It says nothing about a person: no name, no note and no photo goes into it.
 */
export function designCode({ head, designs, chosenDesign }: Consultation): string {
  const text = designText(head, designs[chosenDesign].drawn);
  const words = [mixed(text, 0x811c9dc5, 0x01000193), mixed(text, 0x1b873593, 0x85ebca6b)];
  // Five bits a letter, four letters from each word.
  return Array.from({ length: CODE_LETTERS }, (_, i) => LETTERS[(words[i >> 2] >>> (5 * (i & 3))) & 31]).join('');
}
