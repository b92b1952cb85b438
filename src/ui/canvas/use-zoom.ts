import { useEffect, useMemo, useRef } from 'react';
import type { PointPx, SizePx } from '~/model/base/units';
import { photoOnScreen } from '~/store/screen';
import { useApp } from '~/ui/base/app-context';
import { pannedBy, toggledAt, zoomedAbout, ZOOM_STEP, type Zoom } from './zoom';

/** Ways to move the picture; all of them read the state of the moment, not of the last render. */
export interface ZoomControl {
  about(at: PointPx<'view'>, times: number): void;
  panBy(dxPx: number, dyPx: number): void;
  in(): void;
  out(): void;
  fit(): void;
  /** Near at a point of the view, CSS px, or back to how the picture was seen when it was opened, or to all of it. */
  toggle(at: PointPx<'view'>): void;
}

export function useZoom(): ZoomControl {
  const { store, overlay } = useApp();
  /** The zoom at rest: the one that a photo is framed at, until all of it is asked for. */
  const rest = useRef(store.getState().zoom);
  useEffect(
    () =>
      store.subscribe((now, before) => {
        const isFramed = before.toFrame && !now.toFrame;
        if (isFramed || photoOnScreen(now) !== photoOnScreen(before) || now.zoom === null) rest.current = now.zoom;
      }),
    [store],
  );
  return useMemo(() => {
    const change = (next: (zoom: Zoom, photo: SizePx, view: SizePx<'view'>) => Zoom): void => {
      const state = store.getState();
      const photo = photoOnScreen(state)?.size;
      const view = overlay.getState()?.size;
      if (photo === undefined || view === undefined) return;
      store.setState({ zoom: next(state.zoom, photo, view) });
    };
    const about = (at: PointPx<'view'>, times: number): void =>
      change((zoom, photo, view) => zoomedAbout(zoom, photo, view, at, times));
    const aboutMiddle = (times: number): void =>
      change((zoom, photo, view) =>
        zoomedAbout(zoom, photo, view, { xPx: view.widthPx / 2, yPx: view.heightPx / 2 }, times),
      );
    return {
      about,
      panBy: (dx, dy) => change((zoom, photo, view) => pannedBy(zoom, photo, view, dx, dy)),
      in: () => aboutMiddle(ZOOM_STEP),
      out: () => aboutMiddle(1 / ZOOM_STEP),
      fit: () => store.setState({ zoom: null }),
      toggle: (at) => change((zoom, photo, view) => toggledAt(zoom, rest.current, photo, view, at)),
    };
  }, [store, overlay]);
}
