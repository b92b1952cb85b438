import type { Result } from '~/model/base/result';
import type { PointPx, SizePx } from '~/model/base/units';
import { drawPins } from '~/model/overlay/draw-pins';
import type { Pin } from '~/model/overlay/draw-pins';
import { encodeLargest, paintPhoto, sizesToTry } from './encode-picture';
import type { Attempt, EncodedPicture, EncodeOptions, EncodeProblem, PaintPart } from './encode-picture';
import type { Photo } from './photo';
import { fitted, INK, PAPER, wrapped } from './write-words';

/** What is drawn over the treated picture. Places in working-photo px. */
export interface SketchMarks {
  /** `pencil` is drawn as wide as it lies on the skin; the others as thin as a line is seen. */
  readonly lines: readonly {
    readonly kind: 'hairline' | 'guide' | 'pencil';
    readonly points: readonly PointPx[];
    readonly widthPx: number;
  }[];
  /** Discs with a number or a letter, that the legend explains. */
  readonly pins: readonly Pin<'photo'>[];
}

type LineKind = SketchMarks['lines'][number]['kind'];

/** What is written under it: a heading, and entry by entry what its lines, pins and measures are. */
export interface SketchWords {
  readonly heading: string;
  /** What lines are that no pin explains: told beside a piece of the line, where one is on the picture. */
  readonly lines: Readonly<Partial<Record<LineKind, string>>>;
  readonly legend: readonly string[];
  readonly foot: string;
}

/** Light over dark: one of the two shows on any skin. Widths are shares of the size of the words. */
const STROKES = {
  hairline: { under: 'rgb(20 20 20 / 75%)', over: '#fff', dash: [] },
  guide: { under: 'rgb(20 20 20 / 60%)', over: '#ffd97a', dash: [0.5, 0.35] },
  pencil: { under: 'rgb(20 20 20 / 35%)', over: '#fff', dash: [] },
} as const;
const THIN = 0.09;
/** The pencil is so many times as wide as a thin line at least: told from the hairline in a small photo too. */
const PENCIL_TIMES = 2.5;
/** Radius of a pin's disc, as a multiple of the words. */
const PIN = 0.75;

/** Words are this share of the picture's breadth high, and no smaller than can be read. */
const TEXT_SHARE = 1 / 48;
const LEAST_TEXT_PX = 12;
/** Height of a line of the legend, as a multiple of its words. */
const LEADING = 1.45;
const COLUMNS = 2;

/**
 * The treated picture at the photo's size with sketch, notes, guides and measures on it, and their legend below. `paint` treats a part
 * as for a saved picture. Pins that would lie over one another are moved apart, with a line to their place. No metadata.
 */
export const encodeSketch = (
  photo: Photo,
  paint: PaintPart,
  marks: SketchMarks,
  words: SketchWords,
  options: EncodeOptions,
): Promise<Result<EncodedPicture, EncodeProblem>> =>
  encodeLargest(
    sizesToTry(photo.full).map((full) => sketchAt(full, photo, paint, marks, words, options)),
    options,
  );

function sketchAt(
  full: SizePx<'still'>,
  photo: Photo,
  paint: PaintPart,
  marks: SketchMarks,
  words: SketchWords,
  options: EncodeOptions,
): Attempt {
  const textPx = Math.max(LEAST_TEXT_PX, Math.round(full.widthPx * TEXT_SHARE));
  const columns = inColumns(entriesOf(words, marks), textPx, columnPx(full.widthPx, textPx) - textPx);
  const rows = Math.max(...columns.map(({ length }) => length));
  const size = { widthPx: full.widthPx, heightPx: full.heightPx + Math.round((rows + 3.2) * LEADING * textPx) };
  return {
    size,
    draw: async (context) => {
      context.fillStyle = PAPER;
      context.fillRect(0, 0, size.widthPx, size.heightPx);
      const problem = await paintPhoto(context, photo, full, paint, options);
      if (problem !== null) return problem;
      const scale = full.widthPx / photo.size.widthPx;
      context.save();
      context.beginPath();
      context.rect(0, 0, full.widthPx, full.heightPx);
      context.clip();
      for (const line of marks.lines) drawLine(context, line, scale, textPx);
      const pins = marks.pins.map(({ at: { xPx, yPx }, tag }) => ({ at: { xPx: xPx * scale, yPx: yPx * scale }, tag }));
      drawPins(context, pins, PIN * textPx, full);
      context.restore();
      write(context, { ...words, columns }, textPx, full.heightPx, rows, (line, textAt) =>
        drawSample(context, line, marks, scale, textPx, textAt),
      );
      return null;
    },
  };
}

