import { addedPoint, withPoint } from '~/model/design/edit-points';
import { isAdded, MOST_ADDED, SIDES } from '~/model/design/line-points';
import { useApp, useAppState, useDesign, useSetView } from '~/ui/base/app-context';
import { Switch } from '~/ui/controls/switch';
import { pointName } from '~/ui/words/setting-words';

/** Points of the line: more of them, what is done with the one in hand, and on which side. */
export function LinePoints() {
  const { commands } = useApp();
  const setView = useSetView();
  const design = useDesign();
  const inHand = useAppState((state) => state.pointInHand);
  const alone = useAppState((state) => state.thisSideOnly);
  const point = inHand === null ? null : addedPoint(design, inHand);
  const isFull = SIDES.every((on) => design.points.filter(({ side }) => side === on).length >= MOST_ADDED);
  const isMoved = Object.keys(design.handles).length > 0 || design.points.length > 0;
  return (
    <div className="group">
      <div className="tool-row">
        <button type="button" className="button small" disabled={isFull} onClick={() => commands.addPoint(null)}>
          Add a point
        </button>
        <button
          type="button"
          className="button small"
          disabled={!isMoved}
          onClick={() => commands.change((now) => ({ ...now, handles: {}, points: [] }))}
        >
          Reset moved points
        </button>
      </div>
      <p className="hint">
        A double tap or a long press on the line adds a point there. Drag it, or use the arrow keys.
      </p>
      {design.mirror && (
        <Switch
          label="This side only"
          on={alone}
          hint="Points move, come and go on one side; the other stays."
          onChange={(on) => setView({ thisSideOnly: on })}
        />
      )}
      {point !== null && inHand !== null && isAdded(inHand) && (
        <div role="group" aria-label={pointName(inHand)}>
          <p className="hint">{pointName(inHand)}</p>
          <Switch
            label="Sharp corner"
            on={point.sharp}
            onChange={(sharp) =>
              commands.change((now) => withPoint(now, inHand, now.mirror && !alone, () => ({ sharp })))
            }
          />
          <button type="button" className="button small" onClick={() => commands.deletePoint(inHand)}>
            Delete point
          </button>
        </div>
      )}
    </div>
  );
}
