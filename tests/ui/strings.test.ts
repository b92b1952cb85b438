import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { timeStops } from '~/model/design/time-scale';
import { LEAST_SIDE_PX, MOST_MEGAPIXELS } from '~/model/raster/photo-pixels';
import type { Notice } from '~/store/app-state';
import { momentInWords, stopWords, timeInWords } from '~/ui/words/moment-words';
import { messageOf } from '~/ui/words/notice-words';

const size = { widthPx: 10_000, heightPx: 20 };

/** One of each kind; a kind without a row does not compile. */
const EVERY: { readonly [Kind in Notice['kind']]: Extract<Notice, { readonly kind: Kind }> } = {
  lookingForHead: { kind: 'lookingForHead' },
  headFound: { kind: 'headFound' },
  noFaceFound: { kind: 'noFaceFound' },
  severalFaces: { kind: 'severalFaces', count: 3 },
  photoEmpty: { kind: 'photoEmpty' },
  fileUnreadable: { kind: 'fileUnreadable' },
  photoFileTooLarge: { kind: 'photoFileTooLarge', megabytes: 300 },
  photoDamaged: { kind: 'photoDamaged' },
  notAPicture: { kind: 'notAPicture' },
  photoTooSmall: { kind: 'photoTooSmall', ...size },
  photoTooLarge: { kind: 'photoTooLarge', ...size },
  photoAnimated: { kind: 'photoAnimated' },
  heicUnsupported: { kind: 'heicUnsupported' },
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
  projectSaved: { kind: 'projectSaved' },
  projectOpened: { kind: 'projectOpened' },
  projectNotSaved: { kind: 'projectNotSaved' },
  workRestored: { kind: 'workRestored' },
  openedAsCopy: { kind: 'openedAsCopy' },
  keptAsCopy: { kind: 'keptAsCopy' },
  autosaveFailed: { kind: 'autosaveFailed' },
  cameraRefused: { kind: 'cameraRefused' },
  cancelled: { kind: 'cancelled' },
};

describe('messages', () => {
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
    expect(momentInWords({ sessionsDone: 2, timeYears: 0 }, 2)).toBe('Right after session 2');
    expect(momentInWords({ sessionsDone: 2, timeYears: 1 / 12 }, 2)).toBe('1 month');
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
});
