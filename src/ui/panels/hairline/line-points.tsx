import { addedPoint, withPoint } from '~/model/design/edit-points';
import { isAdded, MOST_ADDED, SIDES } from '~/model/design/line-points';
import { useAlone } from '~/ui/base/alone';
import { useApp, useAppState, useDesign, useSetView } from '~/ui/base/app-context';
import { Switch } from '~/ui/controls/switch';
import { Toolbar } from '~/ui/controls/toolbar';
import { LINE_POINTS } from '~/ui/words/hairline-words';
import { pointName } from '~/ui/words/picture-words';
import { MirrorSwitch } from './mirroring';

/** Points of the line: more of them, what is done with the one in hand, and on which side. */
export function LinePoints() {
  const { commands } = useApp();
  const setView = useSetView();
  const design = useDesign();
  const shownAlone = useAlone();
  const inHand = useAppState((state) => state.pointInHand);
  const alone = useAppState((state) => state.thisSideOnly);
  const point = inHand === null ? null : addedPoint(design, inHand);
  const isFull = SIDES.every((on) => design.points.filter(({ side }) => side === on).length >= MOST_ADDED);
  const isMoved = Object.keys(design.handles).length > 0 || design.points.length > 0;
  return (
    <Toolbar role="group" label={LINE_POINTS.name} className="group">
      {!shownAlone && <MirrorSwitch />}
      <div className="tool-row">
        <button
          type="button"
          className="button small"
          data-entry=""
          disabled={isFull}
          onClick={() => commands.addPoint(null)}
        >
          {LINE_POINTS.add}
        </button>
        <button
          type="button"
          className="button small"
          disabled={!isMoved}
          onClick={() => commands.change((now) => ({ ...now, handles: {}, points: [] }))}
        >
          {LINE_POINTS.reset}
        </button>
      </div>
      <p className="hint">{LINE_POINTS.hint}</p>
      {design.mirror && (
        <Switch
          label={LINE_POINTS.thisSide}
          on={alone}
          hint={LINE_POINTS.thisSideHint}
          onChange={(on) => setView({ thisSideOnly: on })}
        />
      )}
      {point !== null && inHand !== null && isAdded(inHand) && (
        <div role="group" aria-label={pointName(inHand)}>
          <p className="hint">{pointName(inHand)}</p>
          <Switch
            label={LINE_POINTS.sharp}
            on={point.sharp}
            onChange={(sharp) =>
              commands.change((now) => withPoint(now, inHand, now.mirror && !alone, () => ({ sharp })))
            }
          />
          <button type="button" className="button small" onClick={() => commands.deletePoint(inHand)}>
            {LINE_POINTS.delete}
          </button>
        </div>
      )}
    </Toolbar>
  );
}
