import { Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { KeptProject } from '~/keep/kept-records';
import { useApp, useAppState, useSetView } from '~/ui/base/app-context';
import { isGivenName } from '~/store/work-name';
import {
  allWorks,
  deleteForGoodName,
  deleteForGoodQuestion,
  deleteName,
  SAVED,
  savedAt,
  START,
  unnamedWork,
} from '~/ui/words/start-words';

/** More stand in the list of all works. */
const MOST_SHOWN = 6;

/** The work kept in this browser last, newest first, and the way to all of it. */
export default function SavedProjects() {
  const saved = useAppState((state) => state.saved);
  const setView = useSetView();
  const [showing, setShowing] = useState(false);
  const hasNames = saved.some(({ name }) => isGivenName(name));
  return (
    <section className="saved" aria-labelledby="saved-title">
      <div className="saved-head">
        <h2 id="saved-title">{START.projectsTitle}</h2>
        {/* A device may be shared: whose heads these are, by name or face, is shown to those who ask. */}
        <button
          type="button"
          className="button small quiet"
          aria-pressed={showing}
          onClick={() => setShowing(!showing)}
        >
          {hasNames ? SAVED.names : SAVED.pictures}
        </button>
      </div>
      <ul>
        {saved.slice(0, MOST_SHOWN).map((project) => (
          <SavedItem key={project.id} project={project} showing={showing} />
        ))}
      </ul>
      <button type="button" className="button saved-all" onClick={() => setView({ book: { file: null } })}>
        {allWorks(saved.length)}
      </button>
      <p className="note">{START.projectsNote}</p>
    </section>
  );
}

/** Deleting is asked about first: it is the one thing here that cannot be undone. */
function SavedItem({ project, showing }: { readonly project: KeptProject; readonly showing: boolean }) {
  const { commands } = useApp();
  const [asking, setAsking] = useState(false);
  const hidden = !showing && isGivenName(project.name);
  const name = hidden ? unnamedWork(project.savedAtMs) : project.name;
  return (
    <li>
      <button type="button" className="saved-open" onClick={() => commands.openSaved(project.id)}>
        {showing && <Thumbnail blob={project.thumbnail} />}
        <span className="saved-name">
          <span>
            <span className="visually-hidden">{SAVED.open}</span>
            {name}
          </span>
          {!hidden && <small>{savedAt(project.savedAtMs)}</small>}
        </span>
      </button>
      {asking ? (
        <span className="saved-asking" role="group" aria-label={deleteForGoodQuestion(name)}>
          <button
            type="button"
            className="button small"
            aria-label={deleteForGoodName(name)}
            onClick={() => commands.deleteSaved(project.id)}
          >
            {SAVED.delete}
          </button>
          {/* Here the focus comes: a second Enter must not delete. */}
          <button type="button" className="button small" autoFocus onClick={() => setAsking(false)}>
            {SAVED.keep}
          </button>
        </span>
      ) : (
        <button type="button" className="icon-button" aria-label={deleteName(name)} onClick={() => setAsking(true)}>
          <Trash2 aria-hidden="true" />
        </button>
      )}
    </li>
  );
}

function Thumbnail({ blob }: { readonly blob: Blob | null }) {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (blob === null) return;
    const made = URL.createObjectURL(blob);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return address === null ? <span className="thumbnail" /> : <img className="thumbnail" src={address} alt="" />;
}
