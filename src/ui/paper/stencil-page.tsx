import { EXACT_MM, highOf, OVERLAP_MM, STRETCH_MM } from '~/model/measure/stencil';
import type { Stencil, StencilMark, StencilTick, StencilTile } from '~/model/measure/stencil';
import type { PlanePoint } from '~/model/maths/plane-curve';
import { useDesignPart } from '~/ui/base/app-context';
import { scaleError } from '~/model/measure/face-measures';
import { STENCIL_PAGE, stencilTruth, tileInWords, wayInWords } from '~/ui/words/home/plan-words';
import type { Paper } from './use-paper';

/** Room for a part of the stencil between the margins of a sheet, mm; the rest is for what is said about it. */
export const TILE_MM: Readonly<Record<Paper, { readonly wide: number; readonly high: number }>> = {
  a4: { wide: 184, high: 184 },
  letter: { wide: 190, high: 166 },
};

/** Lengths of marks across the line, mm. */
const TICK = { short: 3, long: 6 };
const CROSS_MM = 5;
/** Numbers stand so far behind the line, mm, and letters so far before it, where no mark is long. */
const NUMBER_MM = 9;
const LETTER_MM = 6;

/** On paper y runs down. */
const pathOf = (places: readonly PlanePoint[], closed = false): string =>
  `M${places.map(([x, y]) => `${x.toFixed(2)} ${(-y).toFixed(2)}`).join('L')}${closed ? 'Z' : ''}`;
/** A cross of two strokes at a place. */
const crossAt = ([x, y]: PlanePoint): string => {
  const arm = CROSS_MM / 2;
  return `${pathOf([
    [x - arm, y],
    [x + arm, y],
  ])}${pathOf([
    [x, y - arm],
    [x, y + arm],
  ])}`;
};
const out = ({ at: [x, y], across }: StencilTick, mm: number): PlanePoint => [
  x + mm * Math.cos(across),
  y + mm * Math.sin(across),
];

interface StencilPageProps {
  readonly stencil: Stencil;
  readonly tile: StencilTile;
  readonly paper: Paper;
  readonly number: number;
  readonly of: number;
}

/** The line on a strip of unrolled scalp at its true size: all of it, or the part that has room on one sheet. */
export function StencilPage({ stencil, tile, paper, number, of }: StencilPageProps) {
  const scalePercent = useDesignPart((design) => Math.round(100 * scaleError(design)));
  const { wide, high: most } = TILE_MM[paper];
  const high = Math.min(most, highOf(stencil));
  const { worstMm } = stencil;
  return (
    <>
      <p>
        <b>{tileInWords(number, of)}</b> {STENCIL_PAGE.use}
      </p>
      <svg
        className="stencil"
        role="img"
        aria-label={tileInWords(number, of)}
        style={{ inlineSize: `${wide}mm`, blockSize: `${high}mm` }}
        viewBox={`${tile.left} ${-tile.top} ${wide} ${high}`}
      >
        <path className="stencil-strip" d={pathOf([...stencil.front, ...stencil.behind.toReversed()], true)} />
        <path className="stencil-exact" d={pathOf(stencil.exact)} />
        <Way mark={stencil.glabella} label={STENCIL_PAGE.glabella} anchor="middle" />
        <Way mark={stencil.tragi.left} label={STENCIL_PAGE.leftTragus} anchor="end" />
        <Way mark={stencil.tragi.right} label={STENCIL_PAGE.rightTragus} anchor="start" />
        <path className="stencil-line" d={pathOf(stencil.line)} />
        {stencil.ticks.map((tick) => (
          <Tick key={tick.atMm} tick={tick} />
        ))}
        {(['leftCorner', 'rightCorner', 'leftTemple', 'rightTemple'] as const).map((id) => (
          <Point key={id} tick={stencil.points[id]} letter={STENCIL_PAGE.letters[id]} />
        ))}
        {(['left', 'right'] as const).map((side) => {
          const tick = stencil.eyes[side];
          return tick === null ? null : <Eye key={side} tick={tick} />;
        })}
        <Seams tile={tile} wide={wide} high={high} />
      </svg>
      <div className="bundle">
        <p>{STENCIL_PAGE.letterNote}</p>
        <p>{STENCIL_PAGE.check}</p>
        <p className="fine-print">{stencilTruth(EXACT_MM, worstMm.exact, worstMm.behind, STRETCH_MM, scalePercent)}</p>
      </div>
    </>
  );
}

