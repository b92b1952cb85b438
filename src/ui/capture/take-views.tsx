import { Camera } from 'lucide-react';
import { useState } from 'react';
import { called } from '~/intake/called-view';
import { memoEach } from '~/model/base/memo';
import { designViews, MOST_VIEWS, VIEW_KINDS } from '~/model/design/consultation';
import type { AppProps } from '~/ui/base/app-props';
import { useApp, useAppState } from '~/ui/base/app-context';
import { later } from '~/ui/controls/later';
import { CAPTURE } from '~/ui/words/home/capture-words';
import { addInTurn } from './add-in-turn';

const GuidedCamera = later(() => import('./guided-camera'));

// It outlives the dialog: pictures that were taken are still added when that is closed.
const adderOf = memoEach(({ store, commands }: AppProps) => addInTurn(store, commands));

/** A button for pictures of all sides of the head, taken here and now. */
export function TakeViews() {
  const app = useApp();
  // The first photo is called by what it shows, as it will be once there is another.
  const document = called(useAppState((now) => now)).history.committed;
  const [open, setOpen] = useState(false);
  const there = designViews(document).map(({ kind }) => kind);
  const first = VIEW_KINDS.find((kind) => !there.includes(kind)) ?? 'other';
  return (
    <>
      <button
        type="button"
        className="button"
        disabled={document.views.length >= MOST_VIEWS}
        onClick={() => setOpen(true)}
      >
        <Camera aria-hidden="true" />
        {CAPTURE.open}
      </button>
      {open && <GuidedCamera first={first} onUse={adderOf(app)} onClose={() => setOpen(false)} />}
    </>
  );
}
