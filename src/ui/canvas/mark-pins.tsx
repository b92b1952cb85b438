import { useEffect, useMemo, useRef, useState } from 'react';
import type { PointPx } from '~/model/base/units';
import { designViews } from '~/model/design/consultation';
import type { Consultation, Tap } from '~/model/design/consultation';
import { current } from '~/model/design/history';
import { nextMark } from '~/model/laying/head-marks';
import { offClass } from '~/model/overlay/fit-in-sight';
import type { Overlay } from '~/preview/overlay';
import type { AppState } from '~/store/app-state';
import { photoOfView } from '~/store/in-view';
import { useApp, useAppState, useOverlay } from '~/ui/base/app-context';
import type { PointerKind } from '~/ui/gestures/pointers';
import type { Tool } from '~/ui/gestures/tool';
import { markName, markPinName, MARKS } from '~/ui/words/photo-panel-words';
import { keyDownOf, keysUpOf, useGrip, useMarkTool } from './grips';
import { linePath } from './line-path';
import { LineOnPhoto } from './picture-lines';
import { Loupe } from './loupe';
import { toView } from './zoom';

/** The spots of the skin that were tapped in one photo, by the id of its view. */
const tapsOf = ({ views }: Consultation, viewId: string): readonly Tap[] =>
  views.find(({ id }) => id === viewId)?.taps ?? [];

const tapOf = (document: Consultation, viewId: string, mark: number): PointPx | null =>
  tapsOf(document, viewId).find((tap) => tap.mark === mark)?.at ?? null;

/** The view whose photo the picture shows: that of this id, else the chosen one. */
const idOf = ({ history }: AppState, viewId: string | undefined): string =>
  viewId ?? history.committed.views[history.committed.chosenView].id;

interface MarkPinsProps {
  /** The view whose photo the picture shows; left out: the chosen one. */
  readonly viewId?: string | undefined;
}

/** The marks that this photo shows, as numbered pins, with a line to where the fit of all photos has each. */
export function MarkPins({ viewId }: MarkPinsProps) {
  const overlay = useOverlay((now) => now);
  const id = useAppState((state) => idOf(state, viewId));
  const taps = useAppState(({ history }) => tapsOf(current(history), id));
  const before = useAppState(({ history }) => tapsOf(history.committed, id));
  if (overlay === null || overlay.fit === null) return null;
  // A tap that a gesture has in hand is another object than before it.
  const inHand = taps.find((tap) => !before.includes(tap));
  const lines = overlay.marks.filter(({ mark }) => Number(mark) !== inHand?.mark);
  return (
    <>
      <svg className="picture-lines" aria-hidden="true">
        {lines.map(({ mark, seen, expected, mm }) => (
          <LineOnPhoto
            key={mark}
            className={`line-off line-off-${offClass(mm)}`}
            d={linePath(overlay.camera, [seen, expected])}
          />
        ))}
      </svg>
      {taps.map(({ mark }) => (
        <Pin
          key={mark}
          {...{ mark, id, overlay }}
          off={lines.find((line) => Number(line.mark) === mark)?.mm ?? null}
          isHeld={mark === inHand?.mark}
        />
      ))}
      {inHand !== undefined && <Loupe place={inHand.at} says={markName(inHand.mark)} overlay={overlay} line={false} />}
    </>
  );
}

interface PinProps {
  readonly mark: number;
  readonly id: string;
  readonly overlay: Overlay;
  /** How far it lies off, mm; null where that is not known. */
  readonly off: number | null;
  readonly isHeld: boolean;
}

