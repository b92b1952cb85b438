import type { StoreApi } from 'zustand/vanilla';
import { memoLast } from '~/model/base/memo';
import type { SizePx } from '~/model/base/units';
import { createDerivation } from '~/model/derive';
import type { Design } from '~/model/design/design';
import type { DotField } from '~/model/dots/dot-field';
import { hairFrontMm } from '~/model/hair/hair-front';
import { hairVerdict } from '~/model/hair/hair-verdict';
import { stageInForce } from '~/model/hair/own-hair';
import type { Hairline } from '~/model/hairline/hairline';
import { pointsInOrder } from '~/model/hairline/handle-moves';
import type { handlePlaces } from '~/model/hairline/handle-moves';
import type { HeadInView } from '~/model/view/view';
import { hairInSight } from '~/model/overlay/hair-in-sight';
import { hairlineInSight } from '~/model/overlay/hairline-in-sight';
import { pencilInSight } from '~/model/overlay/pencil-in-sight';
import { stageEdge } from '~/model/overlay/stage-edge';
import { outlineLines } from '~/model/raster/outline-lines';
import { facing, projectPoint } from '~/model/view/camera';
import { silhouetteLine } from '~/model/view/silhouette-line';
import type { ViewTransform, Scene } from '~/render/scene';
import type { AppState } from '~/store/app-state';
import { subjectOf } from '~/store/screen';
import { shownDesign } from '~/store/shown-design';
import { createMeasuring, NOT_MEASURING } from './measuring';
import type { HandleSpot, Overlay } from './overlay';
import { frameHead } from './frame-head';
import { bareScene, treatedScene } from './scenes';

/** What there is to see, made from the state alone. Asked again for the same state it gives the same objects. */
export interface PreviewSource {
  /** The head of the photo at hand under a design; null without a photo. */
  fitOf(design: Design): HeadInView | null;
  sceneOf(state: AppState): Scene | null;
  /** How near the head is seen first in a room of this size, CSS px. */
  frameOf(state: AppState, room: SizePx): AppState['zoom'];
  /** `camera` and `size` are passed on, CSS px. `linesOnly`: without the numbers and maps, which take longer. */
  overlayOf(state: AppState, camera: ViewTransform, size: SizePx, linesOnly: boolean): Overlay | null;
}

