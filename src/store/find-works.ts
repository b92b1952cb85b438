import type { KeptProject } from '~/keep/kept-records';

export const WORK_ORDERS = ['changed', 'made', 'name', 'size'] as const;
export type WorkOrder = (typeof WORK_ORDERS)[number];

/** Letters that are no plain letter with a mark, as people type them who do not have them. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** A text as it is searched: without case, accents and the kinds of blanks. */
export const foldedText = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    // Some capitals become a letter and a mark.
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøłđðþı]/g, (letter) => PLAIN[letter])
    .replace(/[\s’'`-]+/g, ' ')
    .trim();

const BY: Readonly<Record<WorkOrder, (a: KeptProject, b: KeptProject) => number>> = {
  changed: (a, b) => b.savedAtMs - a.savedAtMs,
  made: (a, b) => (b.madeAtMs ?? 0) - (a.madeAtMs ?? 0),
  name: (a, b) => a.name.localeCompare(b.name, undefined, { sensitivity: 'base', numeric: true }),
  size: (a, b) => (b.bytes ?? 0) - (a.bytes ?? 0),
};

/** The works whose name holds every word that is asked for, in the order wanted; what is alike in it by the day it was changed. */
export function foundWorks(works: readonly KeptProject[], asked: string, order: WorkOrder): readonly KeptProject[] {
  const words = foldedText(asked).split(' ');
  return works
    .filter(({ name }) => {
      const folded = foldedText(name);
      return words.every((word) => folded.includes(word));
    })
    .sort((a, b) => BY[order](a, b) || BY.changed(a, b));
}
