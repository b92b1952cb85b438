import { useApp, useDesign } from '~/ui/base/app-context';
import { changesOf } from './changes';

export function ChangedList() {
  const { commands } = useApp();
  const changes = changesOf(useDesign());
  if (changes.length === 0) return <p className="group hint">Nothing yet: this is the design you started from.</p>;
  return (
    <ul className="group changed-list">
      {changes.map((change) => (
        <li key={change.name}>
          <span>
            {change.name}
            <small>
              {change.now}, was {change.before}
            </small>
          </span>
          <button
            type="button"
            className="button small"
            aria-label={`Take back: ${change.name}`}
            onClick={() => commands.change(change.undo)}
          >
            Take back
          </button>
        </li>
      ))}
    </ul>
  );
}
