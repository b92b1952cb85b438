import { Trash2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Note } from '~/model/design/drawing';
import { PROJECT_LIMITS } from '~/model/design/limits';
import { committedDesign } from '~/store/shown-design';
import { useApp, useAppState } from '~/ui/base/app-context';
import { deleteNoteName, noteName, NOTES } from '~/ui/words/hairline-words';

/** The notes on the head, to write, correct and take away. One just placed waits to be written. */
export function NoteList() {
  const notes = useAppState((state) => committedDesign(state).notes);
  const { store } = useApp();
  const list = useRef<HTMLUListElement>(null);
  const before = useRef(notes.length);
  useEffect(() => {
    const isNew = notes.length === before.current + 1 && notes.at(-1)?.text === '';
    before.current = notes.length;
    if (isNew && store.getState().tool === 'note')
      list.current?.querySelector<HTMLElement>('li:last-child input')?.focus();
  }, [notes, store]);
  if (notes.length === 0) return null;
  return (
    <ul className="note-list" ref={list} aria-label={NOTES.name}>
      {notes.map((note, index) => (
        <NoteRow key={`${index} ${note.text}`} note={note} index={index} />
      ))}
    </ul>
  );
}

function NoteRow({ note, index }: { readonly note: Note; readonly index: number }) {
  const { commands } = useApp();
  const write = (text: string): void => {
    if (text === note.text) return;
    commands.change((now) => ({
      ...now,
      notes: now.notes.map((each, at) => (at === index ? { ...each, text } : each)),
    }));
  };
  return (
    <li>
      <input
        type="text"
        aria-label={noteName(index + 1)}
        placeholder={NOTES.write}
        defaultValue={note.text}
        maxLength={PROJECT_LIMITS.noteLength}
        onBlur={(event) => write(event.currentTarget.value.trim())}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.value = note.text;
          if (event.key === 'Escape' || event.key === 'Enter') event.currentTarget.blur();
        }}
      />
      <button
        type="button"
        className="icon-button"
        aria-label={deleteNoteName(index + 1)}
        title={NOTES.delete}
        onClick={() => commands.change((now) => ({ ...now, notes: now.notes.filter((_, at) => at !== index) }))}
      >
        <Trash2 aria-hidden="true" />
      </button>
    </li>
  );
}
