import { useDesign, useOverlay } from '~/ui/app-context';

/** What the scale assumes: an average face, about ±6 % on real people (pipeline notes, section 2). */
const SCALE_ERROR = 0.06;

/** Distances along the skin, each with what the scale may be wrong by. */
export function MeasurementList() {
  const design = useDesign();
  const handles = useOverlay((overlay) => overlay?.handles ?? null);
  const width = useOverlay((overlay) => (overlay?.fit == null ? null : 2 * overlay.fit.cranium.halfBreadthMm));
  if (handles === null) return null;
  const at = (id: string) => handles.find((handle) => handle.id === id);
  const [middle, left, right] = [at('middle'), at('leftCorner'), at('rightCorner')];
  const rows: readonly (readonly [string, number | undefined])[] = [
    ['Glabella to the middle of the line', middle?.heightMm],
    ['Left corner, above the glabella', left?.heightMm],
    ['Right corner, above the glabella', right?.heightMm],
    ['Corner to corner', left === undefined || right === undefined ? undefined : left.sideMm - right.sideMm],
    ['Breadth of the head', width ?? undefined],
  ];
  const bySize = design.head.scale !== 1;
  return (
    <div className="group">
      <dl className="totals">
        {rows.map(
          ([name, mm]) =>
            mm !== undefined && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  {Math.round(mm)} mm
                  {!bySize && <small> ± {Math.max(1, Math.round(Math.abs(mm) * SCALE_ERROR))}</small>}
                </dd>
              </div>
            ),
        )}
      </dl>
      <p className="hint">
        {bySize
          ? 'By the head size you set.'
          : 'The scale comes from an average face, so every distance may be off by about 6 %. Set the head size to correct it.'}
        {' The glabella is the place between the brows.'}
      </p>
    </div>
  );
}
