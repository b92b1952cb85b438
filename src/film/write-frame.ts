import { fitted } from '~/io/write-words';

const GROUND = 'rgb(20 16 12 / 72%)';
const WORDS = '#fff';

/** Height of the moment's letters, share of the shorter side, and no smaller than can be read. */
const TEXT_SHARE = 1 / 26;
const LEAST_TEXT_PX = 11;

/** Writes the moment in the lower left corner with what has to be said below it, and draws how far the film is along the foot. */
export function writeFrame(context: CanvasRenderingContext2D, moment: string, foot: string, share: number): void {
  const { width, height } = context.canvas;
  const textPx = Math.max(LEAST_TEXT_PX, Math.round(Math.min(width, height) * TEXT_SHARE));
  const barPx = Math.max(2, Math.round(textPx / 6));
  const room = textPx / 2;
  context.textBaseline = 'middle';
  let bottom = height - barPx - room;
  for (const [text, size, bold] of [
    [foot, 0.55 * textPx, ''],
    [moment, textPx, '600 '],
  ] as const) {
    fitted(context, text, size, width - 4 * room, bold);
    const wide = context.measureText(text).width + 2 * room;
    const high = size * 1.6;
    context.fillStyle = GROUND;
    context.beginPath();
    context.roundRect(room, bottom - high, wide, high, high / 2);
    context.fill();
    context.fillStyle = WORDS;
    context.fillText(text, 2 * room, bottom - high / 2);
    bottom -= high + room / 2;
  }
  context.fillStyle = GROUND;
  context.fillRect(0, height - barPx, width, barPx);
  context.fillStyle = WORDS;
  context.fillRect(0, height - barPx, width * share, barPx);
}
