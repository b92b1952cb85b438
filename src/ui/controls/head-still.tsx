import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { drawPins } from '~/model/overlay/draw-pins';
import type { Photo } from '~/io/photo';
import type { StillFrame } from '~/preview/still-part';
import { createFrameShare } from '~/preview/frame-share';
import type { Still } from '~/preview/stills';
import type { Design } from '~/model/design/design';
import type { AppState } from '~/store/app-state';
import { stateInView } from '~/store/in-view';
import { subjectOf } from '~/store/screen';
import { committedDesign, isGesture, shownDesign } from '~/store/shown-design';
import { useApp, useAppState } from '~/ui/base/app-context';
import { drawBar, drawLine, drawStrokes, HAIRLINE, PENCIL } from '~/preview/draw-on-still';
import type { PencilLook } from '~/preview/draw-on-still';

interface HeadStillProps {
  /** What is different about this picture from the design on the screen. */
  readonly vary: (design: Design) => Design;
  readonly frame: StillFrame;
  /** CSS px; drawn twice as fine. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Another photo of this head than the one on the screen, by the id of its view; until it is read `instead` stands here. */
  readonly view?: string;
  /** Somebody waits for this one: it is made before others. */
  readonly urgent?: boolean;
  /** What stands here until the picture is made, and where none can be. */
  readonly instead?: ReactNode;
  /** The hairline is drawn over it, where skin and size leave the pigment hard to tell. */
  readonly line?: boolean;
  /** The line moves in it while a finger drags; the pigment follows when the finger is lifted. */
  readonly live?: boolean;
  /** How fine it is drawn: px for each CSS px. */
  readonly fine?: number;
  /** A bar of so many mm in its corner. */
  readonly barMm?: number;
  /** The lines of the pencil, and numbers where notes are pinned; dark, for paper: strokes of the brush that keep dots away, too. */
  readonly sketch?: PencilLook;
  /** Told when it is drawn, or cannot be. */
  readonly onDrawn?: () => void;
}

/** Lines that move in small pictures take no more of a frame than this, ms: the rest is for the picture under the finger. */
const LIVE_MS = 4;
const whenLive = createFrameShare(
  { request: (run) => requestAnimationFrame(run), now: () => performance.now() },
  LIVE_MS,
);

const NOWHERE = { screen: { kind: 'start', failed: false } } as const;
const inView = (state: AppState, view: string | undefined): AppState | null =>
  view === undefined ? state : stateInView(state, view);

/** Dense screens show that much more. */
const PX_PER_CSS_PX = 2;

/** Radius of a note's pin, CSS px. */
const PIN_PX = 8;

/** Whether two designs say the same; what was varied may be the same list made anew. */
const sameDesign = (a: Design, b: Design): boolean =>
  (Object.keys(a) as (keyof Design)[]).every(
    (key) => Object.is(a[key], b[key]) || JSON.stringify(a[key]) === JSON.stringify(b[key]),
  );

/**
 * A small live picture of this head under another design: made anew when a gesture is over, while nothing else goes on.
 * It says nothing to a screen reader; what it stands beside does.
 */
export function HeadStill(props: HeadStillProps) {
  const { vary, frame, view, widthPx, heightPx, urgent, instead, barMm, sketch, onDrawn } = props;
  const { fine = PX_PER_CSS_PX, live = false, line = live } = props;
  const { stillOf, store } = useApp();
  const settled = useAppState((state) => committedDesign(inView(state, view) ?? state));
  const subject = useAppState((state) => subjectOf(inView(state, view) ?? NOWHERE));
  const canvas = useRef<HTMLCanvasElement>(null);
  /** A still of another head is never seen beside this one, not even until its own is made. */
  const [photoShown, setPhotoShown] = useState<Photo | null>(null);
  const shown = subject !== null && photoShown === subject.photo;

  const varied = vary(settled);
  const [wanted, setWanted] = useState(varied);
  if (wanted !== varied && !sameDesign(wanted, varied)) setWanted(varied);

  const made = useRef<Still | null>(null);
  const drawn = useRef(onDrawn);
  useEffect(() => {
    drawn.current = onDrawn;
  }, [onDrawn]);

  useEffect(() => {
    if (subject === null) return;
    const leave = new AbortController();
    const size = { widthPx: Math.round(fine * widthPx), heightPx: Math.round(fine * heightPx) };
    void stillOf(wanted, frame, size, leave.signal, { urgent, view }).then((still) => {
      const element = canvas.current;
      const pen = element?.getContext('2d') ?? null;
      if (leave.signal.aborted) return;
      drawn.current?.();
      if (still === null || element === null || pen === null) return;
      element.width = still.pixels.width;
      element.height = still.pixels.height;
      pen.putImageData(still.pixels, 0, 0);
      made.current = still;
      // What is kept free of dots lies under all that is drawn with a line.
      if (sketch === 'dark') drawStrokes(pen, still, fine);
      if (sketch !== undefined) drawLine(pen, still.pencil.lines, PENCIL[sketch], fine, still.pencil.widthPx);
      if (line) drawLine(pen, still.line, HAIRLINE, fine);
      if (barMm !== undefined) drawBar(pen, barMm * still.pxPerMm, fine);
      if (sketch !== undefined) {
        const numbered = still.notes.map(({ at, index }) => ({ at, tag: String(index + 1) }));
        drawPins(pen, numbered, PIN_PX * fine, { widthPx: pen.canvas.width, heightPx: pen.canvas.height });
      }
      setPhotoShown(subject.photo);
    });
    return () => leave.abort();
  }, [wanted, subject, frame, widthPx, heightPx, urgent, line, fine, barMm, sketch, view, stillOf]);

  useEffect(() => {
    if (!live) return;
    let moved = false;
    const move = (): void => {
      const [state, still, pen] = [store.getState(), made.current, canvas.current?.getContext('2d') ?? null];
      const there = inView(state, view);
      if (still === null || pen === null || there === null || !(isGesture(state) || moved)) return;
      moved = isGesture(state);
      pen.putImageData(still.pixels, 0, 0);
      drawLine(pen, still.lineOf(shownDesign(there)), HAIRLINE, fine);
    };
    return store.subscribe((now, before) => {
      if (now.history !== before.history) whenLive(move);
    });
  }, [live, store, view, fine]);

  return (
    <span className="head-still" aria-hidden="true" style={{ aspectRatio: `${widthPx} / ${heightPx}` }}>
      {!shown && instead}
      <canvas ref={canvas} hidden={!shown} />
    </span>
  );
}
