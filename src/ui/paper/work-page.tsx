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

/** A record for each visit: what is planned stands there, what was done is written by hand. */
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
          <section key={visit} className="visit">
            <h3>{WORK_PAGE.visit(visit + 1)}</h3>
            <Blanks
              labels={[
                BLANKS.date,
                isLast ? WORK_PAGE.last : WORK_PAGE.next(design.sessionGapsDays[visit]),
                WORK_PAGE.zones,
                WORK_PAGE.planned(roundDots(share * dots)),
              ]}
            />
            {WORK_PAGE.rows.map((row) => (
              <Blanks key={row[0]} labels={row} />
            ))}
            <div className="blanks">
              <Blank label={WORK_PAGE.dilution(parts(dilution))} />
              <Blank label={WORK_PAGE.skin} wide={2} />
              {WORK_PAGE.signatures.map((who) => (
                <Blank key={who} label={`${BLANKS.signature}: ${who}`} />
              ))}
            </div>
          </section>
        );
      })}
      <p className="fine-print">{WORK_PAGE.note}</p>
    </>
  );
}
