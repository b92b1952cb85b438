import type { StoreApi } from 'zustand/vanilla';
import type { Design } from '~/model/design/design';
import { addedPoint, withoutPoint } from '~/model/design/edit-points';
import { isAdded } from '~/model/design/line-points';
import { movePointTo, movePoint } from '~/model/hairline/point-moves';
import { addAt, addBeside, addedMoveTo, moveAdded } from '~/model/hairline/move-added';
import { pickScalp } from '~/model/view/camera';
import type { PreviewSource } from '~/preview/preview-source';
import type { AppState } from '~/store/app-state';
import { shownDesign } from '~/store/shown-design';
import type { Commands } from './commands';
import type { EditCommands } from './edit-design';

/** Where the focus goes from a point that is deleted. */
const STRETCH_END = { front: 'Corner', temple: 'Temple', side: 'Ear' } as const;

/** Hairline points follow the finger, or arrow keys; `commit` ends either. They can be added and taken away. */
export function dragHairlineCommands(
  store: StoreApi<AppState>,
  { preview, change }: EditCommands,
  picture: PreviewSource,
): Pick<Commands, 'dragHandle' | 'nudgeHandle' | 'addPoint' | 'deletePoint'> {
  const both = ({ mirror }: Design): boolean => mirror && !store.getState().thisSideOnly;

  return {
    dragHandle(id, to) {
      preview((design) => {
        const fit = picture.fitOf(design);
        const direction = fit === null ? null : pickScalp(fit, to);
        // Off the head the point stays where it was last.
        if (fit === null || direction === null) return design;
        return isAdded(id)
          ? addedMoveTo(design, fit, id, direction, both(design))
          : movePointTo(design, fit, id, direction, both(design));
      });
    },

    nudgeHandle(id, sideMm, upMm) {
      preview((design) => {
        const fit = picture.fitOf(design);
        if (fit === null) return design;
        return isAdded(id)
          ? moveAdded(design, fit, id, sideMm, upMm, both(design))
          : movePoint(design, fit, id, sideMm, upMm, both(design));
      });
    },

    addPoint(at) {
      const { pointInHand } = store.getState();
      const design = shownDesign(store.getState());
      const fit = picture.fitOf(design);
      const direction = fit === null || at === null ? null : pickScalp(fit, at);
      if (fit === null || (at !== null && direction === null)) return;
      const added =
        direction === null
          ? addBeside(design, fit, pointInHand, both(design))
          : addAt(design, fit, direction, both(design));
      if (added === null) return;
      if (at === null) change(() => added.design);
      else preview(() => added.design);
      store.setState({ pointInHand: added.id, pointToFocus: added.id });
    },

    deletePoint(id) {
      const point = addedPoint(shownDesign(store.getState()), id);
      if (point === null) return;
      change((design) => withoutPoint(design, id, both(design)));
      const next = `${point.side}${STRETCH_END[point.stretch]}` as const;
      store.setState({ pointInHand: next, pointToFocus: next });
    },
  };
}
