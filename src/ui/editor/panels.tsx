import { ChevronDown, ChevronUp, Clock, Droplet, Grip, Image, Spline } from 'lucide-react';
import { useRef, useState } from 'react';
import type { ComponentType } from 'react';
import type { Panel } from '~/store/app-state';
import { useApp, useAppState, useOverlay, useSetView } from '~/ui/base/app-context';
import { DensityPanel } from '~/ui/panels/density/density-panel';
import { HairlinePanel } from '~/ui/panels/hairline/hairline-panel';
import { PhotoPanel } from '~/ui/panels/photo/photo-panel';
import { PigmentPanel } from '~/ui/panels/pigment/pigment-panel';
import { TimePanel } from '~/ui/panels/time/time-panel';
import { EDITOR, PANEL_NAMES } from '~/ui/words/editor-words';

interface Section {
  readonly id: Panel;
  readonly Icon: typeof Grip;
  readonly Content: ComponentType;
}

/** In the order of a consultation. */
const SECTIONS: readonly Section[] = [
  { id: 'hairline', Icon: Spline, Content: HairlinePanel },
  { id: 'density', Icon: Grip, Content: DensityPanel },
  { id: 'pigment', Icon: Droplet, Content: PigmentPanel },
  { id: 'time', Icon: Clock, Content: TimePanel },
  { id: 'photo', Icon: Image, Content: PhotoPanel },
];

/** A drag of the sheet's grip shorter than this is a press. */
const DRAG_PX = 24;
/** A section counts as the one being read when its top is this near the top of the column. */
const READING_PX = 120;

/**
 * The five sections, one under the other, with a way to jump: a column beside the picture, on a phone a sheet below it
 * that can be pulled up or put down. All are there at once, so that nothing has to be looked for behind a tab.
 */
export function Panels() {
  const { store } = useApp();
  const setView = useSetView();
  const current = useAppState((state) => state.panel);
  const [up, setUp] = useState(true);
  // The picture comes first: what can be set about it is drawn after it.
  const shown = useOverlay((overlay) => overlay !== null);
  const column = useRef<HTMLDivElement>(null);
  const grip = useRef<{ y: number; moved: boolean } | null>(null);

  const jumpTo = (panel: Panel): void => {
    setUp(true);
    setView({ panel });
    column.current?.querySelector(`#section-${panel}`)?.scrollIntoView({ block: 'start' });
  };
  const follow = (): void => {
    const element = column.current;
    if (element === null) return;
    const top = element.getBoundingClientRect().top;
    const atEnd = element.scrollTop + element.clientHeight >= element.scrollHeight - 2;
    const passed = [...element.querySelectorAll<HTMLElement>('[data-panel]')].filter(
      (section) => section.getBoundingClientRect().top - top < READING_PX,
    );
    const reading = SECTIONS[(atEnd ? SECTIONS.length : Math.max(1, passed.length)) - 1];
    if (reading.id !== store.getState().panel) setView({ panel: reading.id });
  };

  return (
    <section className={up ? 'panels' : 'panels down'} aria-label={EDITOR.settings}>
      <button
        type="button"
        className="sheet-grip"
        aria-expanded={up}
        aria-label={up ? EDITOR.putDown : EDITOR.pullUp}
        onClick={() => {
          if (grip.current?.moved !== true) setUp(!up);
          grip.current = null;
        }}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          grip.current = { y: event.clientY, moved: false };
        }}
        onPointerMove={(event) => {
          const held = grip.current;
          if (held === null || Math.abs(event.clientY - held.y) < DRAG_PX) return;
          held.moved = true;
          setUp(event.clientY < held.y);
        }}
      >
        {up ? <ChevronDown aria-hidden="true" /> : <ChevronUp aria-hidden="true" />}
      </button>
      <nav className="section-names" aria-label={EDITOR.sections}>
        {SECTIONS.map(({ id, Icon }) => (
          <button key={id} type="button" aria-current={id === current} onClick={() => jumpTo(id)}>
            <Icon aria-hidden="true" />
            {PANEL_NAMES[id]}
          </button>
        ))}
      </nav>
      <div className="column" ref={column} onScroll={follow}>
        {SECTIONS.map(({ id, Content }) => (
          <section key={id} id={`section-${id}`} data-panel={id} className="panel" aria-labelledby={`name-${id}`}>
            <h2 id={`name-${id}`}>{PANEL_NAMES[id]}</h2>
            {shown && <Content />}
          </section>
        ))}
      </div>
    </section>
  );
}
