import type { KeyboardEvent } from 'react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { addedPoint } from '~/model/design/edit-points';
import { isAdded } from '~/model/design/line-points';
import type { PointId } from '~/model/design/line-points';
import { clamp } from '~/model/maths/numbers';
import type { HandleSpot, Overlay } from '~/preview/overlay';
import type { ViewTransform } from '~/render/scene';
import { useApp, useAppState, useDesignPart, useOverlay, useSetView } from '~/ui/base/app-context';
import { pointTool } from '~/ui/gestures/point-tool';
import type { PointerKind } from '~/ui/gestures/pointers';
import { placeInShort, placeInWords, pointName, sharpPlaceInWords } from '~/ui/words/picture-words';
import { keyDownOf, keysUpOf, useGrip, useSeen } from './grips';
import { Loupe } from './loupe';
import { waitingPoints } from '~/ui/gestures/room-for-fingers';
import { toView } from './zoom';

/** Far beyond any hairline; a slider has to have ends. */
const LOWEST_MM = -150;
const HIGHEST_MM = 200;

/** More points than these five are many stops of Tab: the ears, and those that were added, are then a Page up or down away. */
const STOPS: readonly PointId[] = ['rightTemple', 'rightCorner', 'middle', 'leftCorner', 'leftTemple'];
const isStopAmong = ({ id }: HandleSpot, all: readonly HandleSpot[]): boolean =>
  all.length <= STOPS.length || STOPS.includes(id);

/** They go from point to point along the line. */
const ALONG = ['PageUp', 'PageDown'];

function goAlong(event: KeyboardEvent<HTMLDivElement>): void {
  if (!ALONG.includes(event.key)) return;
  event.preventDefault();
  const points = [...event.currentTarget.querySelectorAll<HTMLElement>('.handle')];
  const at = points.findIndex((point) => point === event.target);
  points.at(clamp(at + (event.key === 'PageUp' ? -1 : 1), 0, points.length - 1))?.focus();
}

interface HairlineHandlesProps {
  /** Out of sight and out of reach while another section is being read. */
  readonly resting: boolean;
  readonly onHold: (held: boolean) => void;
}

/** A point that a pointer has in hand. */
interface InHand {
  readonly id: PointId;
  readonly by: PointerKind;
}

/** The points of the hairline, to drag or to move with arrow keys. */
export function HairlineHandles({ resting, onHold }: HairlineHandlesProps) {
  const overlay = useOverlay((now) => now);
  const [inHand, setInHand] = useState<InHand | null>(null);
  const touched = useAppState((state) => state.lineTouched);
  const setView = useSetView();
  const rested = useRef(resting);
  useEffect(() => {
    // Who comes back to the line wants its points.
    if (rested.current && !resting) setView({ lineTouched: true });
    rested.current = resting;
  }, [resting, setView]);
  if (overlay === null) return null;
  const { camera } = overlay;
  const handles = overlay.handles.filter(({ inSight }) => inSight);
  const waiting = waitingPoints(handles.map(({ id, at }) => ({ id, ...toView(camera, at) })));
  const dragged = inHand === null ? undefined : handles.find(({ id }) => id === inHand.id);
  return (
    <div className={`handles${resting ? ' resting' : ''}${touched ? '' : ' unseen'}`} onKeyDown={goAlong}>
      {handles.map((spot) => (
        <Handle
          key={spot.id}
          {...{ spot, camera, onHold }}
          // Until the line is taken up its points are one stop for Tab, which takes it up; elsewhere they are none.
          isStop={!resting && (touched ? isStopAmong(spot, handles) : spot === handles[0])}
          isWaiting={waiting.has(spot.id)}
          inHandBy={inHand?.id === spot.id ? inHand.by : null}
          onInHand={(by) => setInHand(by === null ? null : { id: spot.id, by })}
        />
      ))}
      {dragged !== undefined && inHand?.by === 'touch' && (
        <Loupe place={dragged.at} says={placeInShort(dragged)} overlay={overlay} />
      )}
    </div>
  );
}

interface HandleProps {
  readonly spot: HandleSpot;
  readonly camera: ViewTransform;
  /** For more zoom: a finger could not tell it from another one. */
  readonly isWaiting: boolean;
  readonly isStop: boolean;
  readonly inHandBy: PointerKind | null;
  readonly onInHand: (by: PointerKind | null) => void;
  readonly onHold: (held: boolean) => void;
}

function Handle({ spot, camera, isWaiting, isStop, inHandBy, onInHand, onHold }: HandleProps) {
  const { id } = spot;
  const [focused, setFocused] = useState(false);
  const setView = useSetView();
  const element = useRef<HTMLDivElement>(null);
  const isSharp = useDesignPart((design) => addedPoint(design, id)?.sharp === true);
  const wanted = useAppState((state) => state.pointToFocus === id);
  const tool = usePointTool(id, (by) => {
    onInHand(by);
    // A finger leaves no focus by itself; the line is drawn while a point has it.
    if (by !== null) element.current?.focus({ preventScroll: true });
  });
  useGrip(element, 'thing', tool);

  useEffect(() => {
    if (!wanted) return;
    element.current?.focus();
    setView({ pointToFocus: null });
  }, [wanted, setView]);

  const at = toView(camera, spot.at);
  return (
    <div
      ref={element}
      className={isAdded(id) ? 'handle added' : 'handle'}
      data-dragging={inHandBy !== null || undefined}
      data-sharp={isSharp || undefined}
      data-waiting={isWaiting || undefined}
      role="slider"
      tabIndex={isStop ? 0 : -1}
      aria-label={pointName(id)}
      aria-orientation="vertical"
      aria-keyshortcuts={ALONG.join(' ')}
      aria-valuemin={LOWEST_MM}
      aria-valuemax={HIGHEST_MM}
      aria-valuenow={Math.round(spot.heightMm)}
      aria-valuetext={isSharp ? sharpPlaceInWords(spot) : placeInWords(spot)}
      style={{ transform: `translate(${at.xPx}px, ${at.yPx}px)` }}
      onKeyDown={keyDownOf(tool)}
      onKeyUp={keysUpOf(tool)}
      onFocus={() => {
        setFocused(true);
        setView({ pointInHand: id, lineTouched: true });
        onHold(true);
      }}
      onBlur={() => {
        keysUpOf(tool)();
        setFocused(false);
        onHold(false);
      }}
    >
      {(focused || inHandBy !== null) && inHandBy !== 'touch' && (
        <span className="handle-value" aria-hidden="true">
          {placeInShort(spot)}
        </span>
      )}
    </div>
  );
}

/** The tool of a point, the same as long as the point is there. */
function usePointTool(id: PointId, onHeld: (by: PointerKind | null) => void) {
  const { commands, overlay } = useApp();
  const seen = useSeen();
  const tell = useRef(onHeld);
  useEffect(() => {
    tell.current = onHeld;
  });
  return useMemo(() => {
    const now = (): Overlay | null => overlay.getState();
    return pointTool({
      id,
      verbs: commands,
      seenAt: () => {
        const spot = now()?.handles.find((each) => each.id === id);
        return spot === undefined ? null : seen.toView(spot.at);
      },
      toPhoto: seen.toPhoto,
      held: (by) => tell.current(by),
      leftIsRight: () => (now()?.fit?.pose.rotation[0] ?? 1) >= 0,
    });
  }, [id, commands, overlay, seen]);
}
