import { pickScalp } from '~/model/camera';
import { handleMoveTo, moveHandle } from '~/model/handle-moves';
import type { Commands } from './commands';
import type { EditCommands } from './edit-design';
import type { Picture } from './picture';

/** Hairline points follow the finger, or arrow keys; `commit` ends either. */
export function dragHairlineCommands(
  { preview }: EditCommands,
  picture: Picture,
): Pick<Commands, 'dragHandle' | 'nudgeHandle'> {
  return {
    dragHandle(id, to) {
      preview((design) => {
        const fit = picture.fitOf(design);
        const direction = fit === null ? null : pickScalp(fit, to);
        // Off the head the point stays where it was last.
        return fit === null || direction === null ? design : handleMoveTo(design, fit, id, direction);
      });
    },

    nudgeHandle(id, sideMm, upMm) {
      preview((design) => {
        const fit = picture.fitOf(design);
        return fit === null ? design : moveHandle(design, fit, id, sideMm, upMm);
      });
    },
  };
}
