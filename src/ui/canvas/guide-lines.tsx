import type { Overlay } from '~/commands/overlay';
import type { SeenGuide } from '~/model/guides-in-sight';
import type { MeasureName } from '~/model/face-measures';
import type { PointPx } from '~/model/units';
import type { Camera } from '~/render/scene';
import { cornersInWords } from '~/ui/measure-texts';
import { linePath } from './line-path';
import { toView } from './zoom';

/** Room between a line's end and its number, CSS px. */
const GAP_PX = 6;

/** Guides on the face, with their numbers where there is room beside it. */
export function GuideLines({ overlay }: { readonly overlay: Overlay }) {
  const { camera, guides } = overlay;
  const mm = (name: MeasureName): number => overlay.measures.find((measure) => measure.name === name)?.mm ?? 0;
  return guides.map((guide) => (
    <g key={guide.name} className={`guide guide-${guide.name}`}>
      {guide.lines.map((line, index) => (
        <DoubleLine key={index} d={linePath(camera, line)} />
      ))}
      {guide.marks.map(({ letter, at }) => (
        <Mark key={letter} letter={letter} at={toView(camera, at)} />
      ))}
      {guide.name === 'thirds' && overlay.measures.length > 0 && (
        <Thirds {...{ guide, camera }} mm={[mm('upperThird'), mm('middleThird'), mm('lowerThird')]} />
      )}
      {guide.name === 'levelLine' && overlay.measures.length > 0 && (
        <Beside at={lastOf(guide, camera)} text={cornersInWords(mm('cornerDifference'))} />
      )}
    </g>
  ));
}

/** Light over dark: one of the two shows on any skin. */
export function DoubleLine({ d }: { readonly d: string }) {
  return (
    <>
      <path className="under" d={d} />
      <path className="over" d={d} />
    </>
  );
}

function Mark({ letter, at }: { readonly letter: string; readonly at: PointPx }) {
  return (
    <>
      <circle className="mark" cx={at.xPx} cy={at.yPx} r={3} />
      <text x={at.xPx + GAP_PX} y={at.yPx - GAP_PX}>
        {letter}
      </text>
    </>
  );
}

/** The end of a guide's line that is farther to the right in the view. */
function lastOf({ lines }: SeenGuide, camera: Camera): PointPx | null {
  const ends = lines.flatMap((line) => [line[0], line.at(-1) ?? line[0]]).map((end) => toView(camera, end));
  return ends.reduce<PointPx | null>((best, end) => (best === null || end.xPx > best.xPx ? end : best), null);
}

function Beside({ at, text }: { readonly at: PointPx | null; readonly text: string }) {
  return (
    at !== null && (
      <text x={at.xPx + 2 * GAP_PX} y={at.yPx + 4}>
        {text}
      </text>
    )
  );
}

interface ThirdsProps {
  readonly guide: SeenGuide;
  readonly camera: Camera;
  readonly mm: readonly number[];
}

/** The height of each third, between the ends of its two lines. */
function Thirds({ guide, camera, mm }: ThirdsProps) {
  const ends = guide.lines.map((line) => lastOf({ ...guide, lines: [line] }, camera));
  if (ends.length !== mm.length + 1) return null;
  return mm.map((height, index) => {
    const [above, below] = [ends[index], ends[index + 1]];
    if (above === null || below === null) return null;
    return (
      <text key={index} x={Math.max(above.xPx, below.xPx) - 2 * GAP_PX} y={(above.yPx + below.yPx) / 2 + 4}>
        {Math.round(height)} mm
      </text>
    );
  });
}
