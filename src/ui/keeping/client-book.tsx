import '~/ui/styles/book-page.css';
import { Download, Upload } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { ClientBook as Book } from '~/book/client-book';
import { foundWorks, WORK_ORDERS } from '~/store/find-works';
import type { WorkOrder } from '~/store/find-works';
import { notify } from '~/store/notify';
import { useApp, useAppState } from '~/ui/base/app-context';
import { Dialog } from '~/ui/controls/dialog';
import { BOOK, bookNews, fileOfAllName, foundInWords, ORDER_NAMES, roomInWords } from '~/ui/words/home/book-words';
import { BookItem } from './book-item';

/** So many works stand in the list at once: more come when they are asked for. */
const PAGE = 60;

/** All works on this device: found by name, opened, renamed, deleted, taken away in one file and brought back. */
export default function ClientBook({ onClose }: { readonly onClose: () => void }) {
  const app = useApp();
  const [book, setBook] = useState<Book | null>(null);
  useEffect(() => {
    app.book().then(setBook, () => {
      app.store.setState(notify({ kind: 'partMissing' }));
      onClose();
    });
  }, [app, onClose]);
  return (
    <Dialog title={BOOK.title} className="book" onClose={onClose}>
      {book === null ? <p role="status">{BOOK.loading}</p> : <Works book={book} onClose={onClose} />}
    </Dialog>
  );
}

function Works({ book, onClose }: { readonly book: Book; readonly onClose: () => void }) {
  const { commands, store } = useApp();
  const saved = useAppState((state) => state.saved);
  const { counted, doing } = useStore(book.state);
  const [asked, setAsked] = useState('');
  const [order, setOrder] = useState<WorkOrder>('changed');
  const [showing, setShowing] = useState(false);
  const [most, setMost] = useState(PAGE);
  const id = useId();
  const brought = useAppState((state) => state.book?.file ?? null);
  useEffect(() => {
    // The same file is taken in once.
    if (brought === null) void book.count();
    else {
      store.setState({ book: { file: null } });
      void book.bringIn(brought);
    }
    // What was said before was read before.
    return () => book.state.setState({ said: null });
  }, [book, store, brought]);
  const sized = saved.map((work) => ({ ...work, bytes: work.bytes ?? counted[work.id] }));
  const found = foundWorks(sized, asked, order);
  return (
    <>
      <FileOfAll book={book} hasWorks={saved.length > 0} />
      {saved.length === 0 ? (
        <p>{BOOK.none}</p>
      ) : (
        <>
          <div className="book-search">
            <label htmlFor={`${id}-search`}>{BOOK.search}</label>
            <input
              id={`${id}-search`}
              type="search"
              className="text-field"
              value={asked}
              autoComplete="off"
              onChange={(event) => setAsked(event.currentTarget.value)}
            />
            <label htmlFor={`${id}-order`}>{BOOK.order}</label>
            <select
              id={`${id}-order`}
              className="text-field"
              value={order}
              onChange={(event) => setOrder(WORK_ORDERS[event.currentTarget.selectedIndex])}
            >
              {WORK_ORDERS.map((each) => (
                <option key={each} value={each}>
                  {ORDER_NAMES[each]}
                </option>
              ))}
            </select>
            {/* Names are needed to find a work; faces of other clients are shown to those who ask. */}
            <button
              type="button"
              className="button small quiet"
              aria-pressed={showing}
              onClick={() => setShowing(!showing)}
            >
              {BOOK.pictures}
            </button>
          </div>
          <p className="note" role="status">
            {found.length === 0 ? BOOK.notFound : foundInWords(found.length, saved.length)}
          </p>
          <ul className="book-list">
            {found.slice(0, most).map((work) => (
              <BookItem
                key={work.id}
                {...{ book, work, showing, bytes: work.bytes, busy: doing !== null }}
                onOpen={() => {
                  onClose();
                  commands.openSaved(work.id);
                }}
              />
            ))}
          </ul>
          {found.length > most && (
            <button type="button" className="button" onClick={() => setMost(most + PAGE)}>
              {BOOK.more}
            </button>
          )}
        </>
      )}
    </>
  );
}

/** What all works take, and the one file that holds them: written, and taken in. */
function FileOfAll({ book, hasWorks }: { readonly book: Book; readonly hasWorks: boolean }) {
  const saved = useAppState((state) => state.saved);
  const { counted, doing, room, said } = useStore(book.state);
  const chosen = useRef<HTMLInputElement>(null);
  const bytes = saved.reduce((sum, work) => sum + (work.bytes ?? counted[work.id] ?? 0), 0);
  return (
    <section className="book-file" aria-label={BOOK.file}>
      <p>{roomInWords(saved.length, bytes, room?.leftBytes ?? null)}</p>
      <div className="book-buttons">
        <button
          type="button"
          className="button"
          disabled={doing !== null || !hasWorks}
          onClick={() => void book.saveAll(fileOfAllName(Date.now()))}
        >
          <Download aria-hidden="true" />
          {BOOK.saveAll}
        </button>
        <button type="button" className="button" disabled={doing !== null} onClick={() => chosen.current?.click()}>
          <Upload aria-hidden="true" />
          {BOOK.bringIn}
        </button>
        <input
          ref={chosen}
          type="file"
          accept=".stipple,.zip"
          hidden
          aria-label={BOOK.bringIn}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            event.currentTarget.value = '';
            if (file !== undefined) void book.bringIn(file);
          }}
        />
      </div>
      {doing !== null && (
        <div className="book-doing" role="group" aria-label={doing.what === 'saving' ? BOOK.saving : BOOK.bringing}>
          <progress
            aria-label={doing.what === 'saving' ? BOOK.saving : BOOK.bringing}
            max={100}
            value={Math.round(100 * doing.share)}
          />
          <button type="button" className="button small" onClick={() => book.cancel()}>
            {BOOK.cancel}
          </button>
        </div>
      )}
      <p className="book-said" role="status">
        {said === null ? '' : bookNews(said)}
      </p>
      <p className="note">{BOOK.fileNote}</p>
    </section>
  );
}
