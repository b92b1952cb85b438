import type { Overlay } from '~/preview/overlay';
import type { SeenGuide } from '~/model/overlay/guides-in-sight';
import type { MeasureName } from '~/model/measure/face-measures';
import type { PointPx } from '~/model/base/units';
import type { ViewTransform } from '~/render/scene';
import { useFacts } from '~/ui/base/app-context';
import { cornersInWords, inMm } from '~/ui/words/measure-words';
import { linePath } from './line-path';
import { toView } from './zoom';

/** Room between a place and its letter, CSS px. */
const GAP_PX = 6;

/** Guides on the face, with their numbers where there is room beside it. */
export function GuideLines({ overlay }: { readonly overlay: Overlay }) {
  const { camera, guides } = overlay;
  const measures = useFacts((facts) => facts?.measures() ?? null);
  const mm = (name: MeasureName): number => measures?.find((measure) => measure.name === name)?.mm ?? 0;
  return guides.map((guide) => (
    <g key={guide.name} className={`guide guide-${guide.name}`}>
      {guide.lines.map((line, index) => (
        <DoubleLine key={index} d={linePath(camera, line)} />
      ))}
      {guide.marks.map(({ letter, at }) => (
        <Mark key={letter} letter={letter} at={toView(camera, at)} />
      ))}
      {guide.name === 'thirds' && measures !== null && (
        <Thirds {...{ guide, camera }} mm={[mm('upperThird'), mm('middleThird'), mm('lowerThird')]} />
      )}
      {guide.name === 'levelLine' && measures !== null && (
        <Level {...{ guide, camera }} text={cornersInWords(mm('cornerDifference'))} />
      )}
    </g>
  ));
}

interface DoubleLineProps {
  readonly d: string;
  /** Names of what lies below and what lies on it. */
  readonly under?: string;
  readonly over?: string;
}

/**
 * Light over dark: one of the two shows on any skin. A shadow would do that too, but have the browser blur the room of the line anew at
 * every move.
 */
export function DoubleLine({ d, under = 'under', over = 'over' }: DoubleLineProps) {
  return (
    <>
      <path className={under} d={d} />
      <path className={over} d={d} />
    </>
  );
}

function Mark({ letter, at }: { readonly letter: string; readonly at: PointPx<'view'> }) {
  return (
    <>
      <circle className="mark" cx={at.xPx} cy={at.yPx} r={3} />
      <text x={at.xPx + GAP_PX} y={at.yPx - GAP_PX}>
        {letter}
      </text>
    </>
  );
}

/** A place on a line, by its share of the way. */
function onLine(line: readonly PointPx[], share: number, camera: ViewTransform): PointPx<'view'> | null {
  const point = line.at(Math.round(share * (line.length - 1)));
  return point === undefined ? null : toView(camera, point);
}

/** Over the numbers that stand at the hairline's own points. */
const OVER_NUMBERS_PX = 34;

function Level({
  guide,
  camera,
  text,
}: {
  readonly guide: SeenGuide;
  readonly camera: ViewTransform;
  readonly text: string;
}) {
  const at = onLine(guide.lines[0] ?? [], 0.5, camera);
  return (
    at !== null && (
      <text x={at.xPx} y={at.yPx - OVER_NUMBERS_PX} textAnchor="middle">
        {text}
      </text>
    )
  );
}

interface ThirdsProps {
  readonly guide: SeenGuide;
  readonly camera: ViewTransform;
  readonly mm: readonly number[];
}

/** Numbers stand so far along the lines: between midline and eye, where the face is empty. */
const NUMBER_SHARE = 0.63;

/** The height of each third, between its two lines. */
function Thirds({ guide, camera, mm }: ThirdsProps) {
  if (guide.lines.length !== mm.length + 1) return null;
  return mm.map((height, index) => {
    const above = onLine(guide.lines[index], NUMBER_SHARE, camera);
    const below = onLine(guide.lines[index + 1], NUMBER_SHARE, camera);
    if (above === null || below === null) return null;
    return (
      <text key={index} x={(above.xPx + below.xPx) / 2} y={(above.yPx + below.yPx) / 2 + 4} textAnchor="middle">
        {inMm(height)}
      </text>
    );
  });
}
