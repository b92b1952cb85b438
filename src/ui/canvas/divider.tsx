import { ChevronsLeftRight } from 'lucide-react';
import type { PointerEvent } from 'react';
import { clamp } from '~/model/maths/numbers';
import { wipePercentAt, wipeShare } from '~/preview/wipe';
import { useApp, useAppState, useOverlay, useSetView, useSubject } from '~/ui/base/app-context';
import { PICTURE } from '~/ui/words/picture-words';

/**
 * The line between before (left) and after. It lies where the photo does, so zooming in keeps it on its place of the
 * head. The keyboard has the slider `Before and after` under the picture.
 */
export function Divider() {
  const { overlay, store } = useApp();
  const setView = useSetView();
  const wipe = useAppState((state) => state.wipePercent);
  const widthPx = useSubject(({ photo }) => photo.size.widthPx);
  const camera = useOverlay((now) => now?.camera ?? null);
  const fit = useOverlay((now) => now?.fit ?? null);
  if (wipe === 0 || camera === null) return null;

  const drag = (event: PointerEvent<HTMLElement>): void => {
    const room = event.currentTarget.parentElement?.getBoundingClientRect();
    const now = overlay.getState()?.camera;
    if (room === undefined || now === undefined || event.buttons === 0) return;
    const xPx = (event.clientX - room.left - now.offsetXPx) / now.scale;
    const percent = clamp(Math.round(wipePercentAt(xPx, fit, widthPx)), 1, 100);
    if (percent !== store.getState().wipePercent) setView({ wipePercent: percent });
  };
  const x = wipeShare(wipe, fit, widthPx) * widthPx * camera.scale + camera.offsetXPx;
  return (
    <div
      className="divider"
      data-own-gesture=""
      aria-hidden="true"
      style={{ transform: `translateX(${x}px)` }}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
    >
      <span className="divider-names">
        <span>{PICTURE.before}</span>
        <span>{PICTURE.after}</span>
      </span>
      <span className="divider-knob">
        <ChevronsLeftRight />
      </span>
    </div>
  );
}
