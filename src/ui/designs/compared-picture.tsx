import { useEffect, useMemo, useRef, useState } from 'react';
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { Commands } from '~/commands/commands';
import type { Overlay } from '~/preview/overlay';
import { comparedOf, comparedYears } from '~/store/compared';
import { AppContext, useApp, useAppState } from '~/ui/base/app-context';
import { GripContext } from '~/ui/canvas/grips';
import type { Grip } from '~/ui/canvas/grips';
import { HairlineHandles } from '~/ui/canvas/hairline-handles';
import { PictureLines } from '~/ui/canvas/picture-lines';
import { useHands } from '~/ui/canvas/use-hands';
import { useZoom } from '~/ui/canvas/use-zoom';
import { comparedName, pictureOfName } from '~/ui/words/editor-words';
import { momentInWords } from '~/ui/words/moment-words';
import { designTitle } from '~/ui/words/notice-words';

interface ComparedPictureProps {
  /** Its place among those that are compared. */
  readonly at: number;
  /** The one in hand: its points are shown. */
  readonly active: boolean;
  readonly onActive: () => void;
}

/** One of the pictures beside each other: what it shows can be chosen, and its line dragged. */
export function ComparedPicture({ at, active, onActive }: ComparedPictureProps) {
  const app = useApp();
  const { store, commands } = app;
  const [overlay] = useState(() => createStore<Overlay | null>()(() => null));
  const inside = useMemo(() => {
    /** What is dragged here changes the design that is seen here. */
    const choose = (): void => {
      const state = store.getState();
      const shown = comparedOf(state).at(at);
      if (shown !== undefined && shown.design !== state.history.committed.chosenDesign)
        commands.chooseDesign(shown.design);
    };
    const own: Commands = {
      ...commands,
      dragHandle(...given) {
        choose();
        commands.dragHandle(...given);
      },
      nudgeHandle(...given) {
        choose();
        commands.nudgeHandle(...given);
      },
    };
    return { ...app, overlay, commands: own };
  }, [app, store, commands, overlay, at]);
  const name = useAppState((state) => {
    const shown = comparedOf(state).at(at);
    if (shown === undefined || state.comparing === null) return '';
    const design = designTitle(state.history.committed.designs[shown.design].name);
    return state.comparing.by === 'designs'
      ? design
      : comparedName(design, momentInWords(shown.moment, shown.moment.sessionsDone));
  });
  return (
    <section
      className="compared-picture"
      data-active={active || undefined}
      aria-label={name}
      onPointerDownCapture={onActive}
      onFocusCapture={onActive}
      onPointerEnter={(event) => {
        if (event.pointerType === 'mouse' && event.buttons === 0) onActive();
      }}
    >
      <Chooser at={at} />
      <AppContext value={inside}>
        <Room {...{ at, name, overlay }} />
      </AppContext>
    </section>
  );
}

/** Which design, or which moment, this picture shows. */
function Chooser({ at }: { readonly at: number }) {
  const { store } = useApp();
  const comparing = useAppState((state) => state.comparing);
  const designs = useAppState(({ history }) => history.committed.designs);
  const planned = useAppState(
    ({ history: { committed } }) => committed.designs[committed.chosenDesign].drawn.sessionsPlanned,
  );
  if (comparing === null) return null;
  const byDesigns = comparing.by === 'designs';
  const options = byDesigns
    ? designs.map(({ name }, index) => [index, designTitle(name)] as const)
    : comparedYears(planned).map(
        (years) => [years, momentInWords({ sessionsDone: planned, timeYears: years }, planned)] as const,
      );
  const list = byDesigns ? 'designs' : 'years';
  return (
    <select
      className="compared-choice"
      aria-label={pictureOfName(at + 1)}
      value={comparing[list][at]}
      onChange={(event) => {
        const value = Number(event.currentTarget.value);
        store.setState({ comparing: { ...comparing, [list]: comparing[list].with(at, value) } });
      }}
    >
      {options.map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
  );
}

interface RoomProps {
  readonly at: number;
  readonly name: string;
  readonly overlay: StoreApi<Overlay | null>;
}

function Room({ at, name, overlay }: RoomProps) {
  const { attachCompared } = useApp();
  const room = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [grips] = useState(() => new WeakMap<Element, Grip>());
  const [holding, setHolding] = useState(false);
  useEffect(() => {
    const element = canvas.current;
    return element === null ? undefined : attachCompared(element, at, overlay);
  }, [attachCompared, at, overlay]);
  useHands(room, grips, false);
  return (
    <div ref={room} className="picture">
      <div className="picture-canvas">
        <canvas ref={canvas} role="img" aria-label={name} />
      </div>
      <GripContext value={grips}>
        <PictureLines hairline={holding} />
        <HairlineHandles resting={false} onHold={setHolding} />
      </GripContext>
      {at === 0 && <ZoomKeys />}
    </div>
  );
}

/** The keys of zoom, for all pictures: they see the head from equally near. */
function ZoomKeys() {
  const zoom = useZoom();
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === '+' || event.key === '=') zoom.in();
      else if (event.key === '-' || event.key === '−') zoom.out();
      else if (event.key === '0') zoom.fit();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [zoom]);
  return null;
}
