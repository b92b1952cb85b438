import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import { initialConsultation } from '~/model/design/consultation';
import { initialDesign } from '~/model/design/design';
import { PLAIN_BRUSH } from '~/model/design/drawing';
import { begin } from '~/model/design/history';
import { momentOf } from '~/model/design/time-scale';
import type { GuideName } from '~/model/measure/guides';
import type { AppState } from './app-state';

/** Seed of every new design: the same photo treated alike gives the same picture on every device. */
export const FIRST_SEED = 1;

/** Diameter of the brush at first, mm: about a fingertip. */
const FIRST_BRUSH_MM = 15;
/** Thinning out at first: half of the dots go. */
const FIRST_THIN_PERCENT = 50;

/** More at once would hide the face. */
const FIRST_GUIDES: readonly GuideName[] = ['midline', 'thirds', 'eyeLines', 'levelLine'];

/** What the app knows before anybody did anything. */
export const initialState = (): AppState => ({
  screen: { kind: 'start', failed: false },
  standing: [],
  notice: null,
  job: null,
  saving: null,
  history: begin(initialConsultation(FIRST_SEED)),
  moment: momentOf(initialDesign(FIRST_SEED)),
  momentBefore: null,
  otherPhotos: [],
  panel: 'hairline',
  controls: {},
  tool: 'look',
  brushMm: FIRST_BRUSH_MM,
  brushSoftnessPercent: 100 * PLAIN_BRUSH.softness,
  paintPercent: 100 * PLAIN_BRUSH.strength,
  thinPercent: FIRST_THIN_PERCENT,
  sketch: 'shown',
  wipePercent: 0,
  revealDue: false,
  toFrame: false,
  lineTouched: false,
  offer: null,
  workName: null,
  nameAsked: false,
  keeping: 'device',
  unkept: false,
  fileHolds: null,
  former: null,
  arrived: null,
  leaving: false,
  finishing: false,
  healedShown: null,
  paper: null,
  pictureFormat: 'png',
  ready: null,
  comparing: null,
  showingClient: false,
  holdingBefore: false,
  showHead: false,
  showAgreement: false,
  showError: false,
  showHair: false,
  showStage: false,
  zoneShown: null,
  dotsPerHour: null,
  showMeasurements: false,
  measuring: null,
  guides: FIRST_GUIDES,
  ruler: null,
  showChanged: false,
  placings: [],
  thisSideOnly: false,
  pointInHand: null,
  pointToFocus: null,
  zoom: null,
  book: null,
  saved: [],
});

/** The one place that changes. The renderer and React both subscribe to it; only commands and view controls write. */
export const createAppStore = (): StoreApi<AppState> => createStore<AppState>()(initialState);
