import { useApp, useDesign } from '~/ui/base/app-context';
import { CHANGES, nowAndBefore, takeBackName } from '~/ui/words/change-words';
import { useFirstChoice } from '~/ui/base/use-first-choice';
import { changesOf } from './changes';

export function ChangedList() {
  const { commands } = useApp();
  const changes = changesOf(useDesign(), useFirstChoice());
  if (changes.length === 0) return <p className="group hint">{CHANGES.nothing}</p>;
  return (
    <ul className="group changed-list">
      {changes.map((change) => (
        <li key={change.name}>
          <span>
            {change.name}
            <small>{nowAndBefore(change.now, change.before)}</small>
          </span>
          <button
            type="button"
            className="button small"
            aria-label={takeBackName(change.name)}
            onClick={() => commands.change(change.undo)}
          >
            {CHANGES.takeBack}
          </button>
        </li>
      ))}
    </ul>
  );
}
