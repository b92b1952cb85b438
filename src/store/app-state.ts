import type { TextRead } from '~/codes/code-reader';
import type { Told, ToldDesign } from '~/codes/design-bytes';
import type { KeptProject } from '~/keep/kept-records';
import type { Photo } from '~/io/photo';
import type { PhotoOfView } from '~/keep/project-file';
import type { FirstChoice } from '~/model/advice/started-from';
import type { PhotoFault } from '~/model/advice/photo-check';
import type { Zone } from '~/model/design/choices';
import type { Consultation, ViewKind } from '~/model/design/consultation';
import type { History } from '~/model/design/history';
import type { Moment } from '~/model/design/time-scale';
import type { Span } from '~/model/design/known-length';
import type { PointId } from '~/model/design/line-points';
import type { GuideName } from '~/model/measure/guides';
import type { StubbleReading } from '~/model/occlusion/read-stubble';
import type { HeadGrid } from '~/model/photo/head-grid';
import type { HairMap } from '~/model/raster/photo-map';
import type { SkinReading } from '~/model/skin/skin-reading';
import type { FaceReading, HeadReading } from '~/model/view/head-reading';
import type { HeadCorrection } from '~/model/design/head-correction';
import type { Marks } from '~/model/laying/lay-by-marks';

/** Closed list of what the app has to say; one sentence each in ui/words/notice-words.ts. */
export type Notice =
  | { readonly kind: 'lookingForHead' }
  /** `cut`: the photo's file ends before the picture does. */
  | { readonly kind: 'headFound'; readonly cut?: true }
  | { readonly kind: 'noFaceFound'; readonly cut?: true }
  | { readonly kind: 'severalFaces'; readonly count: number }
  | { readonly kind: 'photoEmpty' }
  | { readonly kind: 'photoDamaged' }
  | { readonly kind: 'photoNotTurned' }
  | { readonly kind: 'fileUnreadable' }
  | { readonly kind: 'photoFileTooLarge'; readonly megabytes: number }
  | { readonly kind: 'notAPicture' }
  | { readonly kind: 'photoTooSmall'; readonly widthPx: number; readonly heightPx: number }
  | { readonly kind: 'photoTooLarge'; readonly widthPx: number; readonly heightPx: number }
  | { readonly kind: 'photoAnimated' }
  | { readonly kind: 'heicUnsupported' }
  | { readonly kind: 'formatUnsupported'; readonly format: string }
  | { readonly kind: 'detectorFailed' }
  | { readonly kind: 'noWebGl2' }
  | { readonly kind: 'browserTooOld' }
  | { readonly kind: 'contextLost' }
  | { readonly kind: 'contextRestored' }
  | { readonly kind: 'changeTakenBack' }
  | { readonly kind: 'partMissing' }
  | { readonly kind: 'oneOfSeveral'; readonly count: number; readonly name: string }
  | { readonly kind: 'folderWithoutPicture' }
  | { readonly kind: 'onlyFiles' }
  | { readonly kind: 'pictureNotDrawn' }
  | { readonly kind: 'contextGone' }
  | { readonly kind: 'ownFault' }
  | { readonly kind: 'projectDamaged' }
  | { readonly kind: 'projectNewer'; readonly version: number }
  | { readonly kind: 'projectTooLarge' }
  | { readonly kind: 'pictureSaved'; readonly widthPx: number; readonly heightPx: number }
  | { readonly kind: 'pictureSavedSmaller'; readonly widthPx: number; readonly heightPx: number }
  | { readonly kind: 'pictureNotSaved' }
  | { readonly kind: 'pictureWithoutCard' }
  | { readonly kind: 'filmSaved'; readonly widthPx: number; readonly heightPx: number }
  | { readonly kind: 'filmNotSaved' }
  | { readonly kind: 'filmNotHere' }
  | { readonly kind: 'readyToShare' }
  | { readonly kind: 'shared' }
  | { readonly kind: 'notShared' }
  | { readonly kind: 'projectSaved' }
  | { readonly kind: 'projectOpened' }
  | { readonly kind: 'projectNotSaved' }
  | { readonly kind: 'workRestored' }
  | { readonly kind: 'openedAsCopy' }
  | { readonly kind: 'keptAsCopy' }
  | { readonly kind: 'autosaveFailed' }
  | { readonly kind: 'autosaveSilent' }
  | { readonly kind: 'storageSilent' }
  | { readonly kind: 'designDeleted'; readonly name: string }
  /** `faces`: how many there were to choose from. */
  | { readonly kind: 'viewAdded'; readonly view: ViewKind; readonly faces: number; readonly cut?: true }
  | { readonly kind: 'viewRemoved'; readonly view: ViewKind }
  /** Their sentence comes along: few ever hear one, and the first screen does without them. */
  | { readonly kind: 'told'; readonly said: Said }
  | { readonly kind: 'code'; readonly news: CodeNews; readonly said: Said }
  | { readonly kind: 'cancelled' };

