import type { DrawnCode } from '~/codes/sent-code';
import type { Design } from '~/model/design/design';
import { HEALED_YEARS } from '~/model/pigment/ageing';
import { scaleError } from '~/model/measure/face-measures';
import { BARE } from '~/model/design/time-scale';
import { useDesign, useFacts } from '~/ui/base/app-context';
import { HeadStill } from '~/ui/controls/head-still';
import { squaresName } from '~/ui/words/home/code-words';
import { BLANKS, CLIENT_PAGE, uncertainty } from '~/ui/words/home/plan-words';
import { momentInWords, timeInWords } from '~/ui/words/moment-words';
import { PaperCode } from './paper-code';
import { Blanks } from './paper-sheet';
import type { Paper } from './use-paper';

/** Pictures on paper are drawn at 96 px an inch, times this: 300 dpi and a little. */
export const FINE = 3.2;
/** A bar to measure a picture by, mm. */
export const BAR_MM = 20;

/** The years that clients ask about. */
const YEARS = [1, 3, 5, 10] as const;
const OUTLOOKS = ['sooner', 'later'] as const;

/** As it is shown, or healed where that is bare skin. */
export const planned = (design: Design): Design =>
  design.sessionsDone > 0 ? design : { ...design, sessionsDone: design.sessionsPlanned, timeYears: HEALED_YEARS };

/** How many pictures there are on this page, for a plan of so many visits. */
export const clientPictures = (visits: number): number => 2 + visits + 1 + YEARS.length * OUTLOOKS.length;

interface ClientPageProps {
  readonly onDrawn: () => void;
  /** The design as a code to be scanned; null where none could be made. */
  readonly code: DrawnCode | null;
  readonly paper: Paper;
}

/** What the client takes home: today and simulated, visit by visit, the years as a range, and what is uncertain. */
export function ClientPage({ onDrawn, code, paper }: ClientPageProps) {
  const design = useDesign();
  const points = useFacts((facts) => facts?.measures().find(({ name }) => name === 'midFrontal') ?? null);
  const shown = planned(design);
  const visits = Array.from({ length: design.sessionsPlanned }, (_, i) => ({ sessionsDone: i + 1, timeYears: 0 }));
  const stops = [...visits, { sessionsDone: design.sessionsPlanned, timeYears: HEALED_YEARS }];
  const still = { fine: FINE, urgent: true, onDrawn } as const;
  return (
    <>
      <Blanks labels={[BLANKS.client, BLANKS.practitioner, BLANKS.studio, BLANKS.registration]} />
      <div className="bundle">
        <div className="pair">
          <figure>
            <HeadStill {...still} vary={BARE} frame="portrait" widthPx={344} heightPx={344} barMm={BAR_MM} />
            <figcaption>
              <b>{CLIENT_PAGE.today}</b>
            </figcaption>
          </figure>
          <figure>
            <HeadStill {...still} vary={planned} frame="portrait" widthPx={344} heightPx={344} barMm={BAR_MM} />
            <figcaption>
              <b>{CLIENT_PAGE.simulated(momentInWords(shown, shown.sessionsPlanned))}</b>
            </figcaption>
          </figure>
        </div>
        <p className="fine-print">{CLIENT_PAGE.view}</p>
      </div>
      <div className="bundle">
        <h3>{CLIENT_PAGE.visits}</h3>
        <div className="strip" style={{ '--columns': stops.length }}>
          {stops.map((moment) => (
            <figure key={`${moment.sessionsDone}-${moment.timeYears}`}>
              <HeadStill
                {...still}
                vary={(now) => ({ ...now, ...moment })}
                frame="hairline"
                widthPx={Math.floor(690 / stops.length)}
                heightPx={105}
              />
              <figcaption>{momentInWords(moment, design.sessionsPlanned)}</figcaption>
            </figure>
          ))}
        </div>
      </div>
      <div className="bundle">
        <h3>{CLIENT_PAGE.years}</h3>
        <div className="strip years" style={{ '--columns': YEARS.length * OUTLOOKS.length }}>
          {YEARS.flatMap((timeYears) =>
            OUTLOOKS.map((outlook) => (
              <figure key={`${timeYears}-${outlook}`}>
                <HeadStill
                  {...still}
                  vary={(now) => ({ ...now, sessionsDone: now.sessionsPlanned, timeYears, outlook })}
                  frame="hairline"
                  widthPx={84}
                  heightPx={76}
                />
                <figcaption>
                  <span>{timeInWords(timeYears)},</span> <span>{CLIENT_PAGE[outlook]}</span>
                </figcaption>
              </figure>
            )),
          )}
        </div>
        <p className="fine-print">{design.ownHair.goesOn ? CLIENT_PAGE.withHair : CLIENT_PAGE.withoutHair}</p>
      </div>
      <div className={code === null ? 'bundle' : 'client-foot'}>
        <div className="bundle">
          <p className="contract">{CLIENT_PAGE.contract}</p>
          <p className="fine-print">
            <b>{CLIENT_PAGE.uncertain}:</b>{' '}
            {uncertainty(Math.round(100 * scaleError(design)), Math.max(1, Math.round(points?.errorMm ?? 0)))}{' '}
            {CLIENT_PAGE.colours}
          </p>
          {code !== null && (
            <p className="fine-print">
              <b>{CLIENT_PAGE.scan}</b> {CLIENT_PAGE.scanHint} {CLIENT_PAGE.codeTells[code.told]}
            </p>
          )}
        </div>
        {code !== null && <PaperCode squares={code.squares} paper={paper} name={squaresName(1, 1)} />}
      </div>
    </>
  );
}
