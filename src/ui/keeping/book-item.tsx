import { Pencil, Trash2 } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { ClientBook } from '~/book/client-book';
import type { KeptProject } from '~/keep/kept-records';
import { PROJECT_LIMITS } from '~/model/design/limits';
import {
  BOOK,
  deleteForGoodName,
  deleteForGoodQuestion,
  deleteName,
  openName,
  renameName,
  workFacts,
} from '~/ui/words/home/book-words';

interface BookItemProps {
  readonly book: ClientBook;
  readonly work: KeptProject;
  readonly bytes: number | undefined;
  readonly showing: boolean;
  readonly busy: boolean;
  readonly onOpen: () => void;
}

/** One work in the list of all: opened, renamed in its place, deleted after a question. */
export function BookItem({ book, work, bytes, showing, busy, onOpen }: BookItemProps) {
  const { id, name, savedAtMs, madeAtMs, thumbnail } = work;
  const [now, setNow] = useState<'look' | 'rename' | 'delete'>('look');
  const again = useRef<HTMLButtonElement>(null);
  const back = (): void => {
    setNow('look');
    // The field that had the focus is gone: it goes to where it came from.
    requestAnimationFrame(() => again.current?.focus());
  };
  if (now === 'rename')
    return (
      <li className="book-item">
        <RenameForm
          name={name}
          onCancel={back}
          onName={(given) => {
            void book.rename(id, given);
            back();
          }}
        />
      </li>
    );
  return (
    <li className="book-item">
      <button type="button" className="book-open" aria-label={openName(name)} disabled={busy} onClick={onOpen}>
        {showing && <SeenThumbnail blob={thumbnail} />}
        <span className="book-name">
          <span>{name}</span>
          <small>{workFacts(savedAtMs, madeAtMs, bytes)}</small>
        </span>
      </button>
      {now === 'delete' ? (
        <span className="book-asking" role="group" aria-label={deleteForGoodQuestion(name)}>
          <button
            type="button"
            className="button small"
            aria-label={deleteForGoodName(name)}
            disabled={busy}
            onClick={() => void book.remove(id)}
          >
            {BOOK.delete}
          </button>
          {/* Here the focus comes: a second Enter must not delete. */}
          <button type="button" className="button small" autoFocus onClick={back}>
            {BOOK.keep}
          </button>
        </span>
      ) : (
        <span className="book-asking">
          <button
            ref={again}
            type="button"
            className="icon-button"
            aria-label={renameName(name)}
            disabled={busy}
            onClick={() => setNow('rename')}
          >
            <Pencil aria-hidden="true" />
          </button>
          <button
            type="button"
            className="icon-button"
            aria-label={deleteName(name)}
            disabled={busy}
            onClick={() => setNow('delete')}
          >
            <Trash2 aria-hidden="true" />
          </button>
        </span>
      )}
    </li>
  );
}

interface RenameFormProps {
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly onCancel: () => void;
}

function RenameForm({ name, onName, onCancel }: RenameFormProps) {
  const [typed, setTyped] = useState(name);
  const id = useId();
  const given = typed.trim();
  return (
    <form
      className="book-rename"
      onSubmit={(event) => {
        event.preventDefault();
        if (given !== '') onName(given);
      }}
      onKeyDown={(event) => {
        // Escape ends the renaming, not the whole list.
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onCancel();
      }}
    >
      <label htmlFor={id}>{BOOK.name}</label>
      <input
        id={id}
        type="text"
        className="text-field"
        value={typed}
        maxLength={PROJECT_LIMITS.nameLength}
        autoComplete="off"
        autoFocus
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <button type="submit" className="button small" disabled={given === ''}>
        {BOOK.save}
      </button>
      <button type="button" className="button small" onClick={onCancel}>
        {BOOK.cancel}
      </button>
    </form>
  );
}

/** A small picture, asked for when its place comes into sight. */
function SeenThumbnail({ blob }: { readonly blob: Blob | null }) {
  const place = useRef<HTMLSpanElement>(null);
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const element = place.current;
    if (blob === null || element === null) return;
    let made: string | null = null;
    const watch = new IntersectionObserver((seen) => {
      if (made !== null || !seen.some(({ isIntersecting }) => isIntersecting)) return;
      made = URL.createObjectURL(blob);
      setAddress(made);
    });
    watch.observe(element);
    return () => {
      watch.disconnect();
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [blob]);
  return (
    <span ref={place} className="thumbnail">
      {address !== null && <img src={address} alt="" />}
    </span>
  );
}
