import type { Photo } from '~/io/photo';
import type { MissingPigment } from '~/model/advice/missing-pigment';
import { AS_IT_IS, isMirroring } from '~/model/base/orientation';
import type { HairVerdict } from '~/model/hair/hair-verdict';
import type { ViewKind } from '~/model/design/consultation';
import type { Facts } from '~/model/facts';
import { LEAST_SIDE_PX, MOST_MEGAPIXELS, MOST_PHOTO_MEGABYTES } from '~/model/raster/photo-pixels';
import type { Notice } from '~/store/app-state';

/** What happened, and what to do next where that is not already on the screen. */
export interface Message {
  readonly said: string;
  readonly next: string | null;
  /** Problems stay until they are put away; news goes by itself. */
  readonly problem: boolean;
  /** A problem that reloading the page may end: it is offered. */
  readonly restart?: true;
}

const news = (said: string, next: string | null = null): Message => ({ said, next, problem: false });
const problem = (said: string, next: string): Message => ({ said, next, problem: true });

const restart = (said: string, next: string): Message => ({ said, next, problem: true, restart: true });

const size = (what: { readonly widthPx: number; readonly heightPx: number }): string =>
  `${what.widthPx.toLocaleString('en')} × ${what.heightPx.toLocaleString('en')} pixels`;

/** Kinds of files that are no names of formats; those are the same in every language. */
const FORMAT_WORDS: Readonly<Partial<Record<string, string>>> = { raw: 'camera raw', video: 'video' };

const CUT = 'This file ends before the picture does: the bottom of it is missing.';

/** A design as it is spoken of: those that nobody named are called by a letter. */
export const designTitle = (name: string): string => (name.length === 1 ? `Design ${name}` : name);

/** From where a photo shows the head. */
export const VIEW_KIND_NAMES: Readonly<Record<ViewKind, string>> = {
  front: 'Front',
  left: 'Left side',
  right: 'Right side',
  top: 'Top',
  back: 'Back',
  other: 'Other view',
};

/** One message for each thing the app has to say. */
export function messageOf(what: Notice): Message {
  switch (what.kind) {
    case 'lookingForHead':
      return news('Looking for the head…');
    case 'headFound':
      return news('Head found', what.cut === true ? CUT : null);
    case 'noFaceFound':
      return news(
        'No face found',
        `${what.cut === true ? `${CUT} ` : ''}That is fine: place the head by hand, or choose a photo that shows the face.`,
      );
    case 'severalFaces':
      return news(`${what.count} faces found`, 'Choose the person this is for.');
    case 'photoEmpty':
      return problem('This file is empty.', 'Choose another photo, or copy this one to your device again.');
    case 'fileUnreadable':
      return problem(
        'This file cannot be read.',
        'It may be a folder, or have been moved, changed or not yet downloaded: copy it to this device and choose the copy.',
      );
    case 'photoFileTooLarge':
      return problem(
        `This file is too large (${what.megabytes.toLocaleString('en')} MB).`,
        `Save the photo smaller, up to ${MOST_PHOTO_MEGABYTES} MB, and try again.`,
      );
    case 'photoDamaged':
      return problem('This picture is damaged and cannot be opened.', 'Choose another photo, or take a new one.');
    case 'photoNotTurned':
      return problem(
        'This photo could not be turned here: there may be too little memory for it.',
        'Turn it in your photo app, and open it again.',
      );
    case 'notAPicture':
      return problem('This file is not a picture.', 'Choose a JPEG, PNG, WebP or AVIF photo, or a .stipple project.');
    case 'photoTooSmall':
      return problem(
        `This picture is too small (${size(what)}).`,
        `Choose one that is at least ${LEAST_SIDE_PX} pixels a side.`,
      );
    case 'photoTooLarge':
      return problem(
        `This picture is too large (${size(what)}).`,
        `Save it smaller, up to ${MOST_MEGAPIXELS} megapixels, and try again.`,
      );
    case 'photoAnimated':
      return problem('This picture moves.', 'Choose a still photo, or save one frame of it as a JPEG or PNG.');
    case 'heicUnsupported':
      return problem(
        'This browser cannot open HEIC photos.',
        'Open Stipple in Safari, or save the photo as a JPEG first.',
      );
    case 'formatUnsupported':
      return problem(
        `This browser cannot open ${FORMAT_WORDS[what.format] ?? what.format} pictures.`,
        'Save the photo as a JPEG or PNG and try again.',
      );
    case 'detectorFailed':
      return problem(
        'Finding faces does not work on this device right now.',
        'Place the head by hand; all else works.',
      );
    case 'noWebGl2':
      return problem(
        'This browser cannot draw the preview: it has no WebGL 2.',
        'Update it, or open Stipple in another one.',
      );
    case 'browserTooOld':
      return problem('This browser is too old to work on photos.', 'Update it, or open Stipple in another one.');
    case 'contextLost':
      return problem(
        'The graphics card took a break.',
        'Your work is kept; the picture comes back by itself in a moment.',
      );
    case 'contextRestored':
      return news('The picture is back.');
    case 'oneOfSeveral':
      return news(`One of ${what.count} files is opened: ${what.name}.`);
    case 'folderWithoutPicture':
      return problem('There is no picture in this folder.', 'Choose a photo itself.');
    case 'onlyFiles':
      return problem('Only files can be opened here.', 'Save the picture to this device first, then choose it.');
    case 'partMissing':
      return problem(
        'A part of Stipple could not be loaded.',
        'Check that you are online, then try again. Nothing is lost.',
      );
    case 'changeTakenBack':
      return problem(
        'That change could not be drawn, so it was taken back.',
        'All else is as it was. Try a smaller one.',
      );
    case 'pictureNotDrawn':
      return problem(
        'The picture could not be drawn: a mistake in Stipple.',
        'Your work is kept. Undo the last change, or reload this page.',
      );
    case 'contextGone':
      return restart('The graphics card does not come back.', 'Your work is kept: reload the page to go on with it.');
    case 'ownFault':
      return restart(
        'Something went wrong in Stipple, and not by your doing.',
        'Your work is kept: try again, or reload the page.',
      );
    case 'projectDamaged':
      return problem(
        'This project file is damaged and cannot be opened.',
        'Choose another copy of it, or start from the photo.',
      );
    case 'projectNewer':
      return problem(
        `This project was saved by a newer Stipple (version ${what.version} of the file).`,
        'Reload this page to get the newest Stipple, then open it again.',
      );
    case 'projectTooLarge':
      return problem(
        'This project file is too large to open.',
        'Start from the photo instead, saved a little smaller.',
      );
    case 'pictureSaved':
      return news(`Picture saved, ${size(what)}.`);
    case 'pictureSavedSmaller':
      return news(`Picture saved at ${size(what)}.`, 'That is the largest this browser can make.');
    case 'pictureNotSaved':
      return problem('The picture could not be saved.', 'Close other tabs to free memory and try again.');
    case 'pictureWithoutCard':
      return restart(
        'The picture was not saved: the graphics card is gone.',
        'Your work is kept: reload the page, and save again.',
      );
    case 'filmSaved':
      return news(`Film saved, ${size(what)}.`);
    case 'filmNotSaved':
      return problem('The film could not be made.', 'Close other tabs to free memory and try again.');
    case 'filmNotHere':
      return problem('This browser makes no films.', 'Try another one, or save pictures of single moments.');
    case 'readyToShare':
      return news('Ready to share.', 'Press Share now.');
    case 'shared':
      return news('Shared.');
    case 'notShared':
      return problem('This could not be shared.', 'Save it instead, and send it from there.');
    case 'projectSaved':
      return news('Project saved.', 'The file holds the photo too: keep it in a safe place.');
    case 'projectOpened':
      return news('Project opened.');
    case 'projectNotSaved':
      return problem('The project could not be saved.', 'Check that there is room on this device and try again.');
    case 'workRestored':
      return news('Your last work is back.');
    case 'openedAsCopy':
      return problem(
        'This project is open in another tab.',
        'Here you work on a copy: what you change is kept as a project of its own.',
      );
    case 'keptAsCopy':
      return problem(
        'Another tab has changed this project.',
        'Both are kept: yours is now a project of its own on the first screen.',
      );
    case 'autosaveFailed':
      return problem('Your work cannot be kept in this browser.', 'Use Save project to keep it as a file.');
    case 'autosaveSilent':
      return problem(
        'This browser’s storage does not answer: your last changes are not kept yet.',
        'It is tried again. To be safe, use Save project to keep them as a file.',
      );
    case 'storageSilent':
      return restart(
        'What is kept on this device cannot be reached right now.',
        'Wait a moment and try again, or reload the page.',
      );
    case 'designDeleted':
      return news(`${designTitle(what.name)} is deleted.`, 'Undo brings it back.');
    case 'viewAdded': {
      const several = what.faces > 1 ? `Of ${what.faces} faces the largest was taken.` : null;
      return news(`Another view of the head: ${VIEW_KIND_NAMES[what.view]}.`, what.cut === true ? CUT : several);
    }
    case 'viewRemoved':
      return news(`The view is removed: ${VIEW_KIND_NAMES[what.view]}.`, 'Undo brings it back.');
    case 'code':
    case 'told':
      return what.said;
    case 'cancelled':
      return news('Cancelled.');
  }
}

