import type { StrokeKind } from '~/model/design/drawing';
import type { Still, StillStroke } from './stills';

/** Lines of the pencil as they are seen on the skin; or dark, to be told from the hairline in print. */
export type PencilLook = 'white' | 'dark';

const [WHITE, DARK] = ['#fff', '#141414'];
/** A line and the rim that keeps it visible on any skin. */
interface LineLook {
  readonly line: string;
  readonly rim: string;
}
export const HAIRLINE: LineLook = { line: WHITE, rim: 'rgb(20 20 20 / 75%)' };
/** So many widths of a dot from one to the next. */
const DOTTED = 2.5;
export const PENCIL: Readonly<Record<PencilLook, LineLook>> = {
  white: { line: WHITE, rim: 'rgb(20 20 20 / 35%)' },
  dark: { line: DARK, rim: 'rgb(255 255 255 / 80%)' },
};
/** Thinnest that a line is drawn, and as much wider is its rim, CSS px. */
const LINE_PX = 1.5;
/** A dot of those along a scar, CSS px. */
const SCAR_PX = 3;

const pathOf = (pieces: Still['line']): Path2D => {
  const path = new Path2D();
  for (const piece of pieces) {
    // A single place is a dot.
    piece.forEach(({ xPx, yPx }, index) => {
      if (index === 0) path.moveTo(xPx, yPx);
      path.lineTo(xPx, yPx);
    });
  }
  return path;
};

export function drawLine(
  pen: CanvasRenderingContext2D,
  pieces: Still['line'],
  look: LineLook,
  fine: number,
  widthPx = 0,
  dotted = false,
): void {
  const path = pathOf(pieces);
  const width = Math.max(widthPx, LINE_PX * fine);
  pen.lineJoin = 'round';
  pen.lineCap = 'round';
  for (const [rim, colour] of [
    [LINE_PX * fine, look.rim],
    [0, look.line],
  ] as const) {
    pen.lineWidth = width + rim;
    // A dash without length is a round dot.
    pen.setLineDash(dotted ? [0, DOTTED * width] : []);
    pen.strokeStyle = colour;
    pen.stroke(path);
  }
  pen.setLineDash([]);
}

/** A bar of a known length at the foot of the picture, dark with a light rim: seen on any photo, and in black and white. */
export function drawBar(pen: CanvasRenderingContext2D, lengthPx: number, fine: number): void {
  const [left, foot] = [6 * fine, pen.canvas.height - 7 * fine];
  pen.lineCap = 'butt';
  for (const [width, colour] of [
    [6, '#fff'],
    [3, '#000'],
  ] as const) {
    const rim = ((width - 3) / 2) * fine;
    pen.lineWidth = width * fine;
    pen.strokeStyle = colour;
    pen.beginPath();
    pen.moveTo(left - rim, foot);
    pen.lineTo(left + lengthPx + rim, foot);
    pen.stroke();
  }
}

/** Lines across what is kept free of dots: so far apart, and so wide, CSS px. */
const [HATCH_PX, HATCH_LINE_PX] = [7, 1.2];
/** A light rim about them, CSS px. */
const HATCH_RIM_PX = 1.5;
/** Ways in which a shape is moved to be made smaller. */
const SIDES = 8;
type Hatch = 'none' | 'less';

/** Which way the lines go: both ways where no dots are to be, one way where fewer are. */
const SLANTS: Readonly<Record<Hatch, readonly (1 | -1)[]>> = { none: [1, -1], less: [1] };

const likeIt = ({ canvas: { width, height } }: CanvasRenderingContext2D): CanvasRenderingContext2D | null => {
  const other = document.createElement('canvas');
  [other.width, other.height] = [width, height];
  return other.getContext('2d');
};

/** The places that a kind of stroke still rules: what was painted later lies over it. */
function shapeOf(
  pen: CanvasRenderingContext2D,
  strokes: readonly StillStroke[],
  hatch: Hatch,
): CanvasRenderingContext2D | null {
  const shape = likeIt(pen);
  if (shape === null) return null;
  const over: readonly StrokeKind[] = hatch === 'less' ? ['add', 'none'] : ['add'];
  for (const { kind, covers } of strokes) {
    if (kind !== hatch && !over.includes(kind)) continue;
    shape.globalCompositeOperation = kind === hatch ? 'source-over' : 'destination-out';
    for (const piece of covers()) shape.fill(pathOf([piece]));
  }
  return shape;
}

/** A shape without a rim so wide: what it has in common with itself moved that far to all sides. */
function insideOf(shape: CanvasRenderingContext2D, rimPx: number): CanvasRenderingContext2D | null {
  const inside = likeIt(shape);
  if (inside === null) return null;
  inside.drawImage(shape.canvas, 0, 0);
  inside.globalCompositeOperation = 'destination-in';
  for (let i = 0; i < SIDES; i++) {
    const angle = (2 * Math.PI * i) / SIDES;
    inside.drawImage(shape.canvas, rimPx * Math.cos(angle), rimPx * Math.sin(angle));
  }
  return inside;
}

/** Face and neck end nothing: from the skull's last point straight down, and up again to its first. */
const belowOf = (skull: Still['line'][number], footPx: number): Still['line'][number] =>
  [skull[skull.length - 1], skull[0]].map(({ xPx }) => ({ xPx, yPx: footPx }));

/** Where strokes keep dots away, as far as the head goes: outlined, and hatched both ways where there are to be none, one way where fewer. */
function drawHatch(
  pen: CanvasRenderingContext2D,
  { strokes, skull }: Pick<Still, 'strokes' | 'skull'>,
  hatch: Hatch,
  fine: number,
): void {
  if (!strokes.some(({ kind }) => kind === hatch)) return;
  const [whole, lines] = [shapeOf(pen, strokes, hatch), likeIt(pen)];
  const inner = whole && insideOf(whole, HATCH_LINE_PX * fine);
  if (whole === null || inner === null || lines === null) return;
  const { width, height } = pen.canvas;
  lines.lineWidth = HATCH_LINE_PX * fine;
  lines.strokeStyle = DARK;
  lines.beginPath();
  for (const slant of SLANTS[hatch])
    for (let at = -height; at < width + height; at += HATCH_PX * fine) {
      lines.moveTo(at, 0);
      lines.lineTo(at + slant * height, height);
    }
  lines.stroke();
  lines.globalCompositeOperation = 'destination-in';
  lines.drawImage(inner.canvas, 0, 0);
  // The rim: all of the shape but its inside.
  whole.globalCompositeOperation = 'destination-out';
  whole.drawImage(inner.canvas, 0, 0);
  lines.globalCompositeOperation = 'source-over';
  lines.drawImage(whole.canvas, 0, 0);
  pen.save();
  const edge = skull();
  if (edge.length > 0) pen.clip(pathOf([[...edge, ...belowOf(edge, height)]]));
  pen.shadowColor = WHITE;
  pen.shadowBlur = HATCH_RIM_PX * fine;
  pen.drawImage(lines.canvas, 0, 0);
  pen.restore();
}

/** Strokes of the brush that somebody with a needle must know of: where no dots go, where fewer, and marked scars dotted. */
export function drawStrokes(
  pen: CanvasRenderingContext2D,
  still: Pick<Still, 'strokes' | 'skull'>,
  fine: number,
): void {
  drawHatch(pen, still, 'less', fine);
  drawHatch(pen, still, 'none', fine);
  const scars = still.strokes.filter(({ kind }) => kind === 'scar').flatMap(({ lines }) => lines);
  drawLine(pen, scars, PENCIL.dark, fine, SCAR_PX * fine, true);
}
