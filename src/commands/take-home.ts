import type { CropOf } from '~/io/encode-comparison';
import type { EncodedFilm, FilmProblem } from '~/film/encode-film';
import type { SavedExtension } from '~/io/save-file';
import type { Result } from '~/model/base/result';
import type { Moment } from '~/model/design/time-scale';
import type { PreviewSource } from '~/preview/preview-source';
import { stillPart } from '~/preview/still-part';
import type { AppState, HomeItem, Notice } from '~/store/app-state';
import { projectSaved } from '~/store/keeping';
import { editedSubject } from '~/store/screen';
import { committedDesign, shownDesign } from '~/store/shown-design';
import { notify } from '~/store/stages';
import type { Commands } from './commands';
import { drawPicture, withCard } from './draw-picture';
import type { Encoded } from './draw-picture';
import { fileName, momentInName } from '~/model/project/file-name';
import type { SaveParts } from './project';
import { sketchMarks } from '~/preview/sketch-marks';
import type { Wanted } from './wanted';
import { workOf } from '~/store/work-at-hand';

const EXTENSION = { png: '.png', jpeg: '.jpg' } as const;

const usualExtension = (wanted: Wanted): SavedExtension => ('format' in wanted ? EXTENSION[wanted.format] : '.stipple');

/** A file that was made; or what is to be said instead of it. */
type Made = MadeFile | Notice;

interface MadeFile {
  readonly blob: Blob;
  readonly notice: Notice;
  /** Where only the file that was made tells it: its ending, and the moments it goes through. */
  readonly extension?: SavedExtension;
  readonly span?: readonly [from: Moment, to: Moment];
}

type Make = (signal: AbortSignal, progress: (share: number) => void) => Promise<Made>;
type Draw = (encode: Parameters<typeof drawPicture>[2]) => Promise<Encoded | null>;

/** What is told of a picture. */
function told(encoded: Encoded | null): Made {
  if (encoded === null) return { kind: 'pictureNotSaved' };
  if (!encoded.ok) return { kind: encoded.problem === 'cardLost' ? 'pictureWithoutCard' : 'pictureNotSaved' };
  const { blob, reduced, size } = encoded.value;
  return { blob, notice: { kind: reduced ? 'pictureSavedSmaller' : 'pictureSaved', ...size } };
}

/** What is told of a film; without a renderer there is none. */
function toldOfFilm(made: Result<EncodedFilm, FilmProblem> | null): Made {
  if (made?.ok === true) {
    const { blob, extension, span, size } = made.value;
    return { blob, extension, span, notice: { kind: 'filmSaved', ...size } };
  }
  if (made?.problem === 'cardLost') return { kind: 'pictureWithoutCard' };
  return { kind: made?.problem === 'noEncoder' ? 'filmNotHere' : 'filmNotSaved' };
}

/** What each thing is called while it is made. */
const SAVING: Readonly<Record<HomeItem, NonNullable<AppState['saving']>['name']>> = {
  picture: 'savingPicture',
  comparison: 'savingPicture',
  fullComparison: 'savingPicture',
  sketch: 'savingPicture',
  film: 'makingFilm',
  project: 'savingProject',
  code: 'savingPicture',
};

/** What stands in the name of a file beside design, moment and day. */
const NAMED: Readonly<Record<HomeItem, string | undefined>> = {
  picture: undefined,
  comparison: 'before-after',
  fullComparison: 'before-after-full',
  sketch: 'sketch',
  film: 'film',
  project: undefined,
  code: 'code',
};

type HomeCommands = Pick<Commands, 'savePicture' | 'saveProject' | 'takeHome' | 'shareReady'>;

/**
 * Makes what goes home: each file from the work as it was when it was asked for. It is saved, or kept until a second press hands
 * it to another app, for browsers share only what is there when the hand is.
 */
