import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { addedPoint } from '~/model/design/edit-points';
import { isAdded } from '~/model/design/line-points';
import type { HandleSpot } from '~/preview/overlay';
import type { ViewTransform } from '~/render/scene';
import { useApp, useAppState, useDesignPart, useOverlay, useSetView } from '~/ui/base/app-context';
import { placeInShort, placeInWords, pointName, sharpPlaceInWords } from '~/ui/words/picture-words';
import { arrowStep } from '~/ui/gestures/arrow-step';
import { usePlaceDrag } from './use-place-drag';
import { toView } from './zoom';

/** Far beyond any hairline; a slider has to have ends. */
const LOWEST_MM = -150;
const HIGHEST_MM = 200;

interface HairlineHandlesProps {
  /** Dimmed while another section is being read. */
  readonly resting: boolean;
  readonly onHold: (held: boolean) => void;
}

/** The points of the hairline, to drag or to move with arrow keys. */
export function HairlineHandles({ resting, onHold }: HairlineHandlesProps) {
  const handles = useOverlay((overlay) => overlay?.handles ?? null);
  const camera = useOverlay((overlay) => overlay?.camera ?? null);
  const touched = useAppState((state) => state.lineTouched);
  const setView = useSetView();
  const rested = useRef(resting);
  useEffect(() => {
    // Who comes back to the line wants its points.
    if (rested.current && !resting) setView({ lineTouched: true });
    rested.current = resting;
  }, [resting, setView]);
  /** Seen from behind, the subject's left is on the left. */
  const leftIsRight = useOverlay((overlay) => (overlay?.fit?.pose.rotation[0] ?? 1) >= 0);
  if (handles === null || camera === null) return null;
  return (
    <div className={`handles${resting ? ' resting' : ''}${touched ? '' : ' unseen'}`}>
      {handles.map((spot) => spot.inSight && <Handle key={spot.id} {...{ spot, camera, leftIsRight, onHold }} />)}
    </div>
  );
}

interface HandleProps {
  readonly spot: HandleSpot;
  readonly camera: ViewTransform;
  readonly leftIsRight: boolean;
  readonly onHold: (held: boolean) => void;
}

function Handle({ spot, camera, leftIsRight, onHold }: HandleProps) {
  const { commands } = useApp();
  const [focused, setFocused] = useState(false);
  const nudged = useRef(false);
  const setView = useSetView();
  const element = useRef<HTMLDivElement>(null);
  const isSharp = useDesignPart((design) => addedPoint(design, spot.id)?.sharp === true);
  const wanted = useAppState((state) => state.pointToFocus === spot.id);
  const at = toView(camera, spot.at);
  const drag = usePlaceDrag({
    at,
    camera,
    onMove: (to) => commands.dragHandle(spot.id, to),
    onEnd: () => commands.commit(),
    onTakeBack: () => commands.cancelGesture(),
  });

  useEffect(() => {
    if (!wanted) return;
    element.current?.focus();
    setView({ pointToFocus: null });
  }, [wanted, setView]);

  const press = (event: KeyboardEvent): void => {
    if (isAdded(spot.id) && (event.key === 'Delete' || event.key === 'Backspace')) {
      event.preventDefault();
      commands.deletePoint(spot.id);
      return;
    }
    const step = arrowStep(event);
    if (step === null) return;
    event.preventDefault();
    nudged.current = true;
    commands.nudgeHandle(spot.id, (leftIsRight ? 1 : -1) * step.rightMm, step.upMm);
  };
  /** A key held down is one gesture. */
  const settle = (): void => {
    if (nudged.current) commands.commit();
    nudged.current = false;
  };

  return (
    <div
      ref={element}
      className={isAdded(spot.id) ? 'handle added' : 'handle'}
      data-own-gesture=""
      data-dragging={drag.dragging || undefined}
      data-sharp={isSharp || undefined}
      role="slider"
      tabIndex={0}
      aria-label={pointName(spot.id)}
      aria-orientation="vertical"
      aria-valuemin={LOWEST_MM}
      aria-valuemax={HIGHEST_MM}
      aria-valuenow={Math.round(spot.heightMm)}
      aria-valuetext={isSharp ? sharpPlaceInWords(spot) : placeInWords(spot)}
      style={{ transform: `translate(${at.xPx}px, ${at.yPx}px)` }}
      onKeyDown={press}
      onKeyUp={settle}
      onFocus={() => {
        setFocused(true);
        setView({ pointInHand: spot.id, lineTouched: true });
        onHold(true);
      }}
      onBlur={() => {
        settle();
        setFocused(false);
        onHold(false);
      }}
      onPointerDown={drag.start}
    >
      {(focused || drag.dragging) && (
        <span className="handle-value" aria-hidden="true">
          {placeInShort(spot)}
        </span>
      )}
    </div>
  );
}
