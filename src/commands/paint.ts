import type { StoreApi } from 'zustand/vanilla';
import { pickScalp } from '~/model/camera';
import type { Design, Stroke, StrokeKind } from '~/model/design';
import { PROJECT_LIMITS } from '~/model/project';
import type { Direction } from '~/model/units';
import type { AppState, Tool } from '~/store/app-state';
import type { Commands } from './commands';
import type { EditCommands } from './edit-design';
import type { Picture } from './picture';

/** Places nearer together than this share of the brush add nothing to a stroke. */
const LEAST_STEP = 0.2;

/** What each brush lays down. */
const STROKE_OF: Readonly<Record<Exclude<Tool, 'look'>, StrokeKind>> = {
  paint: 'add',
  erase: 'none',
  markHair: 'hair',
  markBare: 'bare',
};

/** About a head's radius: turns the angle between two directions into mm, near enough for thinning out a stroke. */
const HEAD_RADIUS_MM = 90;

const distanceMm = (a: Direction, b: Direction): number => HEAD_RADIUS_MM * Math.hypot(a.x - b.x, a.y - b.y, a.z - b.z);

/** The brush: a stroke grows with every call until `commit`, and is one step of undo. */
export function paintCommands(
  store: StoreApi<AppState>,
  { preview }: EditCommands,
  picture: Picture,
): Pick<Commands, 'paintAt'> {
  return {
    paintAt(at) {
      const { tool, brushMm, history } = store.getState();
      if (tool === 'look') return;
      const begun = history.draft !== null && history.draft.strokes.length > history.settled.strokes.length;
      preview((design) => {
        const fit = picture.fitOf(design);
        const direction = fit === null ? null : pickScalp(fit, at);
        if (direction === null) return design;
        return begun
          ? longer(design, direction)
          : withStroke(design, { kind: STROKE_OF[tool], widthMm: brushMm, path: [direction] });
      });
    },
  };
}

const withStroke = (design: Design, stroke: Stroke): Design =>
  design.strokes.length >= PROJECT_LIMITS.strokes ? design : { ...design, strokes: [...design.strokes, stroke] };

function longer(design: Design, direction: Direction): Design {
  const stroke = design.strokes.at(-1);
  const before = stroke?.path.at(-1);
  if (stroke === undefined || before === undefined || stroke.path.length >= PROJECT_LIMITS.strokePoints) return design;
  if (distanceMm(before, direction) < LEAST_STEP * stroke.widthMm) return design;
  return { ...design, strokes: [...design.strokes.slice(0, -1), { ...stroke, path: [...stroke.path, direction] }] };
}
