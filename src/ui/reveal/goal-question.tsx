import { X } from 'lucide-react';
import { withGoal, GOALS } from '~/model/advice/goals';
import type { Goal } from '~/model/advice/goals';
import { BUILDS } from '~/model/design/choices';
import { withUsualLine } from '~/model/design/usual-line';
import { lineSection } from '~/store/first-section';
import type { FirstSection } from '~/store/first-section';
import { useApp, useDesignPart, useSetView } from '~/ui/base/app-context';
import { useFirstChoice } from '~/ui/base/use-first-choice';
import { Toolbar } from '~/ui/controls/toolbar';
import { GOAL_NAMES, PERSON_NAMES, REVEAL } from '~/ui/words/reveal-words';
import { GoalPicture } from './goal-picture';

/** The section that comes first for each, and what of it where only one control is shown. */
const SECTIONS: Readonly<Record<Goal, FirstSection>> = {
  shaved: ['hairline', 'looks'],
  thinning: ['density', 'density'],
  scar: ['density', 'brush'],
  parting: ['density', 'coverage'],
};

/** One question over the picture that is there already. It needs no answer: whoever goes on to something else has gone on. */
export function GoalQuestion() {
  const { commands, store } = useApp();
  const setView = useSetView();
  const first = useFirstChoice();
  const build = useDesignPart((design) => design.build);
  const answer = (goal: Goal): void => {
    commands.change((now) => withGoal(now, goal, first));
    const usual = SECTIONS[goal];
    const [panel, control] = usual[0] === 'hairline' ? lineSection(store.getState(), usual) : usual;
    setView({ offer: 'years', panel, controls: { [panel]: control } });
  };
  return (
    <section aria-label={REVEAL.question}>
      <Toolbar role="group" label={REVEAL.question} className="goal-question">
        <p className="goal-title" aria-hidden="true">
          {REVEAL.question}
        </p>
        <div className="goal-cards">
          {GOALS.map((goal) => (
            <button key={goal} type="button" className="goal-card" onClick={() => answer(goal)}>
              <GoalPicture goal={goal} />
              <span>{GOAL_NAMES[goal]}</span>
            </button>
          ))}
        </div>
        <div className="goal-people" role="group" aria-label={REVEAL.whose}>
          {BUILDS.map((each) => (
            <button
              key={each}
              type="button"
              className="goal-person"
              aria-pressed={build === each}
              onClick={() => commands.change((now) => withUsualLine(now, each, first.look))}
            >
              {PERSON_NAMES[each]}
            </button>
          ))}
        </div>
        <button
          type="button"
          className="icon-button goal-skip"
          aria-label={REVEAL.skip}
          onClick={() => setView({ offer: 'years' })}
        >
          <X aria-hidden="true" />
        </button>
      </Toolbar>
    </section>
  );
}
