import type { Frame, PointPx } from '~/model/base/units';
import { apart } from '~/model/maths/apart';

/** A disc with a number or a letter, and the place that it belongs to, px of the picture. */
export interface Pin<In extends Frame> {
  readonly at: PointPx<In>;
  readonly tag: string;
}

/** What a 2D canvas, of a page or of none, draws pins with. */
export interface PinPen {
  strokeStyle: unknown;
  fillStyle: unknown;
  lineWidth: number;
  font: string;
  textAlign: string;
  textBaseline: string;
  beginPath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  arc(x: number, y: number, radius: number, from: number, to: number): void;
  fill(): void;
  stroke(): void;
  measureText(text: string): { readonly width: number };
  fillText(text: string, x: number, y: number): void;
}

const [INK, PAPER] = ['#29231e', '#fff'];
/** Sizes as multiples of a disc's radius. */
const LINE = 0.12;
const TAG = 1.2;
const TAG_ROOM = 1.75;
const CLEAR = 2.2;

/**
 * Pins on a picture: those that would lie over one another are moved apart, with a line to their places. `radiusPx`: of a disc, px of
 * the picture; `room`: the part of it that they stay in, from its upper left.
 */
export function drawPins<In extends Frame>(
  pen: PinPen,
  pins: readonly Pin<In>[],
  radiusPx: number,
  room: { readonly widthPx: number; readonly heightPx: number },
): void {
  const homes = pins.map(({ at }) => at);
  const places = apart(homes, CLEAR * radiusPx, room);
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.lineWidth = LINE * radiusPx;
  pen.strokeStyle = INK;
  // All lines first: none runs over a disc.
  for (const [i, { xPx, yPx }] of places.entries()) {
    pen.beginPath();
    pen.moveTo(homes[i].xPx, homes[i].yPx);
    pen.lineTo(xPx, yPx);
    pen.stroke();
  }
  for (const [i, { tag }] of pins.entries()) {
    const { xPx, yPx } = places[i];
    pen.beginPath();
    pen.arc(xPx, yPx, radiusPx, 0, 2 * Math.PI);
    pen.fillStyle = PAPER;
    pen.fill();
    pen.stroke();
    pen.fillStyle = INK;
    pen.font = fontOf(TAG * radiusPx);
    const share = (TAG_ROOM * radiusPx) / pen.measureText(tag).width;
    if (share < 1) pen.font = fontOf(TAG * radiusPx * share);
    pen.fillText(tag, xPx, yPx);
  }
  pen.textAlign = 'start';
}

const fontOf = (px: number): string => `600 ${px}px system-ui, sans-serif`;
