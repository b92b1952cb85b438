import type { StoreApi } from 'zustand/vanilla';
import type { Photo } from '~/io/photo';
import type { PhotoOfView, Work } from '~/keep/project-file';
import {
  consultationOf,
  designInForce,
  skullOfOthers,
  withDesign,
  withLaid,
  withViewKind,
} from '~/model/design/consultation';
import { startedFrom, USUAL_CHOICE } from '~/model/advice/started-from';
import type { FirstChoice } from '~/model/advice/started-from';
import { showsPerson } from '~/model/advice/photo-check';
import { initialDesign } from '~/model/design/design';
import type { Design } from '~/model/design/design';
import { isAsFound, NO_CORRECTION, NO_PLACEMENT } from '~/model/design/head-correction';
import type { HeadCorrection } from '~/model/design/head-correction';
import { layUnasked } from '~/model/laying/lay-head';
import { momentOf } from '~/model/design/time-scale';
import type { PointPx } from '~/model/base/units';
import type { PhotoCharacter } from '~/model/photo/photo-character';
import type { OutlineMask } from '~/model/raster/photo-map';
import { READING_SIDE_PX } from '~/model/raster/photo-pixels';
import type { FaceReading, HeadReading } from '~/model/view/head-reading';
import type { AppState, Notice, Subject } from '~/store/app-state';
import { FIRST_SEED } from '~/store/create-store';
import { subjectOf } from '~/store/screen';
import { notify } from '~/store/notify';
import { offerFaces, reject, startEditing, startPlacing } from '~/store/stages';
import type { OpenedWork } from '~/store/stages';
import { viewOf } from '~/store/turns';
import { called } from './called-view';
import { chosenPhoto } from './chosen-photo';
import { isOver } from './job-queue';
import { readingAround, wholeOutline } from './reading-around';
import { openedPhoto } from './photo-refusal';
import type { Ports } from './ports';
import { characterOf, readingOf, readHead } from './read-head';
import type { ReadBefore } from './read-head';

/**
 * The ways in, each ending in a stage at rest: the editor, the choice of a face, placing by hand, or back where one came
 * from with the reason. Nothing is written once the signal says that nobody wants it any more.
 */
export interface Intake {
  photo(file: Blob, placement: HeadCorrection | null, signal: AbortSignal): Promise<void>;
  face(photo: Photo, face: FaceReading, signal: AbortSignal): Promise<void>;
  /** `first`: what the work started from, before the head was placed. */
  byHand(photo: Photo, work: OpenedWork, why: Notice | null, signal: AbortSignal, first?: FirstChoice): Promise<void>;
  /**
   * What is read of a head that was placed in the photo: the outline around it where it can be trusted, else the one that was `known`
   * before, where that can be.
   */
  placed(photo: Photo, design: Design, signal: AbortSignal, known?: OutlineMask | null): Promise<HeadReading>;
  work(work: Work, notice: Notice, signal: AbortSignal): Promise<void>;
  /** Another photo of the head at hand, or the same one turned: its head is read, and the work goes on. */
  within(photo: Photo, signal: AbortSignal, on: GoingOn): Promise<void>;
  /** A photo of the head at hand that was read before, seen again. */
  again(photo: PhotoOfView, work: OpenedWork, signal: AbortSignal, land: Land): Promise<void>;
}

/** Keeps photos on the device, if work is kept there. */
export interface PhotoKeeper {
  /**
   * A photo was opened, and nothing is known of its head yet. `kept` settles once it is written down, or cannot be in good
   * time; `settle` is to be called when looking at it is over, and lets go of it where nothing came of it.
   */
  accept(photo: Photo): { readonly kept: Promise<void>; readonly settle: () => void };
}

/** Makes a step one of a work that goes on. */
type Land = (step: (state: AppState) => AppState) => (state: AppState) => AppState;

