import type { PointPx } from '~/model/base/units';
import type { PictureHand } from './hands';
import type { ToPhoto } from './place-tool';

interface PictureParts {
  readonly zoom: {
    about(at: PointPx<'view'>, times: number): void;
    panBy(dxPx: number, dyPx: number): void;
    /** Near at this place, or back. */
    toggle(at: PointPx<'view'>): void;
  };
  readonly toPhoto: ToPhoto;
  /** Whether the pointer that came down last lay on the hairline, where points can be added. */
  readonly onLine: () => boolean;
  /** Shows one more point, until commit or cancelGesture. */
  readonly addPoint: (place: PointPx) => void;
  readonly commit: () => void;
  readonly cancelGesture: () => void;
  /** The bare photo, while a finger rests on the picture. */
  readonly showBefore: (shown: boolean) => void;
}

/** What pointers do on the picture itself: move it, enlarge it, add points to the line, show what was before. */
export function pictureHand({ zoom, toPhoto, onLine, ...verbs }: PictureParts): PictureHand {
  let adding = false;
  const add = (at: PointPx<'view'>): boolean => {
    const place = onLine() ? toPhoto(at) : null;
    if (place !== null) verbs.addPoint(place);
    return place !== null;
  };
  return {
    view(dxPx, dyPx, about, times) {
      if (dxPx !== 0 || dyPx !== 0) zoom.panBy(dxPx, dyPx);
      if (times !== 1) zoom.about(about, times);
    },
    doubleTap(at) {
      if (add(at)) verbs.commit();
      else zoom.toggle(at);
    },
    press(at) {
      adding = add(at);
      if (!adding) verbs.showBefore(true);
    },
    endPress(lifted) {
      if (!adding) verbs.showBefore(false);
      else if (lifted) verbs.commit();
      else verbs.cancelGesture();
      adding = false;
    },
  };
}
