import { useCallback, useState } from 'react';
import { later } from '~/ui/controls/later';
import { LICENCES } from '~/ui/words/home/licence-words';

const LicencesPage = later(() => import('./licences-page'));

/** To the licences of all that is shipped; the page itself is loaded when somebody asks for it. */
export function LicencesButton() {
  const [open, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  return (
    <>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        {LICENCES.title}
      </button>
      {open && <LicencesPage onClose={close} />}
    </>
  );
}