/** What is known of a head whose photo is turned, or of another photo of it. `faces`: how many were found in it now. */
export interface GoingOn {
  /** Where its face should be by now, working px; null: none was seen. */
  readonly near: PointPx | null;
  /** It was placed by hand before, and is in the same place still. */
  readonly isPlaced: boolean;
  /** Nobody has seen a picture of it yet. */
  readonly isNew: boolean;
  /** Nobody has seen this photo yet: where it shows no person that is said. */
  readonly isOther: boolean;
  readonly workOf: (faces: number) => OpenedWork;
  /** The design with what the photo starts from now. */
  readonly start: (design: Design, first: FirstChoice) => Design;
  readonly land: (step: (state: AppState) => AppState, faces: number) => (state: AppState) => AppState;
}

/** What a photo begins with that belongs to no work yet. */
export const freshWork = (placement: HeadCorrection = NO_CORRECTION, first = USUAL_CHOICE): OpenedWork => {
  const design = startedFrom({ ...initialDesign(FIRST_SEED), head: placement }, first);
  const consultation = consultationOf(design);
  return {
    consultation: placement === NO_CORRECTION ? consultation : withLaid(consultation, null),
    moment: momentOf(design),
    otherPhotos: [],
  };
};

/** The largest where nothing is known. */
const nearestFace = (faces: readonly FaceReading[], near: PointPx | null): FaceReading | null => {
  const away = ({ box: { left, top, right, bottom } }: FaceReading): number =>
    near === null ? 0 : Math.hypot((left + right) / 2 - near.xPx, (top + bottom) / 2 - near.yPx);
  return faces.reduce<FaceReading | null>(
    (best, each) => (best === null || away(each) < away(best) ? each : best),
    null,
  );
};

/** A photo came to the views of a work: what it shows, and what makes it less than good. */
export function toldAsAdded(state: AppState, { cut }: Photo, faces: number): AppState {
  const offer = (subjectOf(state)?.faults.length ?? 0) > 0 ? ('photo' as const) : null;
  const view = viewOf(state.history).kind;
  return notify({ kind: 'viewAdded', view, faces, ...(cut === true && { cut }) })({ ...state, offer });
}

/** What is said beside of a photo whose bottom is missing. */
const cutOf = ({ cut }: Photo): { readonly cut?: true } => (cut === true ? { cut } : {});

const designOf = ({ consultation, moment }: OpenedWork): Design => designInForce(consultation, moment);

const NOBODY: { readonly person: OutlineMask | null; readonly nobody: boolean } = { person: null, nobody: false };

/** The work with the head where it was found, in a photo of which nobody said yet what it shows. */
function asFound(work: OpenedWork): OpenedWork {
  const { views, chosenView } = work.consultation;
  const view = { ...views[chosenView], kind: 'other', placement: NO_PLACEMENT, laid: null, laidBy: null } as const;
  return { ...work, consultation: { ...work.consultation, views: views.with(chosenView, view) } };
}

/** The work with its head laid on the person in the photo, where nobody placed it yet. */
function laidOn({ size }: Photo, outline: OutlineMask, work: OpenedWork): OpenedWork {
  const { consultation } = work;
  const design = designOf(work);
  const { placement, kind } = consultation.views[consultation.chosenView];
  const skull = skullOfOthers(consultation);
  if (!isAsFound(placement)) return work;
  const laid = layUnasked({ photo: size, build: design.build, outline, skull }, kind === 'other' ? null : kind);
  if (laid === null) return work;
  return { ...work, consultation: withViewKind(withDesign(consultation, { ...design, head: laid.head }), laid.view) };
}

