import { useMemo, useRef, useState } from 'react';
import type { PointPx } from '~/model/base/units';
import { markPlace } from '~/model/head/head-marks';
import type { HeadMark } from '~/model/design/consultation';
import { projectPoint } from '~/model/view/camera';
import type { Overlay } from '~/preview/overlay';
import { marksInForce } from '~/store/placings';
import { useApp, useAppState, useOverlay } from '~/ui/base/app-context';
import { keyDownOf, keysUpOf, useGrip, useMarkTool } from '~/ui/canvas/grips';
import { Loupe } from '~/ui/canvas/loupe';
import { toView } from '~/ui/canvas/zoom';
import type { PointerKind } from '~/ui/gestures/pointers';
import { MARK_NAMES, headHandleName } from '~/ui/words/picture-words';
import type { Marking } from './use-marking';

/** The marks of the head on the picture: where they were set, or, paler, where the head as it lies would have them. */
export function MarkHandles({ marking }: { readonly marking: Marking }) {
  const overlay = useOverlay((now) => now);
  if (overlay?.fit == null) return null;
  return marking.asked.map((mark) => (
    <Handle
      key={mark}
      mark={mark}
      overlay={overlay}
      isNext={mark === marking.next}
      isUnderFinger={mark === marking.underFinger}
    />
  ));
}

const seenOf = (mark: HeadMark, { fit }: Overlay): PointPx | null =>
  fit === null ? null : projectPoint({ ...fit, warp: null }, markPlace(fit.cranium, mark));

interface HandleProps {
  readonly mark: HeadMark;
  readonly overlay: Overlay;
  readonly isNext: boolean;
  /** Whether a finger on the picture is setting it. */
  readonly isUnderFinger: boolean;
}

function Handle({ mark, overlay, isNext, isUnderFinger }: HandleProps) {
  const { commands, store, overlay: frames } = useApp();
  const element = useRef<HTMLButtonElement>(null);
  const [heldBy, setHeldBy] = useState<PointerKind | null>(null);
  const set = useAppState((state) => marksInForce(state)[mark]);
  const own = useMemo(
    () => ({
      place: (): PointPx | null => {
        const frame = frames.getState();
        return marksInForce(store.getState())[mark] ?? (frame === null ? null : seenOf(mark, frame));
      },
      isSet: () => mark in marksInForce(store.getState()),
      put: (to: PointPx) => commands.markHead(mark, to),
      held: setHeldBy,
    }),
    [commands, store, frames, mark],
  );
  const tool = useMarkTool(own);
  useGrip(element, 'thing', tool);
  const at = set ?? seenOf(mark, overlay);
  if (at === null) return null;
  const { xPx, yPx } = toView(overlay.camera, at);
  return (
    <>
      <button
        ref={element}
        type="button"
        className="head-mark"
        data-set={set !== undefined || undefined}
        data-next={isNext || undefined}
        data-dragging={heldBy !== null || undefined}
        aria-label={headHandleName(MARK_NAMES[mark])}
        style={{ transform: `translate(${xPx}px, ${yPx}px)` }}
        onKeyDown={keyDownOf(tool)}
        onKeyUp={keysUpOf(tool)}
        onBlur={keysUpOf(tool)}
      >
        <span className="head-mark-name" aria-hidden="true">
          {MARK_NAMES[mark]}
        </span>
      </button>
      {(heldBy === 'touch' || isUnderFinger) && <Loupe place={at} says={MARK_NAMES[mark]} overlay={overlay} />}
    </>
  );
}
