import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { timeStops } from '~/model/design/time-scale';
import { LEAST_SIDE_PX, MOST_MEGAPIXELS } from '~/model/raster/photo-pixels';
import type { CodeNews, Notice } from '~/store/app-state';
import { codeMessage } from '~/ui/words/home/code-words';
import { momentFromWords, momentInWords, stopWords, timeInWords } from '~/ui/words/moment-words';
import { messageOf } from '~/ui/words/notice-words';

const size = { widthPx: 10_000, heightPx: 20 };

type PlainNotice = Exclude<Notice, { readonly kind: 'code' }>;

/** One of each kind; a kind without a row does not compile. */
const EVERY: { readonly [Kind in PlainNotice['kind']]: Extract<PlainNotice, { readonly kind: Kind }> } = {
  lookingForHead: { kind: 'lookingForHead' },
  headFound: { kind: 'headFound' },
  noFaceFound: { kind: 'noFaceFound' },
  severalFaces: { kind: 'severalFaces', count: 3 },
  photoEmpty: { kind: 'photoEmpty' },
  fileUnreadable: { kind: 'fileUnreadable' },
  photoFileTooLarge: { kind: 'photoFileTooLarge', megabytes: 300 },
  photoNotTurned: { kind: 'photoNotTurned' },
  photoDamaged: { kind: 'photoDamaged' },
  notAPicture: { kind: 'notAPicture' },
  photoTooSmall: { kind: 'photoTooSmall', ...size },
  photoTooLarge: { kind: 'photoTooLarge', ...size },
  photoAnimated: { kind: 'photoAnimated' },
  heicUnsupported: { kind: 'heicUnsupported' },
  browserTooOld: { kind: 'browserTooOld' },
  formatUnsupported: { kind: 'formatUnsupported', format: 'TIFF' },
  detectorFailed: { kind: 'detectorFailed' },
  noWebGl2: { kind: 'noWebGl2' },
  contextLost: { kind: 'contextLost' },
  contextRestored: { kind: 'contextRestored' },
  oneOfSeveral: { kind: 'oneOfSeveral', count: 3, name: 'head.jpg' },
  folderWithoutPicture: { kind: 'folderWithoutPicture' },
  onlyFiles: { kind: 'onlyFiles' },
  partMissing: { kind: 'partMissing' },
  changeTakenBack: { kind: 'changeTakenBack' },
  pictureNotDrawn: { kind: 'pictureNotDrawn' },
  contextGone: { kind: 'contextGone' },
  ownFault: { kind: 'ownFault' },
  projectDamaged: { kind: 'projectDamaged' },
  projectNewer: { kind: 'projectNewer', version: 9 },
  projectTooLarge: { kind: 'projectTooLarge' },
  pictureSaved: { kind: 'pictureSaved', ...size },
  pictureSavedSmaller: { kind: 'pictureSavedSmaller', ...size },
  pictureNotSaved: { kind: 'pictureNotSaved' },
  pictureWithoutCard: { kind: 'pictureWithoutCard' },
  filmSaved: { kind: 'filmSaved', ...size },
  filmNotSaved: { kind: 'filmNotSaved' },
  filmNotHere: { kind: 'filmNotHere' },
  readyToShare: { kind: 'readyToShare' },
  shared: { kind: 'shared' },
  notShared: { kind: 'notShared' },
  projectSaved: { kind: 'projectSaved' },
  projectOpened: { kind: 'projectOpened' },
  projectNotSaved: { kind: 'projectNotSaved' },
  workRestored: { kind: 'workRestored' },
  openedAsCopy: { kind: 'openedAsCopy' },
  keptAsCopy: { kind: 'keptAsCopy' },
  autosaveFailed: { kind: 'autosaveFailed' },
  autosaveSilent: { kind: 'autosaveSilent' },
  storageSilent: { kind: 'storageSilent' },
  designDeleted: { kind: 'designDeleted', name: 'B' },
  viewAdded: { kind: 'viewAdded', view: 'left', faces: 3 },
  viewRemoved: { kind: 'viewRemoved', view: 'other' },
  told: { kind: 'told', said: { said: 'Something.', next: null, problem: false } },
  cancelled: { kind: 'cancelled' },
};

const EVERY_CODE: { readonly [Kind in CodeNews['kind']]: Extract<CodeNews, { readonly kind: Kind }> } = {
  taken: { kind: 'taken', name: 'B', keptOwn: true, told: 'line' },
  there: { kind: 'there', name: 'A' },
  full: { kind: 'full' },
  waits: { kind: 'waits' },
  parts: { kind: 'parts', have: 1, of: 3 },
  damaged: { kind: 'damaged' },
  newer: { kind: 'newer' },
  foreign: { kind: 'foreign' },
  tooLong: { kind: 'tooLong' },
};

