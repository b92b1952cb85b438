import { concernsOf, topicsFor } from '~/model/advice/to-know';
import { AS_SHOWN } from '~/model/design/time-scale';
import { useDesign } from '~/ui/base/app-context';
import { HeadStill } from '~/ui/controls/head-still';
import { COVERAGE_TEXTS } from '~/ui/words/choice-words';
import { CONCERN_TEXTS, TOPIC_TEXTS } from '~/ui/words/home/know-words';
import { CARDS_PAGE } from '~/ui/words/home/plan-words';
import { FINE } from './client-page';
import { Blank, Blanks } from './paper-sheet';

export const CARDS_PICTURES = 1;

/** Topics that the rest of the page tells in full. */
const TOLD: ReadonlySet<string> = new Set(['notForYou', 'aftercare', 'scan']);

/** What is torn off and kept in a purse, and what is agreed by hand. */
export function CardsPage({ onDrawn }: { readonly onDrawn: () => void }) {
  const design = useDesign();
  const concerns = concernsOf(design);
  return (
    <>
      <div className="cards">
        <section className="card" aria-label={CARDS_PAGE.passport}>
          <h3>{CARDS_PAGE.passport}</h3>
          <div className="passport">
            <div>
              <HeadStill
                vary={AS_SHOWN}
                frame="head"
                widthPx={76}
                heightPx={76}
                fine={FINE}
                urgent
                line
                onDrawn={onDrawn}
              />
              <small>
                {CARDS_PAGE.area}: {COVERAGE_TEXTS[design.coverage].name}
              </small>
            </div>
            <div>
              {CARDS_PAGE.passportLines.map((label) => (
                <Blank key={label} label={label} />
              ))}
            </div>
          </div>
          <p>{CARDS_PAGE.passportHint}</p>
        </section>
        <section className="card" aria-label={CARDS_PAGE.aftercare}>
          <h3>{CARDS_PAGE.aftercare}</h3>
          <ul>
            {CARDS_PAGE.care.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      </div>
      <div className="bundle">
        <h3>{CARDS_PAGE.notFor}</h3>
        <ul className="ticks">
          {CARDS_PAGE.ticks.map((tick) => (
            <li key={tick}>{tick}</li>
          ))}
        </ul>
        <p className="fine-print">{CARDS_PAGE.tickNote}</p>
      </div>
      <div className="bundle">
        <h3>{CARDS_PAGE.know}</h3>
        <ul className="know-short">
          {concerns.map((concern) =>
            concern === 'visits' ? null : (
              <li key={concern}>
                <b>{CONCERN_TEXTS[concern]}</b>
              </li>
            ),
          )}
          {topicsFor(concerns)
            .filter((topic) => !TOLD.has(topic))
            .map((topic) => (
              <li key={topic}>
                <b>{TOPIC_TEXTS[topic].title}.</b> {TOPIC_TEXTS[topic].inShort}
              </li>
            ))}
        </ul>
      </div>
      <div className="halves">
        <div>
          <h3>{CARDS_PAGE.consent}</h3>
          <ul className="consents">
            {CARDS_PAGE.consents.map((line) => (
              <li key={line}>
                <span className="initials" />
                {line}
              </li>
            ))}
          </ul>
        </div>
        <div>
          <h3>{CARDS_PAGE.money}</h3>
          <Blanks labels={CARDS_PAGE.moneyLines.slice(0, 2)} />
          <Blanks labels={CARDS_PAGE.moneyLines.slice(2)} />
          <p className="fine-print">{CARDS_PAGE.records}</p>
        </div>
      </div>
    </>
  );
}