/** What is said of something, and what to do next; a problem stays until it is put away. */
export interface Said {
  readonly said: string;
  readonly next: string | null;
  readonly problem: boolean;
}

/** What came of a photo of the healed result. `faces`: how many there were to choose from. */
export type HealedNews =
  | { readonly kind: 'added'; readonly faces: number }
  | { readonly kind: 'noFace' }
  | { readonly kind: 'full' }
  | { readonly kind: 'mirrored' };

/** What came of a design that somebody brought by a code. */
export type CodeNews =
  | Exclude<TextRead, { readonly kind: 'design' }>
  /** `keptOwn`: what was measured or marked on this head stays; `told`: how much of the design the code held. */
  | { readonly kind: 'taken'; readonly name: string; readonly keptOwn: boolean; readonly told: Told }
  | { readonly kind: 'there'; readonly name: string }
  | { readonly kind: 'full' }
  | { readonly kind: 'waits' };

/** The photo and all that was understood of it. Not undoable; corrections to the head are, and live in the document. */
export interface Subject {
  readonly photo: Photo;
  /** The head itself is derived from this and the design, see model/derive.ts. */
  readonly reading: HeadReading;
  readonly skin: SkinReading;
  /** Hair, and whatever else lies over the scalp. */
  readonly hair: HairMap | null;
  /** What its stubble looks like; null where there is too little to tell. */
  readonly stubble: StubbleReading | null;
  /** What a design of it starts from because of that. */
  readonly first: FirstChoice;
  /** The head cut out of the photo, to rebuild skin from where hair goes. */
  readonly grid: HeadGrid | null;
  /** Something that is no hair lies over the scalp. */
  readonly covered: boolean;
  /** What makes the photo less than good for this, the gravest first. */
  readonly faults: readonly PhotoFault[];
}

/** The first screen. `failed`: there is no work, and the last photo could not be opened, or nothing can be drawn here; the notice says why. */
export interface Start {
  readonly kind: 'start';
  readonly failed: boolean;
}

/** Several faces in a photo, largest first: whose head is it? */
export interface ChooseFace {
  readonly kind: 'choose-face';
  readonly photo: Photo;
  readonly faces: readonly FaceReading[];
}

/** A head is placed by hand. */
export interface PlaceHead {
  readonly kind: 'place-head';
  readonly subject: Subject;
}

export interface Editing {
  readonly kind: 'editing';
  readonly subject: Subject;
}

/** The one screen there is, with what it cannot be without. A photo on its way in leaves it as it is. */
export type Screen = Start | ChooseFace | PlaceHead | Editing;

export type PictureFormat = 'png' | 'jpeg';

/** What a visit ends with: each a file of its own. `comparison`: before and after, 1080 × 1350 px; `full`: at the photo's own size. */
export type HomeItem = 'picture' | 'comparison' | 'fullComparison' | 'sketch' | 'film' | 'code' | 'project';

/** What is on the screen but not in the document. */
export type Tool =
  'look' | 'paint' | 'erase' | 'thinOut' | 'scar' | 'markHair' | 'markBare' | 'pencil' | 'note' | 'mark';
