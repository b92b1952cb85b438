import { ZONES } from '~/model/design/choices';
import { edgeDepthMm } from '~/model/design/line-style';
import { meanMuPerMm } from '~/model/design/pigment-presets';
import type { LinePlan } from '~/model/measure/line-plan';
import type { Measure, MeasureName } from '~/model/measure/face-measures';
import { sessionsOf } from '~/model/pigment/sessions';
import { AS_SHOWN } from '~/model/design/time-scale';
import { useDesign, useFacts } from '~/ui/base/app-context';
import { HeadStill } from '~/ui/controls/head-still';
import {
  COVERAGE_TEXTS,
  EDGE_TEXTS,
  PIGMENT_TEXTS,
  SHAPE_TEXTS,
  SIDE_PROFILE_TEXTS,
  ZONE_TEXTS,
} from '~/ui/words/choice-words';
import {
  areaWithError,
  dotsShare,
  dotsWithError,
  finelyInMm,
  LINE_PAGE,
  mmWithError,
  pigmentInWords,
  POINT_NAMES,
  wholeMm,
  withError,
} from '~/ui/words/home/plan-words';
import { cornersInWords, inMm, outInWords } from '~/ui/words/measure-words';
import { PERSON_NAMES } from '~/ui/words/reveal-words';
import { NoteLines, Notes, useAsides, Warnings } from './asides';
import { BAR_MM, FINE } from './client-page';
import { Blank } from './paper-sheet';
import { PictureKey } from './picture-key';

export const LINE_PICTURES = 1;

