import type { PointPx } from '~/model/base/units';
import type { Design } from '~/model/design/design';
import type { LengthKind, Span } from '~/model/design/known-length';
import { surfacePoint } from '~/model/head/cranium';
import { geodesic } from '~/model/head/geodesic';
import type { HeadInView } from '~/model/view/view';
import { tapeOf } from '~/model/head/tape';
import { pickScalp, projectPoint } from '~/model/view/camera';
import { spanMm } from '~/model/view/span';
import { scaleError } from './face-measures';
import { measurementErrorMm } from './measurement-error';

/** The ruler as it lies in the picture, working-photo px. */
export interface SeenRuler {
  readonly span: Span;
  readonly path: readonly PointPx[];
  /** null where an end is not on the head. */
  readonly mm: number | null;
  readonly errorMm: number;
}

/** How exactly an end can be put onto a place of the picture, mm. */
const END_MM = 1;
/** Of its length a way over the skull may be off by this share: the model's shape between the ends. */
const SHAPE_SHARE = 0.02;

export function seenRuler(span: Span, fit: HeadInView, design: Pick<Design, 'knownLength'>): SeenRuler {
  const mm = spanMm(fit, span);
  const shapeMm = span.kind === 'straight' ? 0 : SHAPE_SHARE * (mm ?? 0);
  const errorMm = measurementErrorMm(mm ?? 0, scaleError(design), [END_MM, END_MM, shapeMm]);
  const straight = { span, path: [span.from, span.to], mm, errorMm };
  if (span.kind === 'straight') return straight;
  const [from, to] = [pickScalp(fit, span.from), pickScalp(fit, span.to)];
  if (from === null || to === null) return straight;
  const { pointsMm } = geodesic(fit.cranium, from, to);
  const path = Array.from({ length: pointsMm.length / 3 }, (_, i) => {
    const [xMm = 0, yMm = 0, zMm = 0] = pointsMm.subarray(3 * i, 3 * i + 3);
    return projectPoint(fit, { xMm, yMm, zMm });
  });
  return { ...straight, path };
}

/** Width of a bank card, mm (ISO/IEC 7810, ID-1). */
export const CARD_MM = 85.6;
/** A card is held this far above the glabella's level, mm. */
const CARD_HEIGHT_MM = 35;

/** Where a ruler first lies: up the middle of the forehead; a straight one across it, as wide as a card. */
export function firstSpan(kind: LengthKind, fit: HeadInView, hairlineHeightMm: number): Span {
  const on = (heightMm: number): ReturnType<typeof surfacePoint> =>
    surfacePoint(fit.cranium, tapeOf(fit.cranium).directionAt({ acrossMm: 0, heightMm }));
  const seen = (point: ReturnType<typeof surfacePoint>): PointPx => {
    const { xPx, yPx } = projectPoint(fit, point);
    return { xPx, yPx };
  };
  if (kind === 'alongSkin') return { kind, from: seen(on(0)), to: seen(on(hairlineHeightMm)) };
  const middle = on(CARD_HEIGHT_MM);
  const end = (xMm: number): PointPx => seen({ ...middle, xMm: middle.xMm + xMm });
  return { kind, from: end(CARD_MM / 2), to: end(-CARD_MM / 2) };
}
