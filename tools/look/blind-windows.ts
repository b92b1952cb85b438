import { hashUnit } from '~/model/maths/hash';
import type { LookPicture, PointPx } from './picture';
import { boxOf, maskOf } from './region';
import type { BoxPx } from './region';
import { smoothLine } from './strip';

/** A square of skin in a photograph of real work, seen squarely. */
export interface Window {
  /** Px of the photograph. */
  readonly box: BoxPx;
  /** Its middle lies so far behind the border of the field, mm; and the border's right end is so much higher, degrees. */
  readonly behindMm: number;
  readonly turnDegrees: number;
}

export type WindowKind = 'line' | 'field';

/** A window shows the line where its middle lies within these of it, and field alone behind these, mm. */
const BEHIND_MM: Readonly<Record<WindowKind, readonly [from: number, to: number]>> = { line: [0, 7], field: [13, 60] };
/** Windows of one photograph overlap by no more than this share; where there is no room, by the next. */
const MOST_SHARED = [0.2, 0.35, 0.5] as const;
const TRIES = 1000;

/** How far a place lies behind the traced border, mm, and how the border is turned at the nearest place of it. */
function behind(curve: readonly PointPx[], pxPerMm: number, [x, y]: PointPx): Omit<Window, 'box'> {
  let nearest = { squarePx: Infinity, behindMm: 0, turnDegrees: 0 };
  for (let i = 0; i + 1 < curve.length; i++) {
    const [[ax, ay], [bx, by]] = [curve[i], curve[i + 1]];
    const [ux, uy, wx, wy] = [bx - ax, by - ay, x - ax, y - ay];
    const squarePx = wx * wx + wy * wy;
    if (squarePx >= nearest.squarePx) continue;
    // The field lies to the left of the way, on the screen.
    const behindMm = (uy * wx - ux * wy) / (Math.hypot(ux, uy) * pxPerMm);
    nearest = { squarePx, behindMm, turnDegrees: (Math.atan2(-uy, ux) * 180) / Math.PI };
  }
  return nearest;
}

/** Share of the smaller of two boxes that both have. */
function shared(a: BoxPx, b: BoxPx): number {
  const across = Math.min(a.rightPx, b.rightPx) - Math.max(a.leftPx, b.leftPx);
  const down = Math.min(a.bottomPx, b.bottomPx) - Math.max(a.topPx, b.topPx);
  if (across <= 0 || down <= 0) return 0;
  return (across * down) / ((a.rightPx - a.leftPx) * (a.bottomPx - a.topPx));
}

/**
 * Windows of `sideMm` in a photograph, by chance, one of each kind that is asked for, between its field and its bare skin; where
 * one does not fit it is left out. The same seed, the same windows.
 */
export function windowsIn(
  { pixels, pxPerMm, field, bare, lines = [] }: LookPicture,
  kinds: readonly WindowKind[],
  sideMm: number,
  seed: number,
): readonly Window[] {
  const line = lines.find(({ part }) => part === 'middle') ?? lines.at(0);
  const beside = maskOf(bare, pixels);
  const room = boxOf(
    maskOf(field, pixels).map((share, i) => Math.max(share, beside[i])),
    pixels.widthPx,
  );
  if (line === undefined || typeof pxPerMm !== 'number' || room === null) return [];
  const curve = smoothLine(line.points);
  const sidePx = Math.round(sideMm * pxPerMm);
  if (sidePx > room.rightPx - room.leftPx || sidePx > room.bottomPx - room.topPx) return [];
  const found: Window[] = [];
  kinds.forEach((kind, k) => {
    const [from, to] = BEHIND_MM[kind];
    for (let i = 0; i < TRIES * MOST_SHARED.length; i++) {
      const chance = (channel: number): number => hashUnit(TRIES * MOST_SHARED.length * k + i, seed + channel);
      const leftPx = Math.round(room.leftPx + chance(1) * (room.rightPx - room.leftPx - sidePx));
      const topPx = Math.round(room.topPx + chance(2) * (room.bottomPx - room.topPx - sidePx));
      const box = { leftPx, topPx, rightPx: leftPx + sidePx, bottomPx: topPx + sidePx };
      const place = behind(curve, pxPerMm, [leftPx + sidePx / 2, topPx + sidePx / 2]);
      if (place.behindMm < from || place.behindMm > to) continue;
      if (found.some((other) => shared(other.box, box) > MOST_SHARED[Math.floor(i / TRIES)])) continue;
      found.push({ box, behindMm: place.behindMm, turnDegrees: place.turnDegrees });
      break;
    }
  });
  return found;
}