export function createIntake(store: StoreApi<AppState>, ports: Ports, keeper: PhotoKeeper): Intake {
  const { detector } = ports;
  /** Of photos that are looked at for the first time: settles when they are written down. */
  const keptOf = new WeakMap<Photo, Promise<void>>();

  /** Reads what the dots need, gets ready to draw, and then takes the step into the next stage. */
  const enter = async (
    photo: Photo,
    reading: HeadReading,
    design: Design,
    step: (subject: Subject) => (state: AppState) => AppState,
    signal: AbortSignal,
    before: ReadBefore = {},
  ): Promise<void> => {
    const [subject, renderer] = await Promise.all([
      readHead(photo, reading, design, ports, before),
      ports.renderer(),
      ports.dotField(),
      // Before its first picture, which may keep the page busy for longer than anybody should have to lose.
      keptOf.get(photo),
    ]);
    if (isOver(signal)) return;
    store.setState(renderer === null ? reject({ kind: 'noWebGl2' }) : step(subject));
  };

  /** Who is in a photo in which no face was found. `nobody`: looked for, and not there. */
  const personIn = async (photo: Photo, signal: AbortSignal): Promise<typeof NOBODY> => {
    const outline = await wholeOutline(photo, ports, signal);
    const nobody = outline !== null && !showsPerson(outline, photo.size);
    return { person: nobody ? null : outline, nobody };
  };

  /** What is read of a head that is yet to be placed, on a person or on nobody. */
  const readingOn = (
    photo: Photo,
    design: Design,
    person: OutlineMask | null,
    signal: AbortSignal,
  ): Promise<HeadReading> =>
    person === null
      ? Promise.resolve(readingOf(photo, null, null))
      : readingAround(photo, null, design, ports, signal, person);

  const byHand: Intake['byHand'] = async (photo, work, why, signal, first = USUAL_CHOICE) => {
    const { person, nobody } = await personIn(photo, signal);
    if (isOver(signal)) return;
    const begun = person === null ? work : laidOn(photo, person, work);
    const reading = await readingOn(photo, designOf(begun), person, signal);
    if (isOver(signal)) return;
    const faults: Subject['faults'] = nobody && why?.kind === 'noFaceFound' ? ['noPerson'] : [];
    await enter(
      photo,
      reading,
      designOf(begun),
      // Until the head is placed nothing is known of its hair, nor how well the photo shows it.
      (subject) => startPlacing({ ...subject, first, faults }, begun, why),
      signal,
    );
  };

  const placed: Intake['placed'] = (photo, design, signal, known = null) =>
    readingAround(photo, null, design, ports, signal, known);

  /** The editor, with a design that starts from what the photo shows. */
  const edit = (
    photo: Photo,
    reading: HeadReading,
    placement: HeadCorrection,
    signal: AbortSignal,
    character?: PhotoCharacter,
  ): Promise<void> => {
    const design = designOf(freshWork(placement));
    return enter(
      photo,
      reading,
      design,
      (subject) =>
        startEditing(subject, freshWork(placement, subject.first), { kind: 'headFound', ...cutOf(photo) }, true),
      signal,
      { character },
    );
  };

  /** A picture that comes with the place of its head: nobody has to place it again. */
  const knownPlace = async (photo: Photo, placement: HeadCorrection, signal: AbortSignal): Promise<void> => {
    const reading = await placed(photo, designOf(freshWork(placement)), signal);
    if (!isOver(signal)) await edit(photo, reading, placement, signal);
  };

  const face: Intake['face'] = async (photo, found, signal) => {
    const finding = readingAround(photo, found, designOf(freshWork()), ports, signal);
    // Meanwhile, on this side of the worker:
    const character = characterOf(photo, found.box, ports.readPatch);
    const reading = await finding;
    if (!isOver(signal)) await edit(photo, reading, NO_CORRECTION, signal, character);
  };

  /** Finds the head in a photo that was opened, and goes to the stage which that leads to. */
  const look = async (photo: Photo, placement: HeadCorrection | null, signal: AbortSignal): Promise<void> => {
    store.setState({ job: { name: 'detecting' } });
    const finding = detector.findFaces(photo.working, signal);
    // Wanted whatever is found, and there is time for it while the worker looks. Who needs it hears of a failure.
    ports.readPixels(photo, READING_SIDE_PX).catch(() => undefined);
    const faces = await finding;
    if (isOver(signal)) return;
    const work = freshWork(placement ?? NO_CORRECTION);
    if (!faces.ok) return byHand(photo, work, { kind: 'detectorFailed' }, signal);
    const first = faces.value.at(0);
    if (first === undefined && placement !== null) return knownPlace(photo, placement, signal);
    if (first === undefined) return byHand(photo, work, { kind: 'noFaceFound', ...cutOf(photo) }, signal);
    if (faces.value.length === 1) return face(photo, first, signal);
    store.setState(offerFaces(photo, faces.value));
  };

  const within: Intake['within'] = async (photo, signal, { near, isPlaced, isNew, isOther, workOf, start, land }) => {
    store.setState({ job: { name: 'detecting' } });
    const found = await detector.findFaces(photo.working, signal);
    if (isOver(signal)) return;
    const faces = found.ok ? found.value.length : 0;
    const face = found.ok ? nearestFace(found.value, near) : null;
    const given = workOf(faces);
    const isToPlace = face === null && !isPlaced;
    const { person, nobody } = isToPlace ? await personIn(photo, signal) : NOBODY;
    if (isOver(signal)) return;
    // Where nobody marked anything yet the head is laid anew, as on any photo. Of another photo nothing is known but what it is said to show.
    const begun = isOther || store.getState().placings.length > 0 ? given : asFound(given);
    const work = person === null ? given : laidOn(photo, person, begun);
    const design = designOf(work);
    const none: Notice = { kind: found.ok ? 'noFaceFound' : 'detectorFailed', ...(isOther && cutOf(photo)) };
    const faults: Subject['faults'] = nobody && isOther && found.ok ? ['noPerson'] : [];
    const place = (subject: Subject) => startPlacing({ ...subject, first: USUAL_CHOICE, faults }, work, none);
    const edit = (subject: Subject) => {
      const consultation = withDesign(work.consultation, start(design, subject.first));
      return startEditing(subject, { ...work, consultation }, { kind: 'headFound' }, isNew);
    };
    const step = isToPlace ? place : edit;
    const reading = isToPlace
      ? await readingOn(photo, design, person, signal)
      : await readingAround(photo, face, design, ports, signal);
    if (isOver(signal)) return;
    await enter(photo, reading, design, (subject) => land(step(subject), faces), signal);
  };

  /** Another photo of a head that was still being looked at when the work was kept: it is looked at anew. */
  const comeBack = (photo: Photo, work: OpenedWork, signal: AbortSignal): Promise<void> =>
    within(photo, signal, {
      near: null,
      isPlaced: false,
      isNew: false,
      isOther: true,
      workOf: () => work,
      start: (design) => design,
      land: (step, faces) => (before) => {
        const next = step(before);
        return next.screen.kind === 'editing' ? toldAsAdded(called(next), photo, faces) : next;
      },
    });

  return {
    face,
    byHand,
    placed,
    within,

    again({ photo, reading }, work, signal, land) {
      const step = (subject: Subject) => land(startEditing(subject, work, { kind: 'headFound' }, false));
      return enter(photo, reading, designOf(work), step, signal, { isMended: true });
    },

    async photo(file, placement, signal) {
      // All that a first preview needs starts at once; decoding takes longest.
      detector.warmUp();
      // Who needs them hears of a failure.
      ports.renderer().catch(() => undefined);
      ports.dotField().catch(() => undefined);
      const opened = await openedPhoto(file, store, ports, signal);
      if (opened === null) return;
      const { kept, settle } = keeper.accept(opened);
      keptOf.set(opened, kept);
      await look(opened, placement, signal).finally(settle);
    },

    work: (opened, notice, signal) => {
      const { consultation, moment, photos, steps } = opened;
      const shown = chosenPhoto(opened);
      const work = { consultation, moment, otherPhotos: photos.filter((photo) => photo !== shown), steps };
      const { photo, reading } = shown;
      if (opened.stage === 'choose-face')
        return consultation.views.length === 1 ? look(photo, null, signal) : comeBack(photo, work, signal);
      if (opened.stage === 'place-head') return byHand(photo, work, notice, signal);
      const design = designOf(work);
      const step = (subject: Subject) => startEditing(subject, work, notice, false);
      // What is kept of a photo is what was drawn from: read a second time it could come out otherwise.
      return enter(photo, reading, design, step, signal, { isMended: true });
    },
  };
}
