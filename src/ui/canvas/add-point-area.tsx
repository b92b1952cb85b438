import { useOverlay, useSetView } from '~/ui/base/app-context';
import { linePath } from './line-path';

/** The area along the line where a press or a double tap adds a point (use-hands.ts). */
export function AddPointArea() {
  const setView = useSetView();
  const lines = useOverlay((now) => now?.hairline ?? null);
  const camera = useOverlay((now) => now?.camera ?? null);
  if (lines === null || camera === null) return null;
  return (
    <svg className="picture-lines add-point-area" aria-hidden="true">
      <g data-hairline="" onPointerEnter={() => setView({ lineTouched: true })}>
        {lines.map((line, index) => (
          <path key={index} d={linePath(camera, line)} />
        ))}
      </g>
    </svg>
  );
}
