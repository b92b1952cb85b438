import { meanMuPerMm } from '~/model/design/pigment-presets';
import { sessionsOf } from '~/model/pigment/sessions';
import { useDesign, useFacts } from '~/ui/base/app-context';
import { BLANKS, parts, roundDots, WORK_PAGE } from '~/ui/words/home/plan-words';
import { Blank, Blanks } from './paper-sheet';

/** So many visits have room on one page. */
const ON_A_PAGE = 3;

/** The visits of a plan, page by page. */
export function visitPages(visits: number): readonly (readonly number[])[] {
  const all = Array.from({ length: visits }, (_, i) => i);
  return Array.from({ length: Math.ceil(visits / ON_A_PAGE) }, (_, page) =>
    all.slice(page * ON_A_PAGE, (page + 1) * ON_A_PAGE),
  );
}

/** A record for each visit: what is planned stands there, what was done is written by hand. Room that is left is for visits more. */
export function WorkPage({ visits }: { readonly visits: readonly number[] }) {
  const design = useDesign();
  const dots = useFacts((facts) => facts?.totals().dots ?? 0);
  const sessions = sessionsOf(design.sessionsPlanned, meanMuPerMm(design.strengthPercent));
  return (
    <>
      {visits.map((visit) => {
        const { share, dilution } = sessions[visit];
        const isLast = visit === design.sessionsPlanned - 1;
        return (
          <VisitRecord
            key={visit}
            title={WORK_PAGE.session(visit + 1)}
            next={isLast ? WORK_PAGE.last : WORK_PAGE.next(design.sessionGapsDays[visit])}
            dots={WORK_PAGE.planned(roundDots(share * dots))}
            dilution={WORK_PAGE.dilution(parts(dilution))}
          />
        );
      })}
      {Array.from({ length: ON_A_PAGE - visits.length }, (_, i) => (
        <VisitRecord
          key={`more ${i}`}
          title={WORK_PAGE.touchUp}
          next={WORK_PAGE.nextFree}
          dots={WORK_PAGE.dotsFree}
          dilution={WORK_PAGE.dilutionFree}
        />
      ))}
      <p className="fine-print">{WORK_PAGE.note}</p>
    </>
  );
}

interface VisitRecordProps {
  readonly title: string;
  /** What stands under the lines for the date of the next visit, for dots and for dilution. */
  readonly next: string;
  readonly dots: string;
  readonly dilution: string;
}

function VisitRecord({ title, next, dots, dilution }: VisitRecordProps) {
  return (
    <section className="visit">
      <h3>{title}</h3>
      <Blanks labels={[BLANKS.date, next, WORK_PAGE.zones, dots]} />
      {WORK_PAGE.rows.map((row) => (
        <Blanks key={row[0]} labels={row} />
      ))}
      <div className="blanks">
        <Blank label={dilution} />
        <Blank label={WORK_PAGE.skin} wide={1.6} />
      </div>
      <div className="blanks">
        {WORK_PAGE.signatures.map((who) => (
          <Blank key={who} label={`${BLANKS.signature}: ${who}`} />
        ))}
      </div>
    </section>
  );
}
