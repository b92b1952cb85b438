import type { Measure, MeasureName } from '~/model/measure/face-measures';
import { useDesignPart, useFacts } from '~/ui/base/app-context';
import { cornersInWords, inMm, MEASURE_NAMES, ofTheMiddle, outInWords, scaleHint } from '~/ui/words/measure-words';

const THIRDS: readonly MeasureName[] = ['upperThird', 'middleThird', 'lowerThird'];

/** Distances of this face and line, each with what it may be wrong by. */
export function MeasurementList() {
  const measures = useFacts((facts) => facts?.measures() ?? null);
  const known = useDesignPart((design) => design.knownLength !== null);
  if (measures === null) return null;
  const middleThird = measures.find(({ name }) => name === 'middleThird')?.mm ?? 1;
  const inWords = ({ name, mm }: Measure): string => {
    if (name === 'cornerDifference') return cornersInWords(mm);
    if (name === 'leftCornerOut' || name === 'rightCornerOut') return outInWords(mm);
    return inMm(mm);
  };
  return (
    <div className="group">
      <dl className="totals measures">
        {measures.map((measure) => (
          <div key={measure.name}>
            <dt>{MEASURE_NAMES[measure.name]}</dt>
            <dd>
              <span>{inWords(measure)}</span>
              <small> ± {Math.max(1, Math.round(measure.errorMm))}</small>
              {THIRDS.includes(measure.name) && measure.name !== 'middleThird' && (
                <small> · {ofTheMiddle(measure.mm / middleThird)}</small>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p className="hint">{scaleHint(known)}</p>
    </div>
  );
}
