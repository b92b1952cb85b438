import { Layers, Plus } from 'lucide-react';
import { useState } from 'react';
import { MOST_DESIGNS } from '~/model/design/consultation';
import { useApp, useAppState } from '~/ui/base/app-context';
import { Toolbar } from '~/ui/controls/toolbar';
import { DESIGNS } from '~/ui/words/editor-words';
import { designTitle } from '~/ui/words/notice-words';
import { CompareButton } from './compare-button';
import { DesignsDialog } from './designs-dialog';

/** The designs of this head as a row of chips: one stop of Tab. */
export function DesignChips() {
  const { commands } = useApp();
  const designs = useAppState(({ history }) => history.committed.designs);
  const chosen = useAppState(({ history }) => history.committed.chosenDesign);
  const [listing, setListing] = useState(false);
  return (
    <>
      <Toolbar label={DESIGNS.name} className="design-chips">
        {designs.map(({ name }, index) => (
          <button
            key={index}
            type="button"
            className="chip design-chip"
            aria-label={designTitle(name)}
            aria-current={index === chosen}
            onClick={() => commands.chooseDesign(index)}
          >
            <span dir="auto">{name}</span>
          </button>
        ))}
        <button
          type="button"
          className="icon-button"
          aria-label={DESIGNS.add}
          title={DESIGNS.addTip}
          disabled={designs.length >= MOST_DESIGNS}
          onClick={() => commands.addDesign(chosen)}
        >
          <Plus aria-hidden="true" />
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={DESIGNS.all}
          title={DESIGNS.all}
          aria-haspopup="dialog"
          aria-expanded={listing}
          onClick={() => setListing(true)}
        >
          <Layers aria-hidden="true" />
        </button>
        <CompareButton className="icon-button" />
      </Toolbar>
      {listing && <DesignsDialog onClose={() => setListing(false)} />}
    </>
  );
}
