import type { Told } from '~/codes/design-bytes';
import type { CodeNews, Said } from '~/store/app-state';
import { designTitle } from '~/ui/words/notice-words';
import { START } from '~/ui/words/start-words';

/** A design on its way to another device. */
export const CODE = {
  title: 'Design code',
  link: 'Copy link',
  linkField: 'Link to this design',
  copied: 'Link copied',
  large: 'Show large',
  largeName: 'Show design code large',
  scanIt:
    'Scan it with the camera of the other device. It opens Stipple there, and puts this design on the photo there.',
  scanAll: 'Scan them one after the other in Stipple: there, choose Open a design code.',
  private: 'No photo and no name is in it. The link holds the design itself: nothing is sent to a server.',
  earlier: 'Code before',
  later: 'Next code',
  takeTitle: 'Open a design code',
  paste: 'Link or text of a code',
  take: 'Take it in',
  scan: 'Scan with the camera',
  scanning: 'Hold the code into the picture, so that all of it is seen.',
  stopScan: 'Stop the camera',
  picture: 'From a picture of it',
  noneInPicture: 'No code was found in this picture. Take a sharper one, straight from the front.',
  fromCamera: 'What the camera sees',
  waitsTitle: 'A design waits for a photo',
  waits: 'It is put on the next photo that you open, beside what is suggested for it.',
  letGo: 'Let it go',
} as const;

/** Beside a code of several. */
export const countInWords = (number: number, of: number): string => `${number} of ${of}`;

/** What the squares are to somebody who cannot see them. */
export const squaresName = (number: number, of: number): string =>
  of === 1 ? 'Design code to be scanned' : `Design code to be scanned, ${countInWords(number, of)}`;

/** What a code leaves out; nothing to say where it holds all. */
export const LEFT_OUT: Readonly<Record<Told, string | null>> = {
  all: null,
  dots: 'Sketch and notes have no room in it: the project file holds them.',
  line: 'Only line and settings have room in it: what was painted, sketched and noted is in the project file.',
};

/** What is written below a code on a picture of it. */
export const codeCaption = (code: string, number: number, of: number): readonly string[] => [
  `Design ${code}${of === 1 ? '' : ` · code ${countInWords(number, of)}`}`,
  `Scan to open it in ${START.name}. It holds no photo and no name.`,
];

const news = (said: string, next: string | null = null): Said => ({ said, next, problem: false });
const problem = (said: string, next: string): Said => ({ said, next, problem: true });

const CAME_WITHOUT: Readonly<Record<Told, string>> = {
  all: '',
  dots: ' Sketch and notes had no room in the code.',
  line: ' What was painted, sketched and noted had no room in the code.',
};

/** What came of a design that was brought by a code. */
export function codeMessage(what: CodeNews): Said {
  switch (what.kind) {
    case 'taken':
      return news(
        `The design is here, as ${designTitle(what.name)}.`,
        `${what.keptOwn ? 'What was measured or marked on this head stays. ' : ''}Undo takes it back.${CAME_WITHOUT[what.told]}`,
      );
    case 'there':
      return news(`This design is here already: ${designTitle(what.name)}.`);
    case 'waits':
      return news('The design is here, and waits for a photo.', 'Choose one: the design is put on it.');
    case 'parts':
      return news(`${what.have} of ${what.of} codes are here.`, 'Scan the others too.');
    case 'full':
      return problem('There is no room for another design.', 'Delete one, then take the code in again.');
    case 'damaged':
      return problem(
        'This code is not whole, or was changed.',
        'Copy all of it, or scan it again. Your work is as it was.',
      );
    case 'newer':
      return problem('This code was made by a newer Stipple.', 'Reload this page to get the newest, then try again.');
    case 'foreign':
      return problem('There is no design in this text.', 'Paste the whole link, or scan the code.');
    case 'tooLong':
      return problem('This text is far too long for a code.', 'Paste the link alone, or scan the code.');
  }
}
