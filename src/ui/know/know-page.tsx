import '~/ui/styles/know-page.css';
import type { Design } from '~/model/design/design';
import { concernsOf, planDays, SETTLED_DAYS, topicsFor } from '~/model/advice/to-know';
import { shownDesign } from '~/store/shown-design';
import { useAppState, useSettledFacts } from '~/ui/base/app-context';
import { Dialog } from '~/ui/controls/dialog';
import { CONCERN_TEXTS, KNOW, TOPIC_TEXTS, visitsInWords } from '~/ui/words/home/know-words';
import { OPINION_TEXTS } from '~/ui/words/opinion-words';
import { LicencesButton } from './licences-button';

/** What everyone should know before a decision: first what follows from the design at hand, then topic by topic in one sentence, the rest folded away. */
export default function KnowPage({ onClose }: { readonly onClose: () => void }) {
  const design = useAppState((state) => (state.screen.kind === 'editing' ? shownDesign(state) : null));
  const concerns = design === null ? [] : concernsOf(design);
  return (
    <Dialog title={KNOW.title} className="know" onClose={onClose}>
      <p>{KNOW.lead}</p>
      {design !== null && <ForThisDesign design={design} />}
      {topicsFor(concerns).map((topic) => {
        const { title, inShort, points, sources } = TOPIC_TEXTS[topic];
        return (
          <details key={topic} className="know-topic">
            <summary>
              <h3>{title}</h3>
              <span>{inShort}</span>
            </summary>
            <ul>
              {points.map((point) => (
                <li key={point}>{point}</li>
              ))}
            </ul>
            <p className="note">
              {KNOW.sources}: {sources.join(' · ')}
            </p>
          </details>
        );
      })}
      <div className="know-foot">
        <LicencesButton />
      </div>
    </Dialog>
  );
}

function ForThisDesign({ design }: { readonly design: Design }) {
  const notes = useSettledFacts((facts) => facts?.opinions() ?? null);
  const dots = useSettledFacts((facts) => facts?.totals().dots ?? null);
  const concerns = concernsOf(design).map((concern) =>
    concern === 'visits'
      ? visitsInWords(design.sessionsPlanned, planDays(design), SETTLED_DAYS, dots)
      : CONCERN_TEXTS[concern],
  );
  return (
    <section className="know-this" aria-label={KNOW.forThis}>
      <h3>{KNOW.forThis}</h3>
      <ul>
        {notes?.map((note) => (
          <li key={note.kind} className="know-note">
            <b>{OPINION_TEXTS[note.kind].title}.</b> {OPINION_TEXTS[note.kind].why(note)}
          </li>
        ))}
        {concerns.map((concern) => (
          <li key={concern}>{concern}</li>
        ))}
      </ul>
    </section>
  );
}
