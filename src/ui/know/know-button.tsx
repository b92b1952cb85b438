import { BookOpen } from 'lucide-react';
import { useState } from 'react';
import { later } from '~/ui/controls/later';
import { START } from '~/ui/words/start-words';

const KnowPage = later(() => import('./know-page'));

/** To what everyone should know; the page itself is loaded when somebody asks for it. */
export function KnowButton() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="button know-button" onClick={() => setOpen(true)}>
        <BookOpen aria-hidden="true" />
        {START.know}
      </button>
      {open && <KnowPage onClose={() => setOpen(false)} />}
    </>
  );
}
