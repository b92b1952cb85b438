import { Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { SavedProject } from '~/store/app-state';
import { useApp, useAppState } from '~/ui/app-context';
import { START } from '~/ui/strings';

const savedAt = (ms: number): string => new Date(ms).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'short' });

/** The work kept in this browser, newest first. */
export function SavedProjects() {
  const projects = useAppState((state) => state.projects);
  if (projects.length === 0) return null;
  return (
    <section className="saved" aria-labelledby="saved-title">
      <h2 id="saved-title">{START.projectsTitle}</h2>
      <ul>
        {projects.map((project) => (
          <SavedItem key={project.id} project={project} />
        ))}
      </ul>
      <p className="note">{START.projectsNote}</p>
    </section>
  );
}

function SavedItem({ project }: { readonly project: SavedProject }) {
  const { commands } = useApp();
  return (
    <li>
      <button type="button" className="saved-open" onClick={() => commands.openSaved(project.id)}>
        <Thumbnail blob={project.thumbnail} />
        <span className="saved-name">
          <span>
            <span className="visually-hidden">Open </span>
            {project.name}
          </span>
          <small>{savedAt(project.savedAtMs)}</small>
        </span>
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={`Delete ${project.name}`}
        onClick={() => commands.deleteSaved(project.id)}
      >
        <Trash2 aria-hidden="true" />
      </button>
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