/** What the tool bar holds; `move` is the hand itself, `brush` stands for all that paint. */
export type HandTool = 'move' | 'line' | 'pencil' | 'note' | 'brush' | 'erase' | 'scar' | 'ruler' | 'guides';
export type Panel = 'hairline' | 'density' | 'pigment' | 'time' | 'photo';
/** What of a section is set by itself: where there is room for one thing at a time, the one that is shown. */
export type Control =
  | 'looks'
  | 'shape'
  | 'height'
  | 'corners'
  | 'edge'
  | 'softness'
  | 'balance'
  | 'sketch'
  | 'opinion'
  | 'irregularity'
  | 'sides'
  | 'points'
  | 'build'
  | 'density'
  | 'coverage'
  | 'brush'
  | 'zones'
  | 'foundHair'
  | 'totals'
  | 'pigment'
  | 'strength'
  | 'dotSize'
  | 'sessions'
  | 'skinTone'
  | 'planned'
  | 'years'
  | 'sun'
  | 'outlook'
  | 'sessionPlan'
  | 'wear'
  | 'touchUps'
  | 'ownHair'
  | 'ages'
  | 'laser'
  | 'views'
  | 'measures'
  | 'changed'
  | 'head'
  | 'aboutPhoto';

/**
 * Beside each other: designs at the moment that is looked at, the chosen design at several moments, or the chosen design in
 * several photos of the head.
 */
export interface Comparing {
  readonly by: 'designs' | 'moments' | 'views';
  /** Two to four (store/compared.ts). */
  readonly count: number;
  /** What each picture shows, as many as there can be: the place of a design in the list, and years since the last session. */
  readonly designs: readonly number[];
  readonly years: readonly number[];
  /** Ids of views. */
  readonly views: readonly string[];
  /** How near each picture of a view sees the head: each photo by itself. Left out: it is to be framed. */
  readonly zooms: readonly (AppState['zoom'] | undefined)[];
  /** How near the head was seen before, and in which view, to go back to. */
  readonly zoomBefore: AppState['zoom'];
  readonly viewBefore: string;
}

/** What somebody marked on a head, and where it was laid because of that. */
export interface Placing {
  readonly marks: Marks;
  readonly head: HeadCorrection;
}

/** A screen of a photo of this head that was left, read already, to come back at once. */
export interface StandingBy {
  readonly viewId: string;
  readonly screen: PlaceHead | Editing;
}

/** Work that another photo took the place of, as it was left: undo brings it back. */
export type Former = Pick<
  AppState,
  'screen' | 'history' | 'moment' | 'otherPhotos' | 'standing' | 'workName' | 'fileHolds' | 'nameAsked'
>;