function Pin({ mark, id, overlay, off, isHeld }: PinProps) {
  const { commands, store } = useApp();
  const element = useRef<HTMLButtonElement>(null);
  const [held, setHeld] = useState(false);
  const own = useMemo(
    () => ({
      place: () => tapOf(current(store.getState().history), id, mark),
      isSet: () => true,
      put: (to: PointPx) => commands.markHead(mark, to),
      held: (by: PointerKind | null) => setHeld(by !== null),
    }),
    [commands, store, id, mark],
  );
  const moved = useMarkTool(own);
  const tool = useMemo(
    (): Tool => ({
      ...moved,
      key(press) {
        if (press.up || (press.key !== 'Delete' && press.key !== 'Backspace')) return moved.key(press);
        commands.removeMark(mark, 'photo');
        return true;
      },
    }),
    [moved, commands, mark],
  );
  useGrip(element, 'thing', tool);
  const at = useAppState(({ history }) => tapOf(current(history), id, mark));
  if (at === null) return null;
  const { xPx, yPx } = toView(overlay.camera, at);
  return (
    <button
      ref={element}
      type="button"
      className="head-mark mark-pin"
      data-set=""
      data-off={off === null ? undefined : offClass(off)}
      data-dragging={held || isHeld || undefined}
      aria-label={markPinName(mark)}
      style={{ transform: `translate(${xPx}px, ${yPx}px)` }}
      onKeyDown={keyDownOf(tool)}
      onKeyUp={keysUpOf(tool)}
      onBlur={keysUpOf(tool)}
    >
      <span className="head-mark-name" aria-hidden="true">
        {mark}
      </span>
    </button>
  );
}

/** Which mark the next tap in this photo sets, said on the picture. */
export function MarkAsk({ viewId }: MarkPinsProps) {
  const mark = useAppState((state) => nextOf(state, idOf(state, viewId)));
  const known = useAppState(({ history }) =>
    history.committed.views.some(({ taps }) => taps.some((tap) => tap.mark === mark)),
  );
  return (
    <p className="mark-badge" aria-hidden="true">
      {mark === null ? MARKS.full : known ? markName(mark) : MARKS.next}
    </p>
  );
}

/** The mark that the next tap in a view's photo sets. */
function nextOf({ history: { committed }, markWanted }: AppState, viewId: string): number | null {
  const at = committed.views.findIndex(({ id }) => id === viewId);
  return nextMark({ ...committed, chosenView: Math.max(0, at) }, markWanted);
}

/** Px of the small picture, twice what a plain screen shows, and of the photo's shorter side how much it takes. */
const SPOT_PX = 176;
const SPOT_SHARE = 0.16;

/** How a spot of the skin looks in another photo than the one on the screen; nothing where none shows it. */
export function SpotElsewhere({ mark }: { readonly mark: number }) {
  const document = useAppState(({ history }) => history.committed);
  const here = document.views[document.chosenView].id;
  const id = designViews(document).find((view) => view.id !== here && tapOf(document, view.id, mark) !== null)?.id;
  const at = id === undefined ? null : tapOf(document, id, mark);
  return id === undefined || at === null ? null : <SpotPicture id={id} at={at} />;
}

/** A spot in the photo of a view, with a ring about it. */
function SpotPicture({ id, at }: { readonly id: string; readonly at: PointPx }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const photo = useAppState((state) => photoOfView(state, id));
  useEffect(() => {
    const pen = canvas.current?.getContext('2d');
    if (pen == null || photo === null) return;
    const wide = SPOT_SHARE * Math.min(photo.size.widthPx, photo.size.heightPx);
    pen.clearRect(0, 0, SPOT_PX, SPOT_PX);
    pen.imageSmoothingQuality = 'high';
    pen.drawImage(photo.working, at.xPx - wide / 2, at.yPx - wide / 2, wide, wide, 0, 0, SPOT_PX, SPOT_PX);
    for (const [colour, width] of [
      ['rgb(20 16 12 / 70%)', 7],
      ['#fff', 3],
    ] as const) {
      pen.beginPath();
      pen.strokeStyle = colour;
      pen.lineWidth = width;
      pen.arc(SPOT_PX / 2, SPOT_PX / 2, SPOT_PX / 7, 0, 2 * Math.PI);
      pen.stroke();
    }
  }, [photo, at]);
  return <canvas ref={canvas} className="spot-picture" width={SPOT_PX} height={SPOT_PX} aria-hidden="true" />;
}