describe('messages', () => {
  test('of a code that was taken in: what came of it, and the next step', () => {
    const said = Object.values(EVERY_CODE).map(codeMessage);
    for (const each of said) {
      expect(each.said).toMatch(/^[A-Z0-9].*\.$/);
      if (each.problem) expect(each.next).toMatch(/^[A-Z].*\.$/);
    }
    expect(new Set(said.map((each) => each.said)).size).toBe(said.length);
    expect(said[0].next).toBe(
      'What was measured or marked on this head stays. Undo takes it back. What was painted, sketched and noted had no room in the code.',
    );
  });

  test.each(Object.values(EVERY))('$kind is said in words, and a problem with the next step', (what) => {
    const { said, next, problem } = messageOf(what);
    expect(said).toMatch(/^[A-Z0-9]/);
    if (problem) expect(next).toMatch(/^[A-Z].*\.$/);
  });

  test('no two say the same', () => {
    const said = Object.values(EVERY).map((what) => messageOf(what).said);
    expect(new Set(said).size).toBe(said.length);
  });

  test('a photo of another size than can be opened is told the sizes that can', () => {
    expect(messageOf(EVERY.photoTooSmall).next).toContain(`at least ${LEAST_SIDE_PX} pixels a side`);
    expect(messageOf(EVERY.photoTooLarge).next).toContain(`up to ${MOST_MEGAPIXELS} megapixels`);
  });

  test('the words that others look for stay', () => {
    expect(messageOf({ kind: 'lookingForHead' }).said).toBe('Looking for the head…');
    expect(messageOf({ kind: 'headFound' }).said).toBe('Head found');
    expect(messageOf({ kind: 'noFaceFound' }).said).toBe('No face found');
  });
});

describe('time in words', () => {
  test('the stops', () => {
    const stops = timeStops({ sessionsPlanned: 2 });
    expect(stops.map((stop) => stopWords(stop)[0]).join(' · ')).toBe(
      'Bare · Session 1 · Session 2 · Healed · 6 months · 1 year · 2 years · 3 years · 5 years · 8 years · 10 years · 15 years',
    );
    expect(stops.map((stop) => stopWords(stop)[1]).every((short) => short.length <= 4)).toBe(true);
    expect(momentInWords({ sessionsDone: 1, timeYears: 3 / 365.25 }, 2)).toBe('3 days after session 1');
    expect(momentInWords({ sessionsDone: 2, timeYears: 0 }, 2)).toBe('Session 2, just treated');
    expect(momentInWords({ sessionsDone: 2, timeYears: 1 / 12 }, 2)).toBe('Healed, 1 month');
  });

  test('a stop is called as the moment is, or as that name begins', () => {
    for (const stop of timeStops({ sessionsPlanned: 3 }))
      expect(momentInWords(stop, 3).startsWith(stopWords(stop)[0]), momentInWords(stop, 3)).toBe(true);
  });

  test('what lies between', () => {
    expect(timeInWords(1 / 365.25)).toBe('1 day');
    expect(timeInWords(1.25)).toBe('1 year and 3 months');
    expect(timeInWords(0.97)).toBe('1 year');
    expect(timeInWords(2.99)).toBe('3 years');
    expect(timeInWords(6.37)).toBe('6.4 years');
  });

  test('always days, months or years, and never nothing', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 15, noNaN: true }), (years) => {
        expect(timeInWords(years)).toMatch(/^just treated$|^[1-9][\d.]* (day|month|year)s?( and [1-9]\d* months?)?$/);
      }),
    );
  });

  const NOW = { sessionsDone: 3, timeYears: 1 };
  const typed = (text: string): unknown => momentFromWords(text, NOW, 3);

  test.each([
    ['5', 5],
    ['5 years', 5],
    [' 2,5 Years ', 2.5],
    ['2½ y', 2.5],
    ['1 and a half years', 1.5],
    ['half a year', 0.5],
    ['a year', 1],
    ['five years later', 5],
    ['after 18 months', 1.5],
    ['6 mo.', 0.5],
    ['1 year and 3 months', 1.25],
    ['3 weeks', 21 / 365.25],
    ['10d', 10 / 365.25],
    ['1 month', 1 / 12],
    ['healed', 1 / 12],
    ['fresh', 0],
    ['0', 0],
  ])('typed: %s', (text, years) => {
    expect(typed(text)).toEqual({ sessionsDone: 3, timeYears: expect.closeTo(years, 9) as number });
  });

  test.each([
    ['bare', { sessionsDone: 0, timeYears: 0 }],
    ['before the first session', { sessionsDone: 0, timeYears: 0 }],
    ['session 2', { sessionsDone: 2, timeYears: 0 }],
    ['s1', { sessionsDone: 1, timeYears: 0 }],
    ['', null],
    ['soon', null],
    ['-3', null],
    ['5 hours', null],
    ['session 9', null],
    ['1 year or so', null],
  ])('typed: %s', (text, moment) => {
    expect(typed(text)).toEqual(moment);
  });

  test('a name typed as it is shown leads to a moment of that name', () => {
    const moments = fc.record({
      sessionsDone: fc.integer({ min: 0, max: 3 }),
      timeYears: fc.oneof(fc.double({ min: 0, max: 15, noNaN: true }), fc.double({ min: 0, max: 0.2, noNaN: true })),
    });
    fc.assert(
      fc.property(moments, (moment) => {
        const name = momentInWords(moment, 3);
        const back = momentFromWords(name, NOW, 3);
        expect(back).not.toBeNull();
        if (back !== null) expect(momentInWords(back, 3)).toBe(name);
      }),
    );
  });
});