export function takeHomeCommands({ store, saves, ports }: SaveParts, picture: PreviewSource): HomeCommands {
  /** How the thing is made, and what tells it from another one; null: there is nothing to make it of. */
  const makerOf = (wanted: Wanted): { of: readonly unknown[]; make: Make } | null => {
    const state = store.getState();
    const subject = editedSubject(state);
    if (subject === null) return null;
    const { photo } = subject;
    if (wanted.item === 'project') {
      const work = workOf(state, subject);
      const make = async (): Promise<Made> => {
        const written = await ports.writeProjectFile(work);
        if (!written.ok) return { kind: 'projectNotSaved' };
        store.setState(projectSaved(work.consultation));
        return { blob: written.value, notice: { kind: 'projectSaved' } };
      };
      return { of: [photo, work.consultation, work.moment], make };
    }
    if (wanted.item === 'film') {
      const design = committedDesign(state);
      const make: Make = async (signal, progress) => {
        const [renderer, field] = await Promise.all([ports.renderer(), ports.dotField()]);
        if (renderer === null) return toldOfFilm(null);
        const sceneAt = picture.scenesOver(subject, design, field);
        const film = (): ReturnType<typeof ports.encodeFilm> =>
          ports.encodeFilm(
            photo,
            { kind: wanted.kind, plan: design },
            (moment) => (part) => renderer.readPixels(sceneAt(moment), part),
            wanted.words,
            { signal, progress },
          );
        return toldOfFilm(await withCard(renderer, film, signal));
      };
      return { of: [photo, state.history.committed, wanted.kind], make };
    }
    if (wanted.item === 'code') {
      const make = async (): Promise<Made> => {
        const made = await ports.codePicture(wanted.squares, wanted.captions);
        if (made === null) return { kind: 'pictureNotSaved' };
        const { blob, widthPx, heightPx } = made;
        return { blob, extension: '.png', notice: { kind: 'pictureSaved', widthPx, heightPx } };
      };
      return { of: [wanted.item, state.history.committed], make };
    }
    // What is saved is the treated head, whatever is looked at meanwhile.
    const scene = picture.sceneOf({ ...state, sketch: 'shown' });
    const fit = picture.fitOf(shownDesign(state));
    if (scene === null || fit === null) return null;
    const drawing =
      (signal: AbortSignal): Draw =>
      async (encode) => {
        const renderer = await ports.renderer();
        return renderer === null ? null : drawPicture(renderer, scene, encode, signal);
      };
    const { format } = wanted;
    // Sketch, guides and measures are on it, whatever of them is hidden now.
    const marks = sketchMarks(picture.linesOf({ ...state, sketch: 'shown', showMeasurements: true }));
    const make = async (signal: AbortSignal): Promise<Made> =>
      told(
        await drawing(signal)((paint, options) => {
          const all = { ...options, format };
          if (wanted.item === 'picture') return ports.encodePicture(photo, paint, all);
          if (wanted.item === 'sketch') return ports.encodeSketch(photo, paint, marks, wanted.words, all);
          const crop: CropOf | null =
            wanted.item === 'comparison' ? (frame, size) => stillPart(photo.size, fit, frame, size) : null;
          return ports.encodeComparison(photo, paint, crop, wanted.words, all);
        }),
      );
    return { of: [wanted.item, format, scene], make };
  };

  const takeHome: HomeCommands['takeHome'] = (wanted, how) => {
    const maker = makerOf(wanted);
    if (maker === null) return;
    const { item } = wanted;
    const { history, moment } = store.getState();
    const now = new Date();
    const nameOf = ({ span }: MadeFile): string =>
      span === undefined
        ? fileName(history.committed, item === 'project' || item === 'code' ? null : moment, now, NAMED[item])
        : fileName(history.committed, null, now, `${span.map(momentInName).join('-to-')}-${NAMED[item]}`);
    const run = async (signal: AbortSignal, progress: (share: number) => void): Promise<Notice | null> => {
      const made = await maker.make(signal, progress);
      if (signal.aborted) return null;
      if (!('blob' in made)) return made;
      const [name, extension] = [nameOf(made), made.extension ?? usualExtension(wanted)];
      if (how === 'save') {
        ports.saveFile(made.blob, name, extension);
        return made.notice;
      }
      store.setState({ ready: { item, file: new File([made.blob], `${name}${extension}`, { type: made.blob.type }) } });
      return { kind: 'readyToShare' };
    };
    saves.add({ name: SAVING[item], of: [...maker.of, how], run });
  };

  return {
    takeHome,
    savePicture: (format) => takeHome({ item: 'picture', format }, 'save'),
    saveProject: () => takeHome({ item: 'project' }, 'save'),
    shareReady() {
      const { ready } = store.getState();
      if (ready === null) return;
      void ports.shareFile(ready.file).then((how) => {
        if (how === 'shared') store.setState({ ready: null });
        if (how !== 'cancelled') store.setState(notify({ kind: how === 'shared' ? 'shared' : 'notShared' }));
      });
    },
  };
}