/** `dotField`: the dots, null until they are there. */
export function createPreviewSource(store: StoreApi<AppState>, dotField: () => DotField | null): PreviewSource {
  const derived = createDerivation();
  const bare = memoLast(bareScene);
  const treated = memoLast(treatedScene);
  const silhouette = memoLast(silhouetteLine);
  const outline = memoLast(outlineLines);
  const hairline = memoLast(hairlineInSight);
  const spots = memoLast(handleSpots);
  const verdict = memoLast(hairVerdict);
  const hairMap = memoLast(hairInSight);
  const zoneMap = memoLast(hairInSight);
  const scarMap = memoLast(hairInSight);
  const pencil = memoLast(pencilInSight);
  const hairFront = memoLast(hairFrontMm);
  const edgeOfStage = memoLast(stageEdge);
  let frontMm: number | null = null;
  const measuring = createMeasuring();

  return {
    fitOf(design) {
      const subject = subjectOf(store.getState());
      return subject === null ? null : derived.fit(subject, design);
    },

    sceneOf(state) {
      const { screen } = state;
      if (screen.kind === 'start') return null;
      if (screen.kind === 'choose-face') return bare(screen.photo.working);
      const { subject } = screen;
      const field = dotField();
      if (screen.kind === 'place-head' || state.sketch === 'alone' || field === null)
        return bare(subject.photo.working);
      const design = shownDesign(state);
      return treated(
        subject,
        derived.dots(subject, design, field),
        derived.coverage(subject, design, field),
        derived.look(subject, design),
        derived.ownHair(subject, design, field),
      );
    },

    frameOf(state, room) {
      const { screen } = state;
      if (screen.kind !== 'editing') return null;
      const { subject } = screen;
      const design = shownDesign(state);
      const fit = derived.fit(subject, design);
      const { direction, pointMm } = derived.handles(subject, design).middle;
      const line = facing(fit, direction) > LEAST_FACING ? projectPoint(fit, pointMm) : null;
      return frameHead(fit, line, subject.reading, room);
    },

    overlayOf(state, camera, size, linesOnly) {
      const { screen } = state;
      if (screen.kind === 'start') return null;
      const nothing = {
        camera,
        size,
        fit: null,
        silhouette: [],
        outline: [],
        hairline: [],
        handles: [],
        totals: null,
        hair: null,
        covered: false,
        hairMap: null,
        hairChange: null,
        stageEdge: [],
        zoneMap: null,
        scarMap: null,
        pencil: null,
        hairFrontMm: null,
        ...NOT_MEASURING,
      };
      if (screen.kind === 'choose-face') return nothing;
      const { subject } = screen;
      const design = shownDesign(state);
      const fit = derived.fit(subject, design);
      const head = {
        ...nothing,
        fit,
        silhouette: silhouette(fit),
        outline: subject.reading.outline === null ? [] : outline(subject.reading.outline),
        hairline: hairline(derived.hairline(subject, design), fit),
      };
      if (screen.kind === 'place-head') return { ...head, ...measuring(state, design, fit, null) };
      const places = derived.handles(subject, design);
      const edited = {
        ...head,
        ...measuring(state, design, fit, places),
        handles: spots(places, derived.hairline(subject, design), fit),
        pencil: state.sketch === 'hidden' ? null : pencil(design.pencil, design.notes, fit),
      };
      if (linesOnly) return edited;
      const { dots, areaCm2, zones } = derived.totals(subject, design);
      const read = { ...edited, totals: { dots, treatedCm2: areaCm2, zones } };
      const field = dotField();
      if (field === null) return read;
      const hair = derived.hair(subject, design, field);
      const scars = state.tool === 'scar' ? derived.scars(subject, design, field) : null;
      // Only opinions ask for it, and those wait until a gesture is over.
      if (state.history.draft === null) frontMm = hairFront(derived.dots(subject, design, field), hair, fit);
      return {
        ...read,
        hair: verdict(hair),
        hairFrontMm: frontMm,
        covered: subject.covered,
        zoneMap:
          state.zoneShown === null
            ? null
            : zoneMap(derived.dots(subject, design, field), derived.zone(subject, design, field, state.zoneShown), fit),
        hairChange: design.ownHair.goesOn ? derived.hairVerdict(subject, design, field) : null,
        stageEdge: showsStage(state, design) ? edgeOfStage(fit, stageInForce(design.ownHair, design.build)) : [],
        hairMap: showsHair(state) ? hairMap(derived.dots(subject, design, field), hair, fit) : null,
        scarMap: scars === null ? null : scarMap(derived.dots(subject, design, field), scars, fit),
      };
    },
  };
}

/** A line seen flatter than this (cosine) is at the rim: then the head as a whole is what there is to see. */
const LEAST_FACING = 0.1;

const showsStage = ({ showStage, panel }: AppState, { ownHair }: Design): boolean =>
  showStage && ownHair.goesOn && panel === 'time';

const showsHair = ({ showHair, tool }: AppState): boolean => showHair || tool === 'markHair' || tool === 'markBare';

const handleSpots = (places: ReturnType<typeof handlePlaces>, line: Hairline, fit: HeadInView): readonly HandleSpot[] =>
  pointsInOrder(places, line, fit).map(({ id, direction, pointMm, heightMm, sideMm }) => ({
    id,
    at: projectPoint(fit, pointMm),
    inSight: facing(fit, direction) > 0,
    heightMm,
    sideMm,
  }));
