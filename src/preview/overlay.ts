import type { PointPx, SizePx } from '~/model/base/units';
import type { PointId } from '~/model/design/line-points';
import type { ViewResidual } from '~/model/fit/view-to-fit';
import type { HeadInView } from '~/model/view/view';
import type { SeenRuler } from '~/model/measure/ruler';
import type { UnseenLine } from '~/model/overlay/hairline-in-sight';
import type { AgreementSeen } from '~/model/overlay/fit-in-sight';
import type { SeenGuide } from '~/model/overlay/guides-in-sight';
import type { SeenPencil } from '~/model/overlay/pencil-in-sight';
import type { HairMap } from '~/model/raster/photo-map';
import type { ViewTransform } from '~/render/scene';

/** A point of the hairline as the overlay shows it. */
export interface HandleSpot {
  readonly id: PointId;
  readonly at: PointPx;
  /** On the side of the head that faces the camera. */
  readonly inSight: boolean;
  /** Along the skin: above the glabella, and to the subject's left of the middle line. */
  readonly heightMm: number;
  readonly sideMm: number;
}

/** Lines and points over the photo, as this view sees them. Points in working-photo px. */
export interface Lines {
  /** The head as corrected; null while a face is to be chosen: then there is only the photo, and what follows is empty. */
  readonly fit: HeadInView | null;
  /** Edge of the cranium as seen: a line that ends where face or neck begin. */
  readonly silhouette: readonly PointPx[];
  /** Edge of the person as found in the photo, open lines; empty where none was found. */
  readonly outline: readonly (readonly PointPx[])[];
  /** The hairline, the pieces that face the camera. */
  readonly hairline: readonly (readonly PointPx[])[];
  /** Pieces of it that no photo of the head shows, where they lie behind the head; null where there is but one photo. */
  readonly unseen: UnseenLine | null;
  readonly handles: readonly HandleSpot[];
  /** What is drawn on the face to measure by, in the picture; empty while it is not to be shown. */
  readonly guides: readonly SeenGuide[];
  readonly ruler: SeenRuler | null;
  /** How this photo agrees with the others of its head; null while not shown, or where it stands by itself. */
  readonly agreement: AgreementSeen | null;
  /** Where the fit of all photos has the marks that this photo shows and others too; empty while not shown. */
  readonly marks: readonly ViewResidual[];
  /** Within this the line lies on the true head, closed pieces; empty while not shown. */
  readonly errorBand: readonly (readonly PointPx[])[];
  /** Around what the chosen stage of hair loss has lost: short pieces that face the camera; empty while not shown. */
  readonly stageEdge: readonly (readonly PointPx[])[];
  /** Sketched lines and notes; null while they are hidden. */
  readonly pencil: SeenPencil | null;
}

export const NO_LINES: Lines = {
  fit: null,
  silhouette: [],
  outline: [],
  hairline: [],
  unseen: null,
  handles: [],
  guides: [],
  ruler: null,
  agreement: null,
  marks: [],
  errorBand: [],
  stageEdge: [],
  pencil: null,
};

/** Tints over places where dots could stand, 0 to 255; null while one is not to be shown. */
export interface Maps {
  /** The hair that is read off the photo, corrected. */
  readonly hair: HairMap | null;
  /** The zone that is being set. */
  readonly zone: HairMap | null;
  /** Marked scars. */
  readonly scars: HairMap | null;
}

export const NO_MAPS: Maps = { hair: null, zone: null, scars: null };

/** What lies over the picture: made in the same frame as the picture, so that it never lags behind. */
export interface Overlay extends Lines {
  /** CSS px from the container's top left = working-photo px · scale + offset. */
  readonly camera: ViewTransform;
  /** Size of the container, CSS px. */
  readonly size: SizePx<'view'>;
  readonly maps: Maps;
}
