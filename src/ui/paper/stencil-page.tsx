import { EXACT_MM, highOf, OVERLAP_MM, STRETCH_MM } from '~/model/measure/stencil';
import type { Stencil, StencilMark, StencilTick, StencilTile } from '~/model/measure/stencil';
import type { PlanePoint } from '~/model/maths/plane-curve';
import { useDesignPart } from '~/ui/base/app-context';
import { scaleError } from '~/model/measure/face-measures';
import { STENCIL_PAGE, stencilTruth, tileInWords } from '~/ui/words/home/plan-words';
import { acrossFrom, CROSS_MM, labelsOf, labelsOn, LINE_MM, MARKED_POINTS, TILE_MM } from './stencil-labels';
import type { Paper } from './use-paper';

/** Lengths of marks across the line, mm. */
const TICK = { short: 3, long: 6 };
/** Letters on paper stand on their foot: so far below their middle, mm. */
const FOOT_MM = 1;

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
        {[stencil.glabella, stencil.tragi.left, stencil.tragi.right].map((mark, i) => (
          <Way key={i} mark={mark} />
        ))}
        <path className="stencil-line" d={pathOf(stencil.line)} />
        {stencil.ticks.map((tick) => (
          <Tick key={tick.atMm} tick={tick} />
        ))}
        {MARKED_POINTS.map((id) => {
          const [x, y] = stencil.points[id].at;
          return <circle key={id} className="stencil-point" cx={x} cy={-y} r={1.8} />;
        })}
        {[stencil.eyes.left, stencil.eyes.right].map(
          (tick, i) =>
            // Where the line stands straight above the outer corner of an eye.
            tick && <path key={i} className="stencil-tick" d={pathOf([tick.at, acrossFrom(tick, -TICK.short)])} />,
        )}
        {labelsOn(labelsOf(stencil), tile, { wide, high }).map(({ id, lines, middle: [x, y] }) => (
          <text key={id}>
            {lines.map((line, i) => (
              <tspan key={line} x={x} y={-y + FOOT_MM + (i - (lines.length - 1) / 2) * LINE_MM}>
                {line}
              </tspan>
            ))}
          </text>
        ))}
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

/** A mark on the line every 10 mm, longer every 50. */
function Tick({ tick }: { readonly tick: StencilTick }) {
  const long = Math.round(tick.atMm) % 50 === 0;
  return (
    <path
      className="stencil-tick"
      d={pathOf([acrossFrom(tick, -TICK.short), acrossFrom(tick, long ? TICK.long : TICK.short)])}
    />
  );
}

/** A place of the face to lay the strip on by, with the way to it along the skin. */
function Way({ mark: { at, from } }: { readonly mark: StencilMark }) {
  return (
    <>
      <path className="stencil-way" d={pathOf([from, at])} />
      <path className="stencil-cross" d={crossAt(at)} />
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
