import { ImagePlus } from 'lucide-react';
import { designViews } from '~/model/design/consultation';
import type { PointId } from '~/model/design/line-points';
import { useApp, useAppState, useOverlay } from '~/ui/base/app-context';
import { openViewPicker } from '~/ui/base/view-picker';
import { LINE_ELSEWHERE } from '~/ui/words/hairline-words';

const FRONT: readonly PointId[] = ['rightCorner', 'middle', 'leftCorner'];

/** Whether the photo shows the front of the line; true until that is known. */
export const useFrontInSight = (): boolean =>
  useOverlay((now) => now?.handles.some(({ id, inSight }) => inSight && FRONT.includes(id)) ?? true);

/** Said where the line is set on a photo that does not show it: what is chosen changes nothing that is seen. Another photo does. */
export function LineElsewhere() {
  const { commands } = useApp();
  const isAlone = useAppState(({ history }) => designViews(history.committed).length === 1);
  return (
    <p className="opinion-chip line-elsewhere" data-own-gesture="">
      <span>{isAlone ? LINE_ELSEWHERE.alone : LINE_ELSEWHERE.among}</span>
      {isAlone && (
        <button type="button" className="button small" onClick={() => openViewPicker(commands)}>
          <ImagePlus aria-hidden="true" />
          {LINE_ELSEWHERE.add}
        </button>
      )}
    </p>
  );
}
