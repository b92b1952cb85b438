import { useEffect, useMemo, useRef, useState } from 'react';
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { Commands } from '~/commands/commands';
import type { Overlay } from '~/preview/overlay';
import type { AppState, Comparing } from '~/store/app-state';
import { designViews } from '~/model/design/consultation';
import { comparableViews, comparedOf, comparedYears } from '~/store/compared';
import { AppContext, useApp, useAppState, useOverlay } from '~/ui/base/app-context';
import { GripContext } from '~/ui/canvas/grips';
import type { Grip } from '~/ui/canvas/grips';
import { HairlineHandles } from '~/ui/canvas/hairline-handles';
import { MarkAsk, MarkPins } from '~/ui/canvas/mark-pins';
import { PictureLines } from '~/ui/canvas/picture-lines';
import { useHands } from '~/ui/canvas/use-hands';
import { useZoom } from '~/ui/canvas/use-zoom';
import { comparedName, pictureOfName, READING_VIEW } from '~/ui/words/editor-words';
import { momentInWords } from '~/ui/words/moment-words';
import { designTitle } from '~/ui/words/notice-words';
import { viewTitles } from '~/ui/words/photo-panel-words';
import { storeOfPicture } from './picture-store';

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
    /** What is dragged here changes the design that is seen here, by the head in the photo that is seen here. */
    const choose = (): void => {
      const state = store.getState();
      const shown = comparedOf(state).at(at);
      if (shown === undefined) return;
      const { chosenDesign, views, chosenView } = state.history.committed;
      if (shown.design !== chosenDesign) commands.chooseDesign(shown.design);
      if (shown.view !== views[chosenView].id) commands.chooseView(shown.view);
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
      addPoint(...given) {
        choose();
        commands.addPoint(...given);
      },
      deletePoint(...given) {
        choose();
        commands.deletePoint(...given);
      },
      paintAt(...given) {
        choose();
        commands.paintAt(...given);
      },
      markHead(...given) {
        choose();
        commands.markHead(...given);
      },
      removeMark(...given) {
        choose();
        commands.removeMark(...given);
      },
    };
    return { ...app, store: storeOfPicture(store, at), overlay, commands: own };
  }, [app, store, commands, overlay, at]);
  const name = useAppState((state) => {
    const shown = comparedOf(state).at(at);
    if (shown === undefined || state.comparing === null) return '';
    const { by } = state.comparing;
    const design = designTitle(state.history.committed.designs[shown.design].name);
    if (by === 'designs') return design;
    if (by === 'views') return comparedName(design, titlesOfViews(state).get(shown.view) ?? '');
    return comparedName(design, momentInWords(shown.moment, shown.moment.sessionsDone));
  });
  const byViews = useAppState((state) => state.comparing?.by === 'views');
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
        <Room {...{ at, name, overlay }} keys={byViews ? active : at === 0} />
      </AppContext>
    </section>
  );
}

/** What the photos of this head are called, by their ids. */
function titlesOfViews({ history: { committed } }: AppState): ReadonlyMap<string, string> {
  const views = designViews(committed);
  const titles = viewTitles(views.map(({ kind }) => kind));
  return new Map(views.map(({ id }, at) => [id, titles[at]]));
}

/** Which design, moment or view this picture shows. */
function Chooser({ at }: { readonly at: number }) {
  const { store } = useApp();
  const comparing = useAppState((state) => state.comparing);
  const now = useAppState((state) => state);
  if (comparing === null) return null;
  const planned = now.history.committed.designs[now.history.committed.chosenDesign].drawn.sessionsPlanned;
  const optionsBy = {
    designs: () => now.history.committed.designs.map(({ name }, index) => [index, designTitle(name)] as const),
    moments: () =>
      comparedYears(planned).map(
        (years) => [years, momentInWords({ sessionsDone: planned, timeYears: years }, planned)] as const,
      ),
    views: () => {
      const titles = titlesOfViews(now);
      return comparableViews(now).map(({ id }) => [id, titles.get(id) ?? id] as const);
    },
  };
  const choose = (value: string): Partial<Comparing> => {
    switch (comparing.by) {
      case 'designs':
        return { designs: comparing.designs.with(at, Number(value)) };
      case 'moments':
        return { years: comparing.years.with(at, Number(value)) };
      case 'views':
        return {
          views: comparing.views.with(at, value),
          // Another photo is framed anew.
          zooms: comparing.zooms.map((zoom, each) => (each === at ? undefined : zoom)),
        };
    }
  };
  const shown = { designs: comparing.designs, moments: comparing.years, views: comparing.views }[comparing.by][at];
  return (
    <select
      className="compared-choice"
      aria-label={pictureOfName(at + 1)}
      value={shown}
      onChange={(event) => {
        store.setState({ comparing: { ...comparing, ...choose(event.currentTarget.value) } });
      }}
    >
      {optionsBy[comparing.by]().map(([value, text]) => (
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
  /** The keys of zoom are meant for it. */
  readonly keys: boolean;
}

function Room({ at, name, overlay, keys }: RoomProps) {
  const { attachCompared } = useApp();
  const room = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [grips] = useState(() => new WeakMap<Element, Grip>());
  const [holding, setHolding] = useState(false);
  useEffect(() => {
    const element = canvas.current;
    return element === null ? undefined : attachCompared(element, at, overlay);
  }, [attachCompared, at, overlay]);
  const marking = useAppState((state) => state.tool === 'mark');
  const viewId = useAppState((state) => comparedOf(state).at(at)?.view);
  useHands(room, grips, marking);
  return (
    <div ref={room} className={marking ? 'picture painting' : 'picture'}>
      <div className="picture-canvas">
        <canvas ref={canvas} role="img" aria-label={name} />
      </div>
      <GripContext value={grips}>
        <PictureLines hairline={holding} />
        {marking ? (
          <>
            <MarkPins viewId={viewId} />
            <MarkAsk viewId={viewId} />
          </>
        ) : (
          <HairlineHandles resting={false} onHold={setHolding} />
        )}
      </GripContext>
      {keys && <ZoomKeys />}
      <Reading />
    </div>
  );
}

/** Said where a photo that was not seen since the work was opened is still being read. */
function Reading() {
  const waits = useOverlay((now) => now === null);
  const byViews = useAppState((state) => state.comparing?.by === 'views');
  return waits && byViews ? (
    <p className="compared-reading" role="status">
      {READING_VIEW}
    </p>
  ) : null;
}

/** The keys of zoom: for all pictures, where they see the head from equally near, else for the one in hand. */
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
