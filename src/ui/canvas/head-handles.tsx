import { Move, MoveDiagonal, Rotate3d, RotateCw } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useMemo, useRef } from 'react';
import type { PointPx } from '~/model/base/units';
import { projectPoint, pxPerMmAtMiddle } from '~/model/view/camera';
import type { Overlay } from '~/preview/overlay';
import { shownDesign } from '~/store/shown-design';
import { useApp, useOverlay } from '~/ui/base/app-context';
import { headTool } from '~/ui/gestures/head-tool';
import type { HeadHandleKind, SeenHead } from '~/ui/gestures/head-tool';
import { HEAD_HANDLES, headHandleName } from '~/ui/words/picture-words';
import { keyDownOf, keysUpOf, useGrip } from './grips';
import { toView } from './zoom';

/** However small the head is in the picture, handles do not lie on each other. */
const LEAST_APART_PX = 50;

interface SeenHandles extends Omit<SeenHead, 'head'> {
  readonly places: Readonly<Record<HeadHandleKind, PointPx<'view'>>>;
}

/** Where the handles lie, CSS px of the room: in the middle of the skull to move and to turn it, on its edge to size and to roll it. */
function handlesOf({ fit, camera }: Overlay): SeenHandles | null {
  if (fit === null) return null;
  const centre = toView(camera, projectPoint(fit, fit.cranium.centre));
  const pxPerMm = pxPerMmAtMiddle(fit) * camera.scale;
  const reach = (fit.cranium.halfBreadthMm + 6) * pxPerMm;
  const corner = Math.max(0.85 * reach, LEAST_APART_PX);
  const { xPx, yPx } = centre;
  return {
    centre,
    pxPerMm,
    places: {
      move: centre,
      turn: { xPx, yPx: yPx - Math.max(0.6 * reach, LEAST_APART_PX) },
      size: { xPx: xPx + corner, yPx: yPx - corner },
      roll: { xPx: xPx - corner, yPx: yPx - corner },
    },
  };
}

const HANDLES: readonly { readonly kind: HeadHandleKind; readonly Icon: LucideIcon }[] = [
  { kind: 'move', Icon: Move },
  { kind: 'turn', Icon: Rotate3d },
  { kind: 'size', Icon: MoveDiagonal },
  { kind: 'roll', Icon: RotateCw },
];

/** Handles on the skull, to drag or to move with arrow keys. */
export function HeadHandles() {
  const now = useOverlay((frame) => frame);
  const handles = now === null ? null : handlesOf(now);
  if (handles === null) return null;
  return HANDLES.map(({ kind, Icon }) => <Handle key={kind} {...{ kind, Icon }} at={handles.places[kind]} />);
}

interface HandleProps {
  readonly kind: HeadHandleKind;
  readonly Icon: LucideIcon;
  readonly at: PointPx<'view'>;
}

function Handle({ kind, Icon, at }: HandleProps) {
  const { commands, store, overlay } = useApp();
  const element = useRef<HTMLButtonElement>(null);
  const tool = useMemo(() => {
    const seen = (): SeenHandles | null => {
      const now = overlay.getState();
      return now === null ? null : handlesOf(now);
    };
    return headTool({
      kind,
      seen: () => {
        const now = seen();
        return now === null ? null : { ...now, head: shownDesign(store.getState()).head };
      },
      seenAt: () => seen()?.places[kind] ?? null,
      show: (head) => commands.preview((design) => ({ ...design, head })),
      commit: () => commands.commit(),
      cancelGesture: () => commands.cancelGesture(),
    });
  }, [commands, store, overlay, kind]);
  useGrip(element, 'thing', tool);
  return (
    <button
      ref={element}
      type="button"
      className="head-handle"
      aria-label={headHandleName(HEAD_HANDLES[kind])}
      title={HEAD_HANDLES[kind]}
      style={{ transform: `translate(${at.xPx}px, ${at.yPx}px)` }}
      onKeyDown={keyDownOf(tool)}
      onKeyUp={keysUpOf(tool)}
      onBlur={keysUpOf(tool)}
    >
      <Icon aria-hidden="true" />
    </button>
  );
}