/** What hair in the photo means for the picture; nothing to say of bare skin and stubble. */
const HAIR_NOTES: Readonly<Record<HairVerdict, string | null>> = {
  bare: null,
  stubble: null,
  someHair: 'Pigment shows where hair is thin, not under it. A photo with shaved hair shows more.',
  fullHair: 'This hair hides a shaved look: try Density between hair. A photo with shaved hair shows far more.',
};

const COVER_NOTE =
  'Something seems to cover part of the head: no pigment goes there. Where that is wrong, mark bare skin with the brush.';

const MIRROR_NOTE = 'The front camera took this photo: if it is mirrored, press Mirror photo under Photo.';

/** Asks whether a photo is mirrored, where that may be; null where there is no reason to, or it was mirrored back. */
export const mirrorNote = (photo: Pick<Photo, 'frontCamera' | 'turned'> | null): string | null =>
  photo?.frontCamera === true && !isMirroring(photo.turned ?? AS_IT_IS) ? MIRROR_NOTE : null;

/** Why less than most of the pigment is seen, where nothing else says so. */
const MISSING_NOTES: Readonly<Record<MissingPigment, string>> = {
  hair: 'Hair or stubble, as dark as pigment, hides much of it. A freshly shaved photo shows more.',
  light: 'Light hides much of the pigment. A photo in even light, without flash, shows more.',
};

/**
 * What the photo shows over the scalp, and why it hides pigment, in words; null where there is nothing to say, or nothing known yet.
 * `said`: what a card beside it says already.
 */
export function scalpNote(
  seen: Pick<Facts, 'hair' | 'covered' | 'missing'> | null,
  said: { readonly burntOut: boolean } = { burntOut: false },
): string | null {
  if (seen === null) return null;
  if (seen.covered) return COVER_NOTE;
  const hair = seen.hair();
  const note = hair === null ? null : HAIR_NOTES[hair];
  if (note !== null) return note;
  const missing = seen.missing();
  return missing === null || (missing === 'light' && said.burntOut) ? null : MISSING_NOTES[missing];
}
