import { Maximize, ZoomIn, ZoomOut } from 'lucide-react';
import { useAppState } from '~/ui/base/app-context';
import { useZoom } from '~/ui/canvas/use-zoom';

export function ZoomButtons() {
  const zoom = useZoom();
  const fitted = useAppState((state) => state.zoom === null);
  return (
    <div className="pill zoom-buttons" role="group" aria-label="Zoom" data-own-gesture="">
      <button type="button" className="icon-button" aria-label="Zoom in" title="Zoom in (+)" onClick={() => zoom.in()}>
        <ZoomIn aria-hidden="true" />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label="Zoom out"
        title="Zoom out (−)"
        disabled={fitted}
        onClick={() => zoom.out()}
      >
        <ZoomOut aria-hidden="true" />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label="Show the whole picture"
        title="Show the whole picture (0)"
        disabled={fitted}
        onClick={() => zoom.fit()}
      >
        <Maximize aria-hidden="true" />
      </button>
    </div>
  );
}