type Point = keyof LinePlan['points'];
const POINTS: readonly Point[] = ['middle', 'leftCorner', 'rightCorner', 'leftTemple', 'rightTemple'];
/** For the practitioner: the line in numbers that a tape and calipers can lay out again, and the zones. */
export function LinePage({ onDrawn }: { readonly onDrawn: () => void }) {
  const [{ notes, warnings }, ...others] = useAsides();
  const design = useDesign();
  const plan = useFacts((facts) => facts?.line() ?? null);
  const measures = useFacts((facts) => facts?.measures() ?? null);
  const measure = (name: MeasureName): Measure | undefined => measures?.find((each) => each.name === name);
  const outOf = (point: Point): string => {
    const out = point === 'leftCorner' || point === 'rightCorner' ? measure(`${point}Out`) : undefined;
    return out === undefined ? '' : withError(outInWords(out.mm), out.errorMm);
  };
  const difference = measure('cornerDifference');
  const style: readonly (readonly [name: string, value: string])[] = [
    [LINE_PAGE.shape, SHAPE_TEXTS[design.shape].name],
    [LINE_PAGE.edge, `${EDGE_TEXTS[design.edge].name}, ${inMm(edgeDepthMm(design))}`],
    [LINE_PAGE.sides, SIDE_PROFILE_TEXTS[design.sideProfile].name],
    [LINE_PAGE.build, PERSON_NAMES[design.build]],
    [LINE_PAGE.coverage, COVERAGE_TEXTS[design.coverage].name],
    [LINE_PAGE.pigment, pigmentInWords(PIGMENT_TEXTS[design.pigment].name, design.strengthPercent)],
    [LINE_PAGE.dotSize, finelyInMm(design.dotSizeMm)],
    [
      LINE_PAGE.difference,
      difference === undefined ? '' : withError(cornersInWords(difference.mm), difference.errorMm),
    ],
  ];
  return (
    <>
      <div className="line-top">
        <figure>
          <HeadStill
            vary={AS_SHOWN}
            frame="hairline"
            widthPx={370}
            heightPx={300}
            fine={FINE}
            urgent
            line
            sketch="dark"
            barMm={BAR_MM}
            onDrawn={onDrawn}
          />
          <figcaption>
            <span>{LINE_PAGE.clear}</span> <PictureKey />
          </figcaption>
        </figure>
        <div className="bundle">
          <dl className="facts">
            {style.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          {notes.length > 0 && <Notes notes={notes} />}
          {design.notes.length === 0 && <NoteLines />}
        </div>
      </div>
      <div className="bundle">
        {plan !== null && (
          <table>
            <thead>
              <tr>
                <th scope="col">{LINE_PAGE.point}</th>
                <th scope="col">{LINE_PAGE.alongSkin}</th>
                <th scope="col">{LINE_PAGE.straight}</th>
                <th scope="col">{LINE_PAGE.toSide}</th>
                <th scope="col">{LINE_PAGE.fromEye}</th>
              </tr>
            </thead>
            <tbody>
              {POINTS.map((point) => {
                const { heightMm, straightMm, sideMm, heightErrorMm, sideErrorMm, straightErrorMm } =
                  plan.points[point];
                return (
                  <tr key={point}>
                    <th scope="row">{POINT_NAMES[point]}</th>
                    <td>{mmWithError(heightMm, heightErrorMm)}</td>
                    <td>{mmWithError(straightMm, straightErrorMm)}</td>
                    <td>{point === 'middle' ? '' : mmWithError(Math.abs(sideMm), sideErrorMm)}</td>
                    <td>{outOf(point)}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        )}
        <p className="fine-print">{LINE_PAGE.glabella}</p>
      </div>
      {plan !== null && <Offsets offsets={plan.offsets} offsetErrorMm={plan.offsetErrorMm} />}
      <div className="blanks">
        <Blank label={LINE_PAGE.brow} />
        <Blank label={LINE_PAGE.hair} wide={2} />
      </div>
      <ZoneTable />
      {warnings.length > 0 && <Warnings warnings={warnings} />}
      {warnings.length === 0 && others.every((part) => part.warnings.length === 0) && (
        <p className="fine-print">{LINE_PAGE.noWarnings}</p>
      )}
    </>
  );
}

function Offsets({ offsets, offsetErrorMm }: Pick<LinePlan, 'offsets' | 'offsetErrorMm'>) {
  const rows = [
    [LINE_PAGE.left, 'leftMm'],
    [LINE_PAGE.right, 'rightMm'],
  ] as const;
  return (
    <table className="offsets">
      <caption>{LINE_PAGE.offsets(offsetErrorMm)}</caption>
      <thead>
        <tr>
          <th scope="col">{LINE_PAGE.side}</th>
          {offsets.map(({ sideMm }) => (
            <th key={sideMm} scope="col">
              {sideMm}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, side]) => (
          <tr key={side}>
            <th scope="row">{name}</th>
            {offsets.map((offset) => (
              <td key={offset.sideMm}>{wholeMm(offset[side])}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What the design comes to, zone by zone. */
function ZoneTable() {
  const design = useDesign();
  const totals = useFacts((facts) => facts?.totals() ?? null);
  const error = useFacts((facts) => facts?.totalsError() ?? null);
  if (totals === null || error === null) return null;
  const row = (name: string, areaCm2: number, dots: number, errorCm2: number) => (
    <tr key={name}>
      <th scope="row">{name}</th>
      <td>{areaWithError(areaCm2, errorCm2)}</td>
      <td>{areaCm2 < 0.5 ? '' : Math.round(dots / areaCm2)}</td>
      <td>{dotsWithError(dots, areaCm2 > errorCm2 ? (dots * errorCm2) / areaCm2 : dots)}</td>
    </tr>
  );
  const shares = sessionsOf(design.sessionsPlanned, meanMuPerMm(design.strengthPercent));
  return (
    <table>
      <caption>
        {LINE_PAGE.zones} · {shares.map(({ share }, i) => dotsShare(i + 1, share)).join(' · ')}
      </caption>
      <thead>
        <tr>
          <th scope="col">{LINE_PAGE.zone}</th>
          <th scope="col">{LINE_PAGE.area}</th>
          <th scope="col">{LINE_PAGE.density}</th>
          <th scope="col">{LINE_PAGE.dots}</th>
        </tr>
      </thead>
      <tbody>
        {ZONES.filter((zone) => totals.zones[zone].dots >= 25).map((zone) =>
          row(ZONE_TEXTS[zone].name, totals.zones[zone].areaCm2, totals.zones[zone].dots, error.zonesCm2[zone]),
        )}
      </tbody>
      <tfoot>
        {row(LINE_PAGE.inSight, totals.inSight.areaCm2, totals.inSight.dots, error.inSightCm2)}
        {row(LINE_PAGE.all, totals.areaCm2, totals.dots, error.areaCm2)}
      </tfoot>
    </table>
  );
}
