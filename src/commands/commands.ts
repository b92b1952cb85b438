import type { PointPx } from '~/model/base/units';
import type { HeadMark, HealedDates, ViewKind } from '~/model/design/consultation';
import type { Design } from '~/model/design/design';
import type { AddedId, PointId } from '~/model/design/line-points';
import type { HeadView } from '~/model/laying/view-priors';
import type { PictureFormat } from '~/store/app-state';
import type { Wanted } from './wanted';

/** Everything a person can do, one verb each. The UI calls these and reads the store; it does nothing else. */
export interface Commands {
  openPhoto(file: File): void;
  openSample(id: string): void;
  openAny(file: File): void;
  chooseFace(index: number): void;
  /** From choose-face, or after a bad fit: place the head by hand. */
  placeByHand(): void;
  /** In place-head: from where the photo shows the head, which is laid anew for it. */
  seeHeadFrom(view: HeadView): void;
  /**
   * Says where in the photo (working px) a mark of the head is, until commit: in place-head crown and ears, elsewhere a spot of the
   * skin that other photos show too, by its number.
   */
  markHead(mark: HeadMark | number, at: PointPx): void;
  /** Takes such a spot off the photo at hand, or off the head, in all photos. */
  removeMark(mark: number, from: 'photo' | 'head'): void;
  /** Ends place-head and goes to the editor. */
  acceptPlacement(): void;
  /** Turns the photo at hand by a quarter clockwise, or mirrors it. */
  turnPhoto(how: 'turn' | 'mirror'): void;
  cancelJob(): void;
  newPhoto(): void;
  /** Of work that another photo would take the place of: keep it on this device first, go on without it, or stay. */
  answerLeaving(how: 'keep' | 'leave' | 'stay'): void;
  /** Writes down what waits, and starts the page afresh with it. */
  reload(): void;

  /** Shows a changed design while a gesture goes on; `commit` ends it. */
  preview(change: (design: Design) => Design): void;
  commit(): void;
  cancelGesture(): void;
  /** preview and commit in one. */
  change(change: (design: Design) => Design): void;
  undo(): void;
  redo(): void;

  /** Another design, by its place in the list, is looked at; no step of undo. */
  chooseDesign(index: number): void;
  /** A copy of that design, which is chosen then. */
  addDesign(from: number): void;
  renameDesign(index: number, name: string): void;
  /** The last one stays. */
  removeDesign(index: number): void;

  /**
   * Another photo of the same head, which is seen then; `instead`: in place of the one that is seen; `kind`: from where it was taken,
   * where that is known. Eight at most.
   */
  addView(file: File, instead?: boolean, kind?: ViewKind): void;
  /** Another photo of the head, by the id of its view, is looked at; no step of undo. */
  chooseView(id: string): void;
  /** Reads what is wanted of all photos of the head that were not read yet, so that they can be drawn beside each other. */
  readViews(): void;
  /** Says from where that photo shows the head. */
  nameView(id: string, kind: ViewKind): void;
  /** Has that photo's head fitted by itself, or together with the others again. */
  setViewApart(id: string, apart: boolean): void;
  /** The last one stays. */
  removeView(id: string): void;

  /** A photo of the healed result, which is laid beside the plan then. */
  addHealed(file: File): void;
  /** That healed photo the other way round, as a front camera mirrors it. */
  mirrorHealed(id: string): void;
  /** On which days it was taken, and the last visit was. */
  dateHealed(id: string, dates: HealedDates): void;

  /** Moves a hairline point to a place in the picture (working-photo px); mirrored when design and view say so. */
  dragHandle(id: PointId, to: PointPx): void;
  /** Moves it along the skin by mm (to the subject's left, up). */
  nudgeHandle(id: PointId, sideMm: number, upMm: number): void;
  /**
   * Adds a hairline point: shows it, until commit, where the line passes a place in the picture; null: at once, beside the
   * point last in hand.
   */
  addPoint(at: PointPx | null): void;
  /** Takes an added hairline point away. */
  deletePoint(id: AddedId): void;
  /**
   * The tool in hand at a place in the picture: a stroke or a pencil line grows, a new note moves along, until commit.
   * `pressure`: how hard a pen is pressed, 0..1; left out where nothing tells.
   */
  paintAt(at: PointPx, pressure?: number): void;

  savePicture(format: PictureFormat): void;
  saveProject(): void;
  /** Makes a file to be saved, or to be handed to another app by `shareReady`. */
  takeHome(wanted: Wanted, how: 'save' | 'share'): void;
  /** Hands over the file that is ready; at once, while the press is fresh. */
  shareReady(): void;
  /** Takes in a design from a link or the text of a code; it waits where there is no photo yet. */
  takeDesign(text: string): void;
  openSaved(id: string): void;
  deleteSaved(id: string): void;
}
