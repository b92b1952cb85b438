import { ChevronsLeftRight } from 'lucide-react';
import { useMemo, useRef } from 'react';
import type { HeadInView } from '~/model/view/view';
import { wipePercentAt, wipeShare } from '~/preview/wipe';
import { photoOnScreen } from '~/store/screen';
import { useApp, useAppState, useDesignPart, useOverlay, useSubject } from '~/ui/base/app-context';
import { dividerTool } from '~/ui/gestures/divider-tool';
import { momentInWords } from '~/ui/words/moment-words';
import { PICTURE } from '~/ui/words/picture-words';
import { useGrip, useSeen } from './grips';

/**
 * The line between before (left) and after. It lies where the photo does, so zooming in keeps it on its place of the
 * head. The keyboard has the slider `Before and after` under the picture.
 */
export function Divider() {
  const wipe = useAppState((state) => state.wipePercent);
  const widthPx = useSubject(({ photo }) => photo.size.widthPx);
  const camera = useOverlay((now) => now?.camera ?? null);
  const fit = useOverlay((now) => now?.fit ?? null);
  if (wipe === 0 || camera === null) return null;
  return <Line x={wipeShare(wipe, fit, widthPx) * widthPx * camera.scale + camera.offsetXPx} />;
}

/** `x`: CSS px of the room. */
function Line({ x }: { readonly x: number }) {
  const { store, overlay } = useApp();
  const seen = useSeen();
  const element = useRef<HTMLDivElement>(null);
  const after = useDesignPart((design) => momentInWords(design, design.sessionsPlanned));
  const tool = useMemo(() => {
    const percent = (): number => store.getState().wipePercent;
    const photoWidthPx = (): number => photoOnScreen(store.getState())?.size.widthPx ?? 0;
    const fit = (): HeadInView | null => overlay.getState()?.fit ?? null;
    return dividerTool({
      toPhoto: seen.toPhoto,
      seenAt: () => seen.toView({ xPx: wipeShare(percent(), fit(), photoWidthPx()) * photoWidthPx(), yPx: 0 }),
      percentAt: (xPx) => (photoWidthPx() === 0 ? percent() : wipePercentAt(xPx, fit(), photoWidthPx())),
      percent,
      show: (wipePercent) => store.setState({ wipePercent }),
    });
  }, [store, overlay, seen]);
  useGrip(element, 'divider', tool);
  return (
    <div ref={element} className="divider" aria-hidden="true" style={{ transform: `translateX(${x}px)` }}>
      <span className="divider-names">
        <span>{PICTURE.before}</span>
        <span>{after}</span>
      </span>
      <span className="divider-knob">
        <ChevronsLeftRight />
      </span>
    </div>
  );
}
