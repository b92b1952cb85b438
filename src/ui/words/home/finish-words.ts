import type { HomeItem, Said } from '~/store/app-state';
import type { Moment } from '~/model/design/time-scale';
import { momentInWords } from '~/ui/words/moment-words';
import { START } from '~/ui/words/start-words';
import { wholeNumbers } from './whole-numbers';

/** Where all ends that is to be taken along. */
export const FINISH = {
  title: 'Take it with you',
  format: 'Pictures as',
  of: 'Pictures of',
  save: 'Save',
  share: 'Share',
  shareNow: 'Share now',
  making: 'Making the file…',
  open: 'Go on with another',
  openHint: 'A project that was saved as a file, or a design that comes as a code.',
} as const;

/** What a small picture will show, in a word, while it is made. */
export const COMING = { before: 'Before', after: 'After', sketch: 'Sketch', project: 'Project', code: 'Code' } as const;

/** Which photos of the head pictures are made of. */
export const OF_NAMES = (count: number) => ({ this: 'this view', all: `all ${count} views` }) as const;

/** What is said of a file for each view. */
export const filesSaved = (count: number): Said => ({
  said: `Saved ${count} pictures, one for each view.`,
  next: 'If fewer came, allow this page to save several files, and save again.',
  problem: false,
});

export const FORMAT_NAMES = { png: 'PNG', jpeg: 'JPEG' } as const;
/** What each is for. */
export const FORMAT_HINTS = {
  png: 'Exact: to keep, to print.',
  jpeg: 'Smaller: to send, to post.',
} as const;

/** What each thing is called, and what it is good for. `short`: in the names of its buttons. */
export const HOME_TEXTS: Readonly<
  Record<HomeItem, { readonly name: string; readonly short: string; readonly hint: string }>
> = {
  comparison: {
    name: 'Before and after',
    short: 'before and after',
    hint: wholeNumbers(
      'Head and hairline side by side, with date and design code. The usual size to send or to post: 1080 × 1350.',
    ),
  },
  fullComparison: {
    name: 'Before and after, full size',
    short: 'before and after at full size',
    hint: 'The whole photo twice, each at its own size.',
  },
  sketch: {
    name: 'With sketch and measures',
    short: 'with sketch and measures',
    hint: 'Line, pencil, guides, and notes as numbered pins, with a legend below. At the photo’s own size.',
  },
  picture: {
    name: 'The picture',
    short: 'picture',
    hint: 'The simulated head alone, at the photo’s own size. The file does not tell where, when or with what it was taken.',
  },
  film: {
    name: 'Film of the years',
    short: 'film',
    hint: 'From bare skin on, with the moment written on it: about ten seconds, which can be played over and over.',
  },
  code: {
    name: 'Design code',
    short: 'design code',
    hint: 'Squares to scan, or a link: the same design on another device, on the photo there. No photo is in it.',
  },
  project: {
    name: 'The project',
    short: 'project',
    hint: 'Photo and design in one file, to go on with later or to bring to a practitioner. Whoever has it sees the photo.',
  },
};

/** Names of the buttons, which all say Save or Share. */
export const saveName = (item: HomeItem): string => `${FINISH.save} ${HOME_TEXTS[item].short}`;
export const shareName = (item: HomeItem): string => `${FINISH.share} ${HOME_TEXTS[item].short}`;
export const shareNowName = (item: HomeItem): string => `${FINISH.shareNow}: ${HOME_TEXTS[item].short}`;

/** A day as it is written on what goes home. */
export const dayInWords = (date: Date): string => date.toLocaleDateString('en-GB', { dateStyle: 'long' });

const simulated = (moment: string): string => `Simulated: ${moment}`;

/** Which of the head's photos it is, before what else is written; nothing where there is but one. */
const inViewOf = (view: string | null): string => (view === null ? '' : `${view} · `);

/** What is written on a picture of before and after. `moment`: in words; `view`: what its photo is called among several. */
export const comparisonWords = (moment: string, date: Date, code: string, view: string | null) => ({
  bare: 'Before',
  treated: simulated(moment),
  strip: [`${inViewOf(view)}${dayInWords(date)} · Design ${code} · Simulated with ${START.name}`, START.honesty],
});

/** Lines on that picture that have no pin. */
const SKETCH_LINES = { hairline: 'Hairline of the plan', pencil: 'Sketched with the pencil' } as const;

/** What is written under a picture with sketch and measures. Entries are ready to be read. */
export const sketchWords = (
  moment: string,
  date: Date,
  code: string,
  legend: readonly string[],
  view: string | null,
) => ({
  heading: `${inViewOf(view)}${dayInWords(date)} · Design ${code} · Simulated: ${moment}`,
  lines: SKETCH_LINES,
  legend: legend.map(wholeNumbers),
  foot: START.honesty,
});

/** Which film: how it fades, or the sessions one by one. */
export const FILM = {
  kind: 'What it shows',
  kinds: { years: 'The years', visits: 'The sessions' },
} as const;

/** What is written on each frame of a film. */
export const filmWords = (code: string, planned: number) => ({
  momentOf: (moment: Moment): string => {
    const words = momentInWords(moment, planned);
    return moment.sessionsDone === 0 ? words : simulated(words);
  },
  foot: `Design ${code} · ${START.honesty}`,
});

/** One entry of the legend: a pin and what it stands for. */
export const pinInWords = (tag: string, what: string): string => `${tag}  ${what}`;
