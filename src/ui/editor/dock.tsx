import { Ellipsis } from 'lucide-react';
import { useId, useState } from 'react';
import { AloneContext } from '~/ui/base/alone';
import { useAppState, useOverlay } from '~/ui/base/app-context';
import { intoSight } from '~/ui/base/into-sight';
import { Toolbar } from '~/ui/controls/toolbar';
import { EDITOR, PANEL_NAMES } from '~/ui/words/editor-words';
import { CONTROL_NAMES, MORE } from '~/ui/words/section-words';
import { MoreSheet } from './more-sheet';
import { isNear, SECTIONS, sectionOf, shownControl } from './sections';
import { useGoTo } from './use-go-to';

/** Under the picture of a phone: the chips of a section, the one control that is chosen of it, and the sections. */
export function Dock({ onKeys }: { readonly onKeys: () => void }) {
  const id = useId();
  const goTo = useGoTo();
  const [more, showMore] = useState(false);
  const panel = useAppState((state) => state.panel);
  const wanted = useAppState((state) => state.controls[state.panel]);
  // The picture comes first: what can be set about it is drawn after it.
  const ready = useOverlay((overlay) => overlay !== null);
  const section = sectionOf(panel);
  const { id: control, Content } = shownControl(section, wanted);
  const chips = section.controls.filter((each) => each.place !== 'far' || each.id === control);
  return (
    <section className="dock" aria-label={EDITOR.settings}>
      <Toolbar role="tablist" label={PANEL_NAMES[panel]} className="chips">
        {chips.map((each) => (
          <button
            key={each.id}
            type="button"
            role="tab"
            className="chip"
            id={`${id}-${each.id}`}
            aria-selected={each.id === control}
            aria-controls={`${id}-control`}
            ref={each.id === control ? intoSight : undefined}
            onClick={() => goTo(panel, each.id)}
          >
            {CONTROL_NAMES[each.id]}
          </button>
        ))}
      </Toolbar>
      <div
        key={control}
        className="dock-control"
        id={`${id}-control`}
        data-control={control}
        role="tabpanel"
        aria-labelledby={`${id}-${control}`}
      >
        <AloneContext value={true}>{ready && <Content />}</AloneContext>
      </div>
      <nav className="section-bar" aria-label={EDITOR.sections}>
        {SECTIONS.filter(isNear).map(({ panel: each, Icon }) => (
          <button key={each} type="button" aria-current={each === panel} onClick={() => goTo(each)}>
            <Icon aria-hidden="true" />
            <span>{PANEL_NAMES[each]}</span>
          </button>
        ))}
        <button type="button" aria-haspopup="dialog" aria-expanded={more} onClick={() => showMore(true)}>
          <Ellipsis aria-hidden="true" />
          <span>{MORE.name}</span>
        </button>
      </nav>
      {more && <MoreSheet onKeys={onKeys} onClose={() => showMore(false)} />}
    </section>
  );
}
