import type { StoreApi } from 'zustand/vanilla';
import type { Direction } from '~/model/base/units';
import type { Design } from '~/model/design/design';
import type { PencilLine, Stroke, StrokeKind } from '~/model/design/drawing';
import { PROJECT_LIMITS } from '~/model/design/limits';
import { nextMark } from '~/model/laying/head-marks';
import { pickScalp } from '~/model/view/camera';
import type { PreviewSource } from '~/preview/preview-source';
import type { AppState, Tool } from '~/store/app-state';
import { committedDesign, isGesture, shownDesign } from '~/store/shown-design';
import type { Commands } from './commands';
import type { EditCommands } from './edit-design';
import { tapMark } from './place-head';

/** Places nearer together than this share of the brush add nothing to a stroke. */
const LEAST_STEP = 0.2;
/** The same for the pencil. */
const PENCIL_STEP_MM = 1;

/** What each brush lays down. */
const STROKE_OF: Readonly<Record<Exclude<Tool, 'look' | 'pencil' | 'note' | 'mark'>, StrokeKind>> = {
  paint: 'add',
  thinOut: 'less',
  erase: 'none',
  scar: 'scar',
  markHair: 'hair',
  markBare: 'bare',
};

/** About a head's radius: turns the angle between two directions into mm, near enough for thinning out a stroke. */
const HEAD_RADIUS_MM = 90;

const distanceMm = (a: Direction, b: Direction): number => HEAD_RADIUS_MM * Math.hypot(a.x - b.x, a.y - b.y, a.z - b.z);

/** What a tool makes of a place on the head: it begins something, or goes on with what this gesture began. */
interface Hand {
  readonly begin: (design: Design, at: Direction, pressure?: number) => Design;
  readonly goOn: (design: Design, at: Direction, pressure?: number) => Design;
  /** Grows by one when something is begun. */
  readonly count: (design: Design) => number;
}

/** All that is drawn on the head: what grows during a gesture is one step of undo. */
export function paintCommands(
  store: StoreApi<AppState>,
  { preview }: EditCommands,
  picture: PreviewSource,
): Pick<Commands, 'paintAt'> {
  return {
    paintAt(at, pressure) {
      const state = store.getState();
      if (state.tool === 'mark') {
        const mark = nextMark(state.history.committed, state.markWanted);
        if (mark !== null) tapMark(store, mark, at);
        return;
      }
      const hand = handOf(state);
      if (hand === null) return;
      const begun = isGesture(state) && hand.count(shownDesign(state)) > hand.count(committedDesign(state));
      preview((design) => {
        const fit = picture.fitOf(design);
        const direction = fit === null ? null : pickScalp(fit, at);
        if (direction === null) return design;
        return (begun ? hand.goOn : hand.begin)(design, direction, pressure);
      });
    },
  };
}

function handOf(state: AppState): Hand | null {
  if (state.tool === 'look' || state.tool === 'mark') return null;
  if (state.tool === 'pencil') return PENCIL;
  if (state.tool === 'note') return NOTE;
  return brush(STROKE_OF[state.tool], state);
}

function brush(kind: StrokeKind, { brushMm, brushSoftnessPercent, paintPercent, thinPercent }: AppState): Hand {
  const percent = kind === 'add' ? paintPercent : kind === 'less' ? thinPercent : 100;
  return {
    count: ({ strokes }) => strokes.length,
    begin: (design, at, pressure) =>
      withStroke(design, {
        kind,
        widthMm: brushMm,
        softness: brushSoftnessPercent / 100,
        strength: percent / 100,
        path: [at],
        pressure: pressure === undefined ? [] : [pressure],
      }),
    goOn: (design, at, pressure) => longer(design, kind, at, pressure),
  };
}

const withStroke = (design: Design, stroke: Stroke): Design =>
  design.strokes.length >= PROJECT_LIMITS.strokes ? design : { ...design, strokes: [...design.strokes, stroke] };

/** The stroke that this gesture began goes on: the last of its kind, since marks and pigment are kept apart. */
function longer(design: Design, kind: StrokeKind, at: Direction, pressure = 1): Design {
  const index = design.strokes.findLastIndex((stroke) => stroke.kind === kind);
  const stroke = design.strokes.at(index);
  const before = stroke?.path.at(-1);
  if (index < 0 || stroke === undefined || before === undefined) return design;
  if (stroke.path.length >= PROJECT_LIMITS.strokePoints) return design;
  if (distanceMm(before, at) < LEAST_STEP * stroke.widthMm) return design;
  const pressed = stroke.pressure.length === 0 ? [] : [...stroke.pressure, pressure];
  return {
    ...design,
    strokes: design.strokes.with(index, { ...stroke, path: [...stroke.path, at], pressure: pressed }),
  };
}

const withLastLine = (design: Design, line: PencilLine): Design => ({
  ...design,
  pencil: [...design.pencil.slice(0, -1), line],
});

const PENCIL: Hand = {
  count: ({ pencil }) => pencil.length,
  begin: (design, at) =>
    design.pencil.length >= PROJECT_LIMITS.pencilLines ? design : { ...design, pencil: [...design.pencil, [at]] },
  goOn: (design, at) => {
    const line = design.pencil.at(-1);
    const before = line?.at(-1);
    if (line === undefined || before === undefined || line.length >= PROJECT_LIMITS.strokePoints) return design;
    return distanceMm(before, at) < PENCIL_STEP_MM ? design : withLastLine(design, [...line, at]);
  },
};

/** A new note follows the hand until it is let go, and is written afterwards. */
const NOTE: Hand = {
  count: ({ notes }) => notes.length,
  begin: (design, at) =>
    design.notes.length >= PROJECT_LIMITS.notes ? design : { ...design, notes: [...design.notes, { at, text: '' }] },
  goOn: (design, at) => {
    const note = design.notes.at(-1);
    return note === undefined ? design : { ...design, notes: [...design.notes.slice(0, -1), { ...note, at }] };
  },
};
