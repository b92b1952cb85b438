import type { BookNews, CameIn } from '~/book/client-book';
import type { WorkOrder } from '~/store/find-works';

/** The list of all works on this device. */
export const BOOK = {
  title: 'All works on this device',
  loading: 'Reading what is kept…',
  search: 'Search by name',
  order: 'Sort by',
  pictures: 'Show pictures',
  none: 'Nothing is kept on this device.',
  notFound: 'No work has that name.',
  open: 'Open ',
  rename: 'Rename',
  name: 'New name',
  save: 'Save name',
  cancel: 'Cancel',
  delete: 'Delete',
  keep: 'Keep',
  more: 'Show more',
  file: 'One file for all',
  saveAll: 'Save all in one file',
  bringIn: 'Bring works in from a file',
  fileNote:
    'The file holds every name and photo here: keep it in a safe place. Bringing works in writes over none that are here.',
  saving: 'Writing the file…',
  bringing: 'Bringing works in…',
} as const;

export const ORDER_NAMES: Readonly<Record<WorkOrder, string>> = {
  changed: 'Last changed',
  made: 'First kept',
  name: 'Name',
  size: 'Size',
};

const day = (ms: number): string => new Date(ms).toLocaleDateString('en', { dateStyle: 'medium' });
const minute = (ms: number): string => new Date(ms).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'short' });

/** 0.4 MB, 12 MB, 3.1 GB. */
function inBytes(bytes: number): string {
  if (bytes >= 1e9) return `${(bytes / 1e9).toFixed(1)} GB`;
  return bytes >= 1e7 ? `${Math.round(bytes / 1e6)} MB` : `${Math.max(0.1, bytes / 1e6).toFixed(1)} MB`;
}

/** When a work was changed and first kept, and what it takes. */
export const workFacts = (savedAtMs: number, madeAtMs: number | undefined, bytes: number | undefined): string =>
  [
    `Changed ${minute(savedAtMs)}`,
    ...(madeAtMs === undefined ? [] : [`first kept ${day(madeAtMs)}`]),
    ...(bytes === undefined ? [] : [inBytes(bytes)]),
  ].join(' · ');

const works = (count: number): string => (count === 1 ? '1 work' : `${count} works`);

/** What all of it takes, and what is left. `leftBytes` null: the browser does not say. */
export const roomInWords = (count: number, bytes: number, leftBytes: number | null): string =>
  `${works(count)}, ${inBytes(bytes)}.${leftBytes === null ? '' : ` This browser has room for about ${inBytes(leftBytes)} more.`}`;

export const foundInWords = (found: number, all: number): string =>
  found === all ? works(all) : `${found} of ${works(all)}`;

/** More names than these are no longer read one by one. */
const MOST_NAMES = 30;
const names = (all: readonly string[]): string => {
  const said = all.slice(0, MOST_NAMES).map((name) => `“${name}”`);
  return said.join(', ') + (all.length > MOST_NAMES ? `, and ${all.length - MOST_NAMES} more` : '');
};
const namesAfter = (lead: string, all: readonly string[]): string =>
  all.length === 0 ? '' : ` ${lead}: ${names(all)}.`;
const leftOutInWords = (all: readonly string[]): string => namesAfter('Damaged and left out', all);
/** Of a file that is cut off; `wasReadWhole`: what there is of it was gone through to the end. */
function lostInWords(all: readonly string[], wasReadWhole: boolean): string {
  if (all.length > 0)
    return ` The end of this file is missing: ${works(all.length)} could not be read.${namesAfter('Left out', all)}`;
  return ` The end of this file is missing${wasReadWhole ? ', but no work is lost with it' : ''}.`;
}

function cameInWords({ all, fresh, newer, older, alike, leftOut, cut }: CameIn, wasReadWhole = false): string {
  const came = fresh + newer + older;
  const beside = [...(newer > 0 ? [`${newer} newer`] : []), ...(older > 0 ? [`${older} older`] : [])].join(' and ');
  return (
    [
      `${came} of ${works(all)} came in.`,
      ...(beside === '' ? [] : [`${beside} than here: they stand beside yours, and none was written over.`]),
      ...(alike > 0 ? [`${alike} were here already, just as they are.`] : []),
    ].join(' ') + (cut ? lostInWords(leftOut, wasReadWhole) : leftOutInWords(leftOut))
  );
}

/** What is said of what was done last. */
export function bookNews(news: BookNews): string {
  switch (news.kind) {
    case 'saved':
      return `Saved: ${works(news.works)}, ${inBytes(news.bytes)}.${leftOutInWords(news.leftOut)}${namesAfter('Deleted meanwhile, and not in it', news.gone)}`;
    case 'tooLarge':
      return 'All of it is more than one file can hold (4 GB). Save the largest ones each in a file of their own, and delete them here.';
    case 'damaged':
      return 'This file is damaged or not one of several works. Nothing was changed.';
    case 'newer':
      return 'This file was saved by a newer Stipple. Reload this page to get the newest one. Nothing was changed.';
    case 'notSaved':
      return 'The file could not be made: what this browser keeps cannot be read just now. Reload the page and try again.';
    case 'notRenamed':
      return 'It could not be renamed. Nothing was changed.';
    case 'notDeleted':
      return 'It could not be deleted, and is still here. Reload the page and try again.';
    case 'elsewhere':
      return `“${news.name}” is open in another tab. Close it there first.`;
    case 'renamed':
      return `It is called “${news.name}” now.`;
    case 'deleted':
      return `“${news.name}” is deleted: nothing of it is left on this device.`;
    case 'cameIn':
      return cameInWords(news, true);
    case 'cancelled':
      return `Cancelled. ${cameInWords(news)}`;
    case 'noRoom':
      return `There is no room for more in this browser. ${cameInWords(news)} Delete what you no longer need, or make room on the device, and bring the file in again: what came in is not taken twice.`;
    case 'notKept':
      return `This browser’s storage takes nothing just now. ${cameInWords(news)} Reload the page and bring the file in again: what came in is not taken twice.`;
  }
}

/** What the file of all works is called, by the day it was made: 2026-11-28. */
export const fileOfAllName = (ms: number): string => `Stipple works ${new Date(ms).toISOString().slice(0, 10)}`;

export const openName = (name: string): string => `Open ${name}`;
export const renameName = (name: string): string => `Rename ${name}`;
export const deleteName = (name: string): string => `Delete ${name}`;
export const deleteForGoodName = (name: string): string => `Delete ${name} for good`;
export const deleteForGoodQuestion = (name: string): string => `Delete ${name} for good?`;
