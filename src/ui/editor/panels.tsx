import { useEffect, useRef } from 'react';
import { useAppState, useOverlay } from '~/ui/base/app-context';
import { Toolbar } from '~/ui/controls/toolbar';
import { EDITOR, PANEL_NAMES } from '~/ui/words/editor-words';
import { SECTIONS, sectionOf } from './sections';
import { HAND_TOOLS, toolInHand } from './tools';
import { useGoTo } from './use-go-to';

/** Beside the picture of a desk: the sections by name, and all that one of them has. */
export function Panels() {
  const goTo = useGoTo();
  const current = useAppState((state) => state.panel);
  // The picture comes first: what can be set about it is drawn after it.
  const shown = useOverlay((overlay) => overlay !== null);
  const column = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (column.current !== null) column.current.scrollTop = 0;
  }, [current]);
  const inHand = useAppState(toolInHand);
  useEffect(() => {
    // What can be set of a tool is in sight when it is taken in hand.
    const [, control] = HAND_TOOLS[inHand].at ?? [];
    const options = column.current?.querySelector<HTMLElement>(`[data-control="${control ?? ''}"] > *`);
    if (inHand !== 'line' && column.current !== null && options != null) column.current.scrollTop = options.offsetTop;
  }, [inHand]);
  return (
    <section className="panels" aria-label={EDITOR.settings}>
      <nav aria-label={EDITOR.sections}>
        <Toolbar label={EDITOR.sections} className="section-names">
          {SECTIONS.map(({ panel, Icon }) => (
            <button key={panel} type="button" aria-current={panel === current} onClick={() => goTo(panel)}>
              <Icon aria-hidden="true" />
              {PANEL_NAMES[panel]}
            </button>
          ))}
        </Toolbar>
      </nav>
      <div className="column" ref={column}>
        <section data-panel={current} className="panel" aria-labelledby="panel-name">
          <h2 id="panel-name">{PANEL_NAMES[current]}</h2>
          {shown &&
            sectionOf(current).controls.map(
              ({ id, place, Content }) =>
                place !== 'strip' && (
                  <div key={`${current} ${id}`} className="panel-control" data-control={id}>
                    <Content />
                  </div>
                ),
            )}
        </section>
      </div>
    </section>
  );
}
