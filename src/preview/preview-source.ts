import type { StoreApi } from 'zustand/vanilla';
import { memoLast } from '~/model/base/memo';
import { densityField } from '~/model/density/density-field';
import type { SizePx } from '~/model/base/units';
import { createDerivation, createKnownHeads } from '~/model/derive';
import type { KnownHeads } from '~/model/derive';
import type { Design } from '~/model/design/design';
import type { Moment } from '~/model/design/time-scale';
import type { DotField } from '~/model/dots/dot-field';
import { stageInForce } from '~/model/hair/own-hair';
import type { FittedViews } from '~/model/fit/view-to-fit';
import type { Hairline } from '~/model/hairline/hairline';
import { pointsInOrder } from '~/model/hairline/point-moves';
import type { pointPlaces } from '~/model/hairline/point-moves';
import type { HeadInView } from '~/model/view/view';
import { errorInSight } from '~/model/overlay/error-in-sight';
import { agreementInSight, sharedMarks } from '~/model/overlay/fit-in-sight';
import { hairInSight } from '~/model/overlay/hair-in-sight';
import { hairlineInSight, hairlineUnseen } from '~/model/overlay/hairline-in-sight';
import { pencilInSight } from '~/model/overlay/pencil-in-sight';
import { stageEdge } from '~/model/overlay/stage-edge';
import { outlineLines } from '~/model/raster/outline-lines';
import { facing, projectPoint } from '~/model/view/camera';
import { silhouetteLine } from '~/model/view/silhouette-line';
import type { Scene } from '~/render/scene';
import type { AppState, Subject } from '~/store/app-state';
import { headAtHand, photoTogether } from '~/store/photos-together';
import type { PhotoTogether } from '~/store/photos-together';
import { subjectOf } from '~/store/screen';
import { shownDesign } from '~/store/shown-design';
import { frameHead } from './frame-head';
import { createMeasuring } from './measuring';
import { NO_LINES, NO_MAPS } from './overlay';
import type { HandleSpot, Lines, Maps } from './overlay';
import { bareScene, derivedScenes, treatedScene } from './scenes';
import { createShownFacts } from './shown-facts';
import type { ShownFacts } from './shown-facts';

/** What there is to see, made from the state alone. Asked again for the same state it gives the same objects. */
export interface PreviewSource {
  /** The head of the photo at hand under a design; null without a photo. `state`: as it is now where it is left out. */
  fitOf(design: Design, state?: AppState): HeadInView | null;
  sceneOf(state: AppState): Scene | null;
  /**
   * The scenes of a design at any moment, for a head and a design as they are now. They have a derivation of their own, so
   * that the picture under the finger keeps what it knows; the head they share.
   */
  scenesOver(subject: Subject, design: Design, field: DotField): (moment: Moment) => Scene;
  /** How near the head is seen first in a room of this size, CSS px. */
  frameOf(state: AppState, room: SizePx<'view'>): AppState['zoom'];
  linesOf(state: AppState): Lines;
  mapsOf(state: AppState): Maps;
  factsOf(state: AppState): ShownFacts | null;
  /** One more, for another photo of the head: what it knows it knows beside this one, so that neither forgets for the other. */
  beside(): PreviewSource;
}