export interface AppState {
  readonly screen: Screen;
  /** The screens of this head's other photos, and of photos as they were turned before, the latest first. */
  readonly standing: readonly StandingBy[];
  /** Latest thing said; `serial` makes repeats audible. */
  readonly notice: { readonly what: Notice; readonly serial: number } | null;
  /** A slow job under way, that can be cancelled. */
  readonly job: { readonly name: 'openingPhoto' | 'detecting' } | null;
  /** A file is being made to be saved. It goes on whatever photo is opened meanwhile, and can be cancelled. */
  readonly saving: {
    readonly name: 'savingPicture' | 'savingProject' | 'makingFilm';
    /** How much of it is done; left out where nobody knows. */
    readonly percent?: number;
  } | null;
  /** The document with its undo steps. `shownDesign` (shown-design.ts) reads it. */
  readonly history: History<Consultation>;
  /** When the head is looked at. Not in the document: looking is nothing to undo. */
  readonly moment: Moment;
  /** The moment at which the gesture under way began, for when it is cancelled; null between gestures. */
  readonly momentBefore: Moment | null;
  /** The photos of the views that are not chosen, also of those that a step of undo brings back. */
  readonly otherPhotos: readonly PhotoOfView[];
  readonly panel: Panel;
  /** The control last shown of each section; none: its first. */
  readonly controls: Readonly<Partial<Record<Panel, Control>>>;
  readonly tool: Tool;
  /** The mark of the head that was chosen to be tapped next; left out: the first that is missing in this photo. */
  readonly markWanted?: number | undefined;
  readonly brushMm: number;
  readonly brushSoftnessPercent: number;
  /** How much of the density the brush puts there, and how much of it thinning out takes away. */
  readonly paintPercent: number;
  readonly thinPercent: number;
  /** Whether the sketch is seen. `alone`: on the bare photo, no dot, and no point to take hold of. */
  readonly sketch: 'shown' | 'hidden' | 'alone';
  readonly wipePercent: number;
  /** A new picture is to be shown by a wipe from bare to treated, as soon as there is a screen to show it on. */
  readonly revealDue: boolean;
  /** How near the head is seen is chosen with the next picture, which knows the room there is. */
  readonly toFrame: boolean;
  /** Somebody has taken up the line: its points are shown. Until then they are there, and unseen. */
  readonly lineTouched: boolean;
  /**
   * What the app offers over a picture that is new: another photo where this one is not good, to say what it is for, then
   * the years, then to finish; null: nothing.
   */
  readonly offer: 'photo' | 'goal' | 'years' | 'finish' | 'name' | null;
  /** What somebody called the work; null: as its photo or its project is called. */
  readonly workName: string | null;
  /** Whether a name was asked for, which is done once. */
  readonly nameAsked: boolean;
  /** `device`: work is kept on this device; `closed`: nothing of it is, so that it is forgotten when the page is closed. */
  readonly keeping: 'device' | 'closed';
  /** The device did not take the work last. */
  readonly unkept: boolean;
  /** The document that a saved project holds; null: none was saved. */
  readonly fileHolds: Consultation | null;
  readonly former: Former | null;
  /** A design that came by a code, and waits for a photo. */
  readonly arrived: ToldDesign | null;
  /** Another photo would take the place of work that is nowhere else: whether it may is asked. */
  readonly leaving: boolean;
  /** The screen where a visit ends lies over the editor. */
  readonly finishing: boolean;
  /** The healed photo, by the id of its view, that lies beside the plan over the editor; null: none. */
  readonly healedShown: string | null;
  /** The plan on paper in place of the editor: to look at, or to be printed as soon as its pictures are there; null: put away. */
  readonly paper: 'look' | 'print' | null;
  /** What kind of file pictures are taken home as: once chosen, for all that follow. */
  readonly pictureFormat: PictureFormat;
  /** Files that are made, and wait for the press that hands them to another app. */
  readonly ready: { readonly item: HomeItem; readonly files: readonly File[] } | null;
  /** Pictures beside each other lie over the editor; null: none. */
  readonly comparing: Comparing | null;
  /** The screen is turned to the client: picture, wipe and moment, nothing to work with. */
  readonly showingClient: boolean;
  /** Press-and-hold for the bare photo. */
  readonly holdingBefore: boolean;
  readonly showHead: boolean;
  /** Lines from what this photo shows to where the fit of all photos has it. */
  readonly showAgreement: boolean;
  /** A band about the line: how far it may lie off on the true head. */
  readonly showError: boolean;
  /** A tint over the hair that the photo is read to show; always there while a brush corrects it. */
  readonly showHair: boolean;
  /** The zone of the scalp that is being set, tinted meanwhile. */
  readonly zoneShown: Zone | null;
  /** A line around what the chosen stage of hair loss has lost. */
  readonly showStage: boolean;
  /** A practitioner's own pace, dots an hour; null: the usual one. */
  readonly dotsPerHour: number | null;
  readonly showMeasurements: boolean;
  /** What of it is in hand; null: none, though it may lie on the picture. */
  readonly measuring: 'ruler' | 'guides' | null;
  /** What of it is drawn on the picture. */
  readonly guides: readonly GuideName[];
  /** A ruler between two places of the photo; null: put away. */
  readonly ruler: Span | null;
  readonly showChanged: boolean;
  /** How the head was laid on this photo by hand, the latest last. */
  readonly placings: readonly Placing[];
  /** Hairline points are moved on one side alone, although the design is mirrored. */
  readonly thisSideOnly: boolean;
  /** The hairline point that was focused last, and the one the focus is to go to as soon as it is on the screen. */
  readonly pointInHand: PointId | null;
  readonly pointToFocus: PointId | null;
  /** Picture zoom: 1 = the whole photo fits; centre in working-photo px. null: fit. */
  readonly zoom: { readonly factor: number; readonly centreXPx: number; readonly centreYPx: number } | null;
  /** The list of all works lies over the first screen; `file`: with works that are to be brought in. null: it is put away. */
  readonly book: { readonly file: Blob | null } | null;
  /** Kept on this device, for the first screen. */
  readonly saved: readonly KeptProject[];
}
