import { Maximize, ZoomIn, ZoomOut } from 'lucide-react';
import { useAppState } from '~/ui/base/app-context';
import { useZoom } from '~/ui/canvas/use-zoom';
import { Toolbar } from '~/ui/controls/toolbar';
import { ZOOM } from '~/ui/words/editor-words';

/** Nearer, farther, and the whole picture, over a corner of it. */
export const ZoomButtons = () => (
  <Toolbar label={ZOOM.name} className="pill zoom-buttons" vertical>
    <ZoomItems />
  </Toolbar>
);

/** The same three buttons, for a bar that holds others too. */
export function ZoomItems() {
  const zoom = useZoom();
  const fitted = useAppState((state) => state.zoom === null);
  return (
    <>
      <button type="button" className="icon-button" aria-label={ZOOM.in} title={ZOOM.inTip} onClick={() => zoom.in()}>
        <ZoomIn aria-hidden="true" />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={ZOOM.out}
        title={ZOOM.outTip}
        disabled={fitted}
        onClick={() => zoom.out()}
      >
        <ZoomOut aria-hidden="true" />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={ZOOM.whole}
        title={ZOOM.wholeTip}
        disabled={fitted}
        onClick={() => zoom.fit()}
      >
        <Maximize aria-hidden="true" />
      </button>
    </>
  );
}
