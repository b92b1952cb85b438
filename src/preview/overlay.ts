import type { PointPx, SizePx } from '~/model/base/units';
import type { PointId } from '~/model/design/line-points';
import type { HairVerdict } from '~/model/hair/hair-verdict';
import type { HairChangeVerdict } from '~/model/hair/own-hair';
import type { HeadInView } from '~/model/view/view';
import type { Measure } from '~/model/measure/face-measures';
import type { SeenRuler } from '~/model/measure/ruler';
import type { TreatmentTotals } from '~/model/measure/treatment-totals';
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

/** Numbers to read beside the picture. */
export interface Totals {
  /** Dots of the whole treatment, seen or not. */
  readonly dots: number;
  readonly treatedCm2: number;
  readonly zones: TreatmentTotals['zones'];
}

/** What lies over the picture: made in the same frame as the picture, so that it never lags behind. Points in working-photo px. */
export interface Overlay {
  /** CSS px from the container's top left = working-photo px · scale + offset. */
  readonly camera: ViewTransform;
  /** Size of the container, CSS px. */
  readonly size: SizePx;
  /** The head as corrected; null while a face is to be chosen: then there is only the photo, and what follows is empty. */
  readonly fit: HeadInView | null;
  /** Edge of the cranium as seen: a line that ends where face or neck begin. */
  readonly silhouette: readonly PointPx[];
  /** Edge of the person as found in the photo, open lines; empty where none was found. */
  readonly outline: readonly (readonly PointPx[])[];
  /** The hairline, the pieces that face the camera. */
  readonly hairline: readonly (readonly PointPx[])[];
  readonly handles: readonly HandleSpot[];
  readonly totals: Totals | null;
  /** What the photo shows on the scalp; null until that is known. */
  readonly hair: HairVerdict | null;
  /** Something that is no hair lies over the scalp: said instead of what the hair means. */
  readonly covered: boolean;
  /** What is drawn on the face to measure by, in the picture; empty while it is not to be shown. */
  readonly guides: readonly SeenGuide[];
  /** Distances of this face and line; empty while they are not to be shown. */
  readonly measures: readonly Measure[];
  readonly ruler: SeenRuler | null;
  /** Where the hair that remains begins over the forehead, mm above the glabella; null: nowhere, or not known yet. */
  readonly hairFrontMm: number | null;
  /** The hair that is read off the photo, corrected, where dots could stand; null while it is not to be shown. */
  readonly hairMap: HairMap | null;
  /** Whether hair of this photo can be shown going; null until that is known, and while it is not asked for. */
  readonly hairChange: HairChangeVerdict | null;
  /** Around what the chosen stage of hair loss has lost: short pieces that face the camera; empty while not shown. */
  readonly stageEdge: readonly (readonly PointPx[])[];
  /** The zone that is being set, laid out like `hairMap`; null while none is. */
  readonly zoneMap: HairMap | null;
  /** Marked scars where dots could stand, laid out like `hairMap`; null while there is none, or none to be shown. */
  readonly scarMap: HairMap | null;
  /** Sketched lines and notes; null while they are hidden. */
  readonly pencil: SeenPencil | null;
}