/** `dotField`: the dots, null until they are there. `heads`: known to others too. */
export function createPreviewSource(
  store: StoreApi<AppState>,
  dotField: () => DotField | null,
  heads: KnownHeads = createKnownHeads(),
): PreviewSource {
  const derived = createDerivation(heads);
  const bare = memoLast(bareScene);
  const treated = derivedScenes(derived, memoLast(treatedScene));
  const silhouette = memoLast(silhouetteLine);
  const outline = memoLast(outlineLines);
  const hairline = memoLast(hairlineInSight);
  const spots = memoLast(handleSpots);
  const hairMap = memoLast(hairInSight);
  const zoneMap = memoLast(hairInSight);
  const scarMap = memoLast(hairInSight);
  const pencil = memoLast(pencilInSight);
  const edgeOfStage = memoLast(stageEdge);
  const errorBand = memoLast(errorInSight);
  const agreementOf = memoLast(agreementInSight);
  const sharedOf = memoLast(sharedMarks);
  const measuring = createMeasuring();
  const lineError = (subject: PhotoTogether, design: Design, fit: HeadInView): Lines['errorBand'] => {
    const error = derived.error(subject, design);
    return error === null ? [] : errorBand(derived.hairline(subject, design), fit, error);
  };
  const unseen = memoLast((line: Hairline, fit: HeadInView, { views }: FittedViews, insideMm: Float32Array) =>
    hairlineUnseen(
      line,
      fit,
      views.map((view) => view.fit),
      insideMm,
    ),
  );
  const unseenOf = (subject: PhotoTogether, design: Design, fit: HeadInView): Lines['unseen'] => {
    const fitted = derived.agreement(subject, design);
    return fitted === null
      ? null
      : unseen(derived.hairline(subject, design), fit, fitted, densityField(design, fit).line.insideMm);
  };
  const agreement = (subject: PhotoTogether, design: Design): Lines['agreement'] => {
    const { together } = subject;
    const fitted = derived.agreement(subject, design);
    return together === undefined || fitted === null ? null : agreementOf(fitted.views[together.at].residuals);
  };
  const marks = (subject: PhotoTogether, design: Design): Lines['marks'] => {
    const fitted = derived.agreement(subject, design);
    return fitted === null || subject.together === undefined ? [] : sharedOf(fitted, subject.together.at);
  };
  const facts = createShownFacts(derived);

  return {
    fitOf(design, state = store.getState()) {
      const subject = headAtHand(state);
      return subject === null ? null : derived.fit(subject, design);
    },

    scenesOver(subject, design, field) {
      const scenes = derivedScenes(createDerivation(heads));
      const photo = photoTogether(store.getState(), subject);
      return (moment) => scenes(photo, { ...design, ...moment }, field);
    },

    sceneOf(state) {
      const { screen } = state;
      if (screen.kind === 'start') return null;
      if (screen.kind === 'choose-face') return bare(screen.photo.working);
      const subject = photoTogether(state, screen.subject);
      const field = dotField();
      const unplaced = screen.kind === 'place-head' && !isLaid(state);
      if (unplaced || state.sketch === 'alone' || field === null) return bare(subject.photo.working);
      return treated(subject, shownDesign(state), field);
    },

    frameOf(state, room) {
      const { screen } = state;
      if (screen.kind !== 'editing') return null;
      const subject = photoTogether(state, screen.subject);
      const design = shownDesign(state);
      const fit = derived.fit(subject, design);
      const { direction, pointMm } = derived.points(subject, design).middle;
      const line = facing(fit, direction) > LEAST_FACING ? projectPoint(fit, pointMm) : null;
      return frameHead(fit, line, subject.reading, room);
    },

    linesOf(state) {
      const { screen } = state;
      if (screen.kind === 'start' || screen.kind === 'choose-face') return NO_LINES;
      const subject = photoTogether(state, screen.subject);
      const design = shownDesign(state);
      const fit = derived.fit(subject, design);
      const head = {
        ...NO_LINES,
        fit,
        silhouette: silhouette(fit),
        outline: subject.reading.outline === null ? [] : outline(subject.reading.outline),
        hairline: hairline(derived.hairline(subject, design), fit),
      };
      if (screen.kind === 'place-head') return { ...head, ...measuring(state, design, fit, null) };
      const places = derived.points(subject, design);
      return {
        ...head,
        ...measuring(state, design, fit, places),
        agreement: state.showAgreement ? agreement(subject, design) : null,
        marks: state.tool === 'mark' || state.panel === 'photo' ? marks(subject, design) : [],
        errorBand: state.showError ? lineError(subject, design, fit) : [],
        unseen: unseenOf(subject, design, fit),
        handles: spots(places, derived.hairline(subject, design), fit),
        stageEdge: showsStage(state, design) ? edgeOfStage(fit, stageInForce(design.ownHair, design.build)) : [],
        pencil: state.sketch === 'hidden' ? null : pencil(design.pencil, design.notes, fit),
      };
    },

    mapsOf(state) {
      const { screen, zoneShown } = state;
      const field = dotField();
      if (screen.kind !== 'editing' || field === null) return NO_MAPS;
      const subject = photoTogether(state, screen.subject);
      const design = shownDesign(state);
      const fit = derived.fit(subject, design);
      const dots = derived.dots(subject, design, field);
      const scars = state.tool === 'scar' ? derived.scars(subject, design, field) : null;
      return {
        hair: showsHair(state) ? hairMap(dots, derived.hair(subject, design, field), fit) : null,
        zone: zoneShown === null ? null : zoneMap(dots, derived.zone(subject, design, field, zoneShown), fit),
        scars: scars === null ? null : scarMap(dots, scars, fit),
      };
    },

    factsOf: (state) => facts(state, dotField()),
    beside: () => createPreviewSource(store, dotField, createKnownHeads(heads.fitted)),
  };
}

/** A line seen flatter than this (cosine) is at the rim: then the head as a whole is what there is to see. */
const LEAST_FACING = 0.1;

/** Whether a head that is to be placed lies on a person already: else dots would be drawn on whatever is there. */
const isLaid = (state: AppState): boolean => subjectOf(state)?.reading.outline != null || state.placings.length > 0;

const showsStage = ({ showStage, panel }: AppState, { ownHair }: Design): boolean =>
  showStage && ownHair.goesOn && panel === 'time';

const showsHair = ({ showHair, tool }: AppState): boolean => showHair || tool === 'markHair' || tool === 'markBare';

const handleSpots = (places: ReturnType<typeof pointPlaces>, line: Hairline, fit: HeadInView): readonly HandleSpot[] =>
  pointsInOrder(places, line, fit).map(({ id, direction, pointMm, heightMm, sideMm }) => ({
    id,
    at: projectPoint(fit, pointMm),
    inSight: facing(fit, direction) > 0,
    heightMm,
    sideMm,
  }));
