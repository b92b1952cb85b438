import type { CropOf } from '~/io/encode-comparison';
import type { EncodedFilm, FilmProblem } from '~/film/encode-film';
import type { SavedExtension } from '~/io/save-file';
import type { Result } from '~/model/base/result';
import type { Moment } from '~/model/design/time-scale';
import type { PreviewSource } from '~/preview/preview-source';
import { stillPart } from '~/preview/still-part';
import type { AppState, HomeItem, Notice } from '~/store/app-state';
import { projectSaved } from '~/store/keeping';
import { stateInView } from '~/store/in-view';
import { editedSubject } from '~/store/screen';
import { committedDesign, shownDesign } from '~/store/shown-design';
import { notify } from '~/store/notify';
import { viewOf } from '~/store/turns';
import type { Commands } from './commands';
import { drawPicture, withCard } from './draw-picture';
import type { Encoded } from './draw-picture';
import { fileName, momentInName } from '~/model/project/file-name';
import type { SaveParts } from './project';
import { sketchMarks } from '~/preview/sketch-marks';
import type { Wanted, WantedOfAll, WantedPicture } from './wanted';
import { workOf } from '~/store/work-at-hand';

const EXTENSION = { png: '.png', jpeg: '.jpg' } as const;

const usualExtension = (wanted: Exclude<Wanted, WantedOfAll>): SavedExtension =>
  'format' in wanted ? EXTENSION[wanted.format] : '.stipple';

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
export function takeHomeCommands(
  { store, saves, ports }: SaveParts,
  picture: PreviewSource,
  readViews: () => Promise<void>,
): HomeCommands {
  /** How a picture is made of the photo in that state, seen by `source`, and what tells it from another one. */
  const pictureMaker = (
    state: AppState,
    source: Pick<PreviewSource, 'sceneOf' | 'fitOf' | 'linesOf'>,
    wanted: WantedPicture,
  ): { of: readonly unknown[]; make: Make } | null => {
    const photo = editedSubject(state)?.photo;
    // What is saved is the treated head, whatever is looked at meanwhile.
    const scene = source.sceneOf({ ...state, sketch: 'shown' });
    const fit = source.fitOf(shownDesign(state), state);
    if (photo === undefined || scene === null || fit === null) return null;
    const drawing =
      (signal: AbortSignal): Draw =>
      async (encode) => {
        const renderer = await ports.renderer();
        return renderer === null ? null : drawPicture(renderer, scene, encode, signal);
      };
    const { format } = wanted;
    // Sketch, guides and measures are on it, whatever of them is hidden now.
    const marks = sketchMarks(source.linesOf({ ...state, sketch: 'shown', showMeasurements: true }));
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

  /** How the thing is made, and what tells it from another one; null: there is nothing to make it of. */
  const makerOf = (wanted: Exclude<Wanted, WantedOfAll>): { of: readonly unknown[]; make: Make } | null => {
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
    return pictureMaker(state, picture, wanted);
  };

  const fileOf = ({ blob }: MadeFile, name: string): File => new File([blob], name, { type: blob.type });

  /** A picture of each photo of the head, one after the other; those that were not seen since they were opened are read for it. */
  const takeAllHome = (wanted: WantedOfAll, how: 'save' | 'share'): void => {
    const asked = store.getState();
    if (editedSubject(asked) === null) return;
    const now = new Date();
    const { item, each } = wanted;
    const shown = viewOf(asked.history).id;
    const run = async (signal: AbortSignal, progress: (share: number) => void): Promise<Notice | null> => {
      await readViews();
      const beside = picture.beside();
      const files: File[] = [];
      for (const { view, picture: one } of each) {
        const seen = stateInView(asked, view, store.getState());
        const maker = seen === null ? null : pictureMaker(seen, view === shown ? picture : beside, one);
        const made =
          maker === null
            ? told(null)
            : await maker.make(signal, (share) => progress((files.length + share) / each.length));
        if (signal.aborted) return null;
        if (seen === null || !('blob' in made)) return { kind: 'pictureNotSaved' };
        const [name, extension] = [
          fileName(seen.history.committed, seen.moment, now, NAMED[item]),
          EXTENSION[one.format],
        ];
        files.push(fileOf(made, `${name}${extension}`));
        if (how === 'save') ports.saveFile(made.blob, name, extension);
        progress(files.length / each.length);
      }
      if (how === 'save') return { kind: 'told', said: wanted.said(files.length) };
      store.setState({ ready: { item, files } });
      return { kind: 'readyToShare' };
    };
    const { committed } = asked.history;
    saves.add({ name: SAVING[item], of: [item, 'all', each[0]?.picture.format, committed, asked.moment, how], run });
  };

  const takeHome: HomeCommands['takeHome'] = (wanted, how) => {
    if ('each' in wanted) {
      takeAllHome(wanted, how);
      return;
    }
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
      store.setState({ ready: { item, files: [fileOf(made, `${name}${extension}`)] } });
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
      void ports.shareFiles(ready.files).then((how) => {
        if (how === 'shared') store.setState({ ready: null });
        if (how !== 'cancelled') store.setState(notify({ kind: how === 'shared' ? 'shared' : 'notShared' }));
      });
    },
  };
}