function drawLine(
  context: OffscreenCanvasRenderingContext2D,
  { kind, points, widthPx }: SketchMarks['lines'][number],
  scale: number,
  textPx: number,
): void {
  const { under, over, dash } = STROKES[kind];
  const path = new Path2D();
  for (const [at, { xPx, yPx }] of points.entries()) {
    if (at === 0) path.moveTo(xPx * scale, yPx * scale);
    // A single place is a dot.
    path.lineTo(xPx * scale, yPx * scale);
  }
  const thin = THIN * textPx;
  const width = kind === 'pencil' ? Math.max(widthPx * scale, PENCIL_TIMES * thin) : thin;
  context.lineCap = context.lineJoin = 'round';
  context.setLineDash([]);
  context.lineWidth = width + thin;
  context.strokeStyle = under;
  context.stroke(path);
  context.setLineDash(dash.map((share) => share * textPx));
  context.lineWidth = width;
  context.strokeStyle = over;
  context.stroke(path);
  context.setLineDash([]);
}

/** How wide a column of the legend is with the room after it. */
const columnPx = (widthPx: number, textPx: number): number => (widthPx - textPx) / COLUMNS;
/** Lines after the first of an entry stand in by so much, as a multiple of its words. */
const INDENT = 1.2;

/** A sample of a line is so wide and high, on skin that it is seen on, and has so much room with what follows; multiples of the words. */
const SAMPLE = { wide: 2.4, high: 0.95, room: 2.9 } as const;
const SAMPLE_SKIN = '#a68468';

/** `line`: of a kind that is told beside a piece of it. */
interface Entry {
  readonly text: string;
  readonly line: LineKind | null;
}

interface LegendLine extends Entry {
  readonly isFirst: boolean;
}

/** Lines that are on the picture first, then what pins and measures are. */
const entriesOf = ({ lines, legend }: SketchWords, marks: SketchMarks): readonly Entry[] => [
  ...(['hairline', 'pencil', 'guide'] as const).flatMap((line) => {
    const text = lines[line];
    return text !== undefined && marks.lines.some(({ kind }) => kind === line) ? [{ text, line }] : [];
  }),
  ...legend.map((text) => ({ text, line: null })),
];

/** A piece of a line as it is on the picture. */
function drawSample(
  context: OffscreenCanvasRenderingContext2D,
  kind: LineKind,
  marks: SketchMarks,
  scale: number,
  textPx: number,
  { xPx, yPx }: PointPx<'still'>,
): void {
  const [wide, high] = [SAMPLE.wide * textPx, SAMPLE.high * textPx];
  context.save();
  context.beginPath();
  context.rect(xPx, yPx - high / 2, wide, high);
  context.clip();
  context.fillStyle = SAMPLE_SKIN;
  context.fill();
  const widthPx = Math.max(...marks.lines.filter((each) => each.kind === kind).map((each) => each.widthPx));
  const points = [xPx - wide, xPx + 2 * wide].map((x) => ({ xPx: x / scale, yPx: yPx / scale }));
  drawLine(context, { kind, points, widthPx }, scale, textPx);
  context.restore();
}

/** How far a line of the legend stands in, as a multiple of its words. */
const inOf = (line: LineKind | null, isFirst: boolean): number =>
  line === null ? (isFirst ? 0 : INDENT) : SAMPLE.room;

/** The entries line by line, in columns about as long as each other; none is parted. */
function inColumns(legend: readonly Entry[], textPx: number, widthPx: number): readonly (readonly LegendLine[])[] {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (context === null) throw new Error('This browser has no 2D canvas.');
  const entries = legend.map(({ text: entry, line }) =>
    wrapped(context, entry, textPx, widthPx - inOf(line, false) * textPx).map((text, at) => ({
      text,
      line,
      isFirst: at === 0,
    })),
  );
  const all = entries.reduce((sum, { length }) => sum + length, 0);
  const columns: LegendLine[][] = Array.from({ length: COLUMNS }, () => []);
  let at = 0;
  for (const entry of entries) {
    if (columns[at].length >= Math.ceil(all / COLUMNS) && at < COLUMNS - 1) at += 1;
    columns[at].push(...entry);
  }
  return columns;
}

function write(
  context: OffscreenCanvasRenderingContext2D,
  {
    heading,
    columns,
    foot,
  }: Pick<SketchWords, 'heading' | 'foot'> & { readonly columns: readonly (readonly LegendLine[])[] },
  textPx: number,
  topPx: number,
  rows: number,
  sample: (line: LineKind, at: PointPx<'still'>) => void,
): void {
  const { width } = context.canvas;
  const lineAt = (line: number): number => topPx + (line + 0.9) * LEADING * textPx;
  context.textBaseline = 'middle';
  context.fillStyle = INK;
  fitted(context, heading, 1.1 * textPx, width - 2 * textPx, '600 ');
  context.fillText(heading, textPx, lineAt(0));
  const column = columnPx(width, textPx);
  for (const [at, lines] of columns.entries()) {
    for (const [row, { text, isFirst, line }] of lines.entries()) {
      const place = { xPx: textPx + at * column, yPx: lineAt(1 + row) };
      if (line !== null && isFirst) sample(line, place);
      const inPx = inOf(line, isFirst) * textPx;
      context.fillStyle = INK;
      fitted(context, text, textPx, column - textPx - inPx);
      context.fillText(text, place.xPx + inPx, place.yPx);
    }
  }
  fitted(context, foot, 0.85 * textPx, width - 2 * textPx);
  context.fillText(foot, textPx, lineAt(1.1 + rows));
}