/** A mark on the line every 10 mm, longer and with its number every 50. */
function Tick({ tick }: { readonly tick: StencilTick }) {
  const mm = Math.round(tick.atMm);
  const long = mm % 50 === 0;
  const [x, y] = out(tick, NUMBER_MM);
  return (
    <>
      <path className="stencil-tick" d={pathOf([out(tick, -TICK.short), out(tick, long ? TICK.long : TICK.short)])} />
      {long && (
        <text x={x} y={-y + 1}>
          {mm === 0 ? STENCIL_PAGE.middle : Math.abs(mm)}
        </text>
      )}
    </>
  );
}

function Point({ tick, letter }: { readonly tick: StencilTick; readonly letter: string }) {
  const [x, y] = tick.at;
  const [textX, textY] = out(tick, -LETTER_MM);
  return (
    <>
      <circle className="stencil-point" cx={x} cy={-y} r={1.8} />
      <text x={textX} y={-textY + 1}>
        {letter}
      </text>
    </>
  );
}

/** Where the line stands straight above the outer corner of an eye. */
function Eye({ tick }: { readonly tick: StencilTick }) {
  const [x, y] = out(tick, -LETTER_MM);
  return (
    <>
      <path className="stencil-tick" d={pathOf([tick.at, out(tick, -TICK.short)])} />
      <text x={x} y={-y + 1}>
        {STENCIL_PAGE.letters.eye}
      </text>
    </>
  );
}

interface WayProps {
  readonly mark: StencilMark;
  readonly label: string;
  /** Which end of its name stands at the place; in the middle below it, at the ends above, where the strip is not. */
  readonly anchor: 'start' | 'middle' | 'end';
}

/** A place of the face to lay the strip on by, with the way to it along the skin. */
function Way({ mark: { at, from, lengthMm }, label, anchor }: WayProps) {
  const [x, y] = at;
  return (
    <>
      <path className="stencil-way" d={pathOf([from, at])} />
      <path className="stencil-cross" d={crossAt(at)} />
      <text x={x} y={-y + (anchor === 'middle' ? CROSS_MM + 1.5 : -CROSS_MM)} textAnchor={anchor}>
        {wayInWords(label, lengthMm)}
      </text>
    </>
  );
}

/** Where parts overlap: a broken line down the middle of what two have in common, with two crosses that have to meet. */
function Seams({ tile: { left, top, goesOn }, wide, high }: { readonly tile: StencilTile } & (typeof TILE_MM)[Paper]) {
  const half = OVERLAP_MM / 2;
  const [right, bottom] = [left + wide, top - high];
  const upright = [...(goesOn.left ? [left + half] : []), ...(goesOn.right ? [right - half] : [])];
  const level = [...(goesOn.up ? [top - half] : []), ...(goesOn.down ? [bottom + half] : [])];
  return (
    <>
      {upright.map((x) => (
        <g key={`x${x}`} className="stencil-seam">
          <path
            d={pathOf([
              [x, top],
              [x, bottom],
            ])}
          />
          <path className="stencil-cross" d={`${crossAt([x, top - 10])}${crossAt([x, bottom + 10])}`} />
        </g>
      ))}
      {level.map((y) => (
        <g key={`y${y}`} className="stencil-seam">
          <path
            d={pathOf([
              [left, y],
              [right, y],
            ])}
          />
          <path className="stencil-cross" d={`${crossAt([left + 10, y])}${crossAt([right - 10, y])}`} />
        </g>
      ))}
    </>
  );
}
