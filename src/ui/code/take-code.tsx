import '~/ui/styles/code-page.css';
import { useEffect, useId, useState } from 'react';
import type { CodeNews } from '~/store/app-state';
import { notify } from '~/store/notify';
import { useApp, useAppState } from '~/ui/base/app-context';
import { Dialog } from '~/ui/controls/dialog';
import { CODE } from '~/ui/words/home/code-words';
import { CodeCamera } from './code-camera';
import { textInPicture } from './text-in-picture';

/** Of these nothing is left to do here; the sentence stands on the screen behind. */
const IS_DONE: readonly CodeNews['kind'][] = ['taken', 'there', 'waits'];

interface TakeCodeProps {
  readonly onClose: () => void;
  /** A design was taken in; left out: as closed. */
  readonly onTaken?: () => void;
}

/** The ways to take a design in: what somebody was sent is pasted, scanned, or read from a picture. */
export default function TakeCode({ onClose, onTaken = onClose }: TakeCodeProps) {
  const { commands, store } = useApp();
  const [text, setText] = useState('');
  const [scanning, setScanning] = useState(false);
  const [noneFound, setNoneFound] = useState(false);
  const [serialBefore] = useState(() => store.getState().notice?.serial ?? 0);
  const notice = useAppState((state) => state.notice);
  const id = useId();
  const came = notice !== null && notice.serial > serialBefore && notice.what.kind === 'code' ? notice.what : null;
  const done = came !== null && IS_DONE.includes(came.news.kind);
  useEffect(() => {
    if (done) onTaken();
  }, [done, onTaken]);

  const take = (given: string): void => {
    setNoneFound(false);
    commands.takeDesign(given);
  };
  const fromPicture = async (file: File): Promise<void> => {
    const found = await textInPicture(file);
    if (found === null) setNoneFound(true);
    else take(found);
  };
  const message = came === null || done ? null : came.said;
  return (
    <Dialog title={CODE.takeTitle} className="take-code" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          take(text);
        }}
      >
        <label htmlFor={id}>{CODE.paste}</label>
        <textarea
          id={id}
          rows={3}
          value={text}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" className="button primary" disabled={text.trim() === ''}>
          {CODE.take}
        </button>
      </form>
      {scanning && <CodeCamera onText={take} />}
      <div className="code-ways">
        <button type="button" className="button" aria-pressed={scanning} onClick={() => setScanning(!scanning)}>
          {scanning ? CODE.stopScan : CODE.scan}
        </button>
        <label className="button code-picture">
          {CODE.picture}
          <input
            type="file"
            className="visually-hidden"
            accept="image/*"
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              if (file !== undefined) fromPicture(file).catch(() => store.setState(notify({ kind: 'partMissing' })));
              event.currentTarget.value = '';
            }}
          />
        </label>
      </div>
      <p role="status" className="code-said">
        {noneFound ? CODE.noneInPicture : message !== null && `${message.said} ${message.next ?? ''}`}
      </p>
    </Dialog>
  );
}
