import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useAppState } from '~/ui/base/app-context';
import { designTitle } from '~/ui/words/notice-words';
import { DesignsDialog } from './designs-dialog';

/** The design at hand by name, where there is no room for a row of them; a press shows all. */
export function DesignMenu() {
  const name = useAppState(({ history: { committed } }) => committed.designs[committed.chosenDesign].name);
  const [listing, setListing] = useState(false);
  return (
    <>
      <button
        type="button"
        className="bar-button design-menu"
        aria-label={designTitle(name)}
        aria-haspopup="dialog"
        aria-expanded={listing}
        onClick={() => setListing(true)}
      >
        <span className="wide" dir="auto">
          {designTitle(name)}
        </span>
        <span className="narrow" dir="auto">
          {name}
        </span>
        <ChevronDown aria-hidden="true" />
      </button>
      {listing && <DesignsDialog onClose={() => setListing(false)} />}
    </>
  );
}
