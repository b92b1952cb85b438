import { isAdded, type PointId } from '~/model/design/edit-points';
import type { HandleId } from '~/model/design/design';
import type { HairVerdict } from '~/model/hair/hair-verdict';
import type { DesignSettingKey } from '~/model/design/choices';
import type { SampleId } from '~/intake/samples';
import type { AppState, Notice, Panel, Tool } from '~/store/app-state';

/** What happened, and what to do next where that is not already on the screen. */
export interface Message {
  readonly said: string;
  readonly next: string | null;
  /** Problems stay until they are put away; news goes by itself. */
  readonly problem: boolean;
}

const news = (said: string, next: string | null = null): Message => ({ said, next, problem: false });
const problem = (said: string, next: string): Message => ({ said, next, problem: true });

const size = (what: { readonly widthPx: number; readonly heightPx: number }): string =>
  `${what.widthPx.toLocaleString('en')} × ${what.heightPx.toLocaleString('en')} pixels`;

/** One message for each thing the app has to say. */
export function messageOf(what: Notice): Message {
  switch (what.kind) {
    case 'lookingForHead':
      return news('Looking for the head…');
    case 'headFound':
      return news('Head found');
    case 'noFaceFound':
      return news('No face found', 'That is fine: place the head by hand, or choose a photo that shows the face.');
    case 'severalFaces':
      return news(`${what.count} faces found`, 'Choose the person this is for.');
    case 'photoEmpty':
      return problem('This file is empty.', 'Choose another photo, or copy this one to your device again.');
    case 'photoDamaged':
      return problem('This picture is damaged and cannot be opened.', 'Choose another photo, or take a new one.');
    case 'notAPicture':
      return problem('This file is not a picture.', 'Choose a JPEG, PNG, WebP or AVIF photo, or a .stipple project.');
    case 'photoTooSmall':
      return problem(`This picture is too small (${size(what)}).`, 'Choose one that is at least 200 pixels a side.');
    case 'photoTooLarge':
      return problem(
        `This picture is too large (${size(what)}).`,
        'Save it smaller, up to 64 megapixels, and try again.',
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
        `This browser cannot open ${what.format} pictures.`,
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
    case 'contextLost':
      return problem(
        'The graphics card took a break.',
        'Your work is kept; the picture comes back by itself in a moment.',
      );
    case 'contextRestored':
      return news('The picture is back.');
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
    case 'projectSaved':
      return news('Project saved.', 'The file holds the photo too: keep it in a safe place.');
    case 'projectOpened':
      return news('Project opened.');
    case 'projectNotSaved':
      return problem('The project could not be saved.', 'Check that there is room on this device and try again.');
    case 'workRestored':
      return news('Your last work is back.');
    case 'autosaveFailed':
      return problem('Your work cannot be kept in this browser.', 'Use Save project to keep it as a file.');
    case 'cameraRefused':
      return problem('The camera cannot be used.', 'Allow it in the browser’s settings, or choose a photo instead.');
    case 'cancelled':
      return news('Cancelled.');
  }
}

/** What hair in the photo means for the picture; nothing to say of bare skin and stubble. */
const HAIR_NOTES: Readonly<Record<HairVerdict, string | null>> = {
  bare: null,
  stubble: null,
  someHair:
    'Hair stays as it is: pigment shows on bare skin and where hair is thin, not under it. A photo with shaved hair shows more.',
  fullHair:
    'Under this much hair a shaved look cannot be shown, only pigment where the hair is thin: try Density between hair. A photo with shaved hair shows far more.',
};

const COVER_NOTE =
  'Something seems to cover part of the head: no pigment goes there. Where that is wrong, mark bare skin with the brush.';

/** What the photo shows over the scalp, in words; null where there is nothing to say, or nothing known yet. */
export function scalpNote(
  seen: { readonly hair: HairVerdict | null; readonly covered: boolean } | null,
): string | null {
  if (seen === null) return null;
  if (seen.covered) return COVER_NOTE;
  return seen.hair === null ? null : HAIR_NOTES[seen.hair];
}

export const START = {
  name: 'Stipple',
  claim: 'See scalp micropigmentation on your own photo, dot by dot, before you decide.',
  choosePhoto: 'Choose a photo',
  dropHint: 'or drop it here, or paste it',
  useCamera: 'Use the camera',
  privacy: 'Your photo never leaves this device.',
  samplesTitle: 'Or try one of these',
  projectsTitle: 'Kept on this device',
  projectsNote: 'Work is kept in this browser only. A saved project file is the safe copy.',
  goodPhotoTitle: 'What makes a good photo',
  goodPhoto: [
    'Hair cut short or shaved',
    'The whole head, with some room above it',
    'Even light, no hard shadows',
    'Camera at eye level, an arm’s length away or more',
  ],
  honesty: 'An illustration of a likely result, not a promise and not medical advice.',
} as const;

export const SAMPLE_NAMES: Readonly<Record<SampleId, string>> = {
  'front-light': 'from the front',
  'turned-stubble': 'turned, with stubble',
  'turned-dark': 'turned, dark skin',
  'from-behind': 'from behind',
};

export const JOB_NAMES: Readonly<Record<NonNullable<AppState['job']>['name'], string>> = {
  openingPhoto: 'Opening the photo…',
  detecting: 'Looking for the head…',
  savingPicture: 'Saving the picture…',
  savingProject: 'Saving the project…',
};

export const PANEL_NAMES: Readonly<Record<Panel, string>> = {
  hairline: 'Hairline',
  density: 'Density',
  pigment: 'Pigment',
  time: 'Time',
  photo: 'Photo',
};

const HANDLE_NAMES: Readonly<Record<HandleId, string>> = {
  rightEar: 'Hairline point: right ear',
  rightTemple: 'Hairline point: right temple',
  rightCorner: 'Hairline point: right corner',
  middle: 'Hairline point: middle',
  leftCorner: 'Hairline point: left corner',
  leftTemple: 'Hairline point: left temple',
  leftEar: 'Hairline point: left ear',
};

/** What a hairline point is called; left and right are the subject's. */
export const pointName = (id: PointId): string =>
  isAdded(id)
    ? `Hairline point: added ${id.replace(/\D+/, '')}, ${id.startsWith('left') ? 'left' : 'right'}`
    : HANDLE_NAMES[id];

/** One sentence on what a slider does, in the words of the trade. */
export const SETTING_HINTS: Readonly<Record<DesignSettingKey, string>> = {
  densityPerCm2: 'How close the dots stand where the treatment is full. A full, natural look is around 200 to 300.',
  dotSizeMm: 'How wide a healed dot looks. Fine dots look like fine hair; large ones can merge as they age.',
  strengthPercent: 'How much pigment each dot holds. Practitioners start light: adding is easy, removing is not.',
  hairlineHeightMm: 'From between the brows up to the middle of the line, along the skin. Higher is the safer choice.',
  templeRecessionMm: 'How much higher the corners stand than the middle. A little looks grown-up and natural.',
  edgeSoftnessMm: 'How deep the edge fades in, from single dots to full density.',
  moundsMm: 'How far the line swings forward and back in a few gentle mounds, as grown hair does.',
  moundSpacingMm: 'From one mound to the next along the line.',
  smallIrregularityMm: 'How far single hairs stand before or behind their neighbours: 1 to 3 mm looks grown.',
  smallSpacingMm: 'From one small tooth of the line to the next.',
  strayDotsPerCm: 'Single fine dots in front of the line, for each centimetre of it.',
  frontalTuftPercent: 'A small oval in the middle, just behind the line, where dots get dense sooner.',
  partingWidthMm: 'Width of the strip along the parting, measured where it is half as dense as in the middle.',
  balancePercent: 'From an exact mirror image to the small differences every head has. Sisters, not twins.',
  sunExposure: 'Sunlight fades pigment: 0.7 is a covered head, 1 usual, 1.8 working outdoors.',
  timeYears: 'Since the last session.',
};

/** What the numbers of the whole treatment leave out. */
export const TOTALS_NOTE =
  'Hair that the photo shows is left out. Skin out of sight is taken to be like the other side, or bare.';

/** What the pencil is for, and what its line was made into. */
export const PENCIL_TEXTS = {
  makeHint: 'The hairline is laid along the line that you drew last, as near as its shape can come.',
  hideHint: 'Lines and notes are kept, but not shown.',
  onlyHint: 'The sketch on the bare photo: no dots and no points. Saved pictures show the treatment as always.',
  tooShort: 'That line is too short to be a hairline. Draw at least 2 cm of it over the forehead.',
  farOff: 'That line does not run where a hairline can be. Draw it over the forehead, from side to side.',
} as const;

/** How well the hairline follows a sketch, in words. */
export function followedInWords(meanMm: number, mostMm: number): string {
  const most = Math.round(mostMm);
  if (most <= 1) return 'The hairline follows your line to 1 mm.';
  return `The hairline follows your line to ${Math.max(1, Math.round(meanMm))} mm on the whole, and to ${most} mm where its shape, its limits or its mirrored side hold it back.`;
}

/** What a brush does; `keys`: how it is used without a pointer. */
export const BRUSH_HINTS: Readonly<Record<Tool | 'keys', string>> = {
  look: 'Choose a brush, then draw on the head. Each stroke can be undone.',
  paint: 'Puts pigment where you draw, also in front of the line.',
  erase: 'Takes pigment away where you draw.',
  thinOut: 'Takes away some of the dots where you draw, however often the brush passes.',
  scar: 'Scars take pigment unevenly and lose it sooner. They are tinted while you mark them.',
  markHair: 'For hair that was not found: pigment leaves it alone. What counts as hair is tinted.',
  markBare: 'For skin that was taken for hair, such as a shadow or a mark: pigment goes there too.',
  pencil: 'Draws on the head as with a white pencil. Lines stay where they are on the skin; no dot depends on them.',
  note: 'Press on the head where the note belongs, then write it.',
  keys: 'Arrow keys move the brush by 1 mm, with Shift by 5 mm. It draws while Space or Enter is held down.',
};

export const OUTLOOK_PICTURES = {
  sooner: 'The picture shows the end of that range that fades sooner.',
  likely: 'The picture shows the middle of that range.',
  later: 'The picture shows the end of that range that fades later.',
} as const;

export const MODEL_NOTE =
  'How it fades is a model, not a measurement of you. Skin, sun and aftercare differ: most people go for a touch-up after 3 to 5 years.';

export const KEYS: readonly (readonly [keys: string, what: string])[] = [
  ['Ctrl or ⌘ + Z', 'undo'],
  ['Shift + Ctrl or ⌘ + Z', 'redo'],
  ['B, held down', 'show the bare photo'],
  ['+  −', 'zoom in and out'],
  ['0', 'show the whole picture'],
  ['Space + drag', 'move the picture'],
  ['Tab, then arrow keys', 'move a hairline point or an end of the ruler by 1 mm, with Shift by 5 mm'],
  ['Delete, on an added hairline point', 'take it away'],
  ['Tab to the brush, then arrow keys', 'move it by 1 mm, with Shift by 5 mm; Space or Enter draws'],
  ['Escape', 'take back what is being dragged'],
  ['?', 'this list'],
];

const plural = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;

/** A time since the last session in words: days in the first weeks, then months, then years. */
export function timeInWords(years: number): string {
  const days = Math.round(years * 365.25);
  if (days === 0) return 'just treated';
  if (days < 28) return plural(days, 'day');
  const months = Math.round(years * 12);
  if (months < 12) return plural(Math.max(1, months), 'month');
  const halves = Math.round(years * 2) / 2;
  if (years < 3 && Math.abs(years - halves) > 0.04) {
    const rest = months % 12;
    return rest === 0
      ? plural(months / 12, 'year')
      : `${plural(Math.floor(months / 12), 'year')} and ${plural(rest, 'month')}`;
  }
  const rounded = years < 5 ? halves : Math.round(years * 10) / 10;
  return plural(rounded, 'year');
}
