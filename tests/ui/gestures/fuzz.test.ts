import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import type { PointPx } from '~/model/base/units';
import { begin } from '~/model/design/history';
import type { PointId } from '~/model/design/line-points';
import { pointPlaces } from '~/model/hairline/point-moves';
import { projectPoint } from '~/model/view/camera';
import { shownDesign } from '~/store/shown-design';
import { dividerTool } from '~/ui/gestures/divider-tool';
import { createHands } from '~/ui/gestures/hands';
import type { Found, Hands } from '~/ui/gestures/hands';
import { headTool } from '~/ui/gestures/head-tool';
import { paintTool } from '~/ui/gestures/paint-tool';
import { pictureHand } from '~/ui/gestures/picture-hand';
import { pointTool } from '~/ui/gestures/point-tool';
import { HOLD_MS } from '~/ui/gestures/pointers';
import type { PointerKind, PointerSpot } from '~/ui/gestures/pointers';
import { rulerTool } from '~/ui/gestures/ruler-tool';
import type { Tool } from '~/ui/gestures/tool';
import { setUp } from '../../support/set-up-commands';

/** What a pointer of the fuzz comes down on. */
const PLACES = ['middle', 'leftCorner', 'rightTemple', 'ruler', 'head', 'divider', 'line', 'skin', 'beside'] as const;
type Place = (typeof PLACES)[number];
const TOOLS = ['look', 'paint', 'erase', 'scar', 'pencil', 'note'] as const;

const FINGERS = 4;

interface Event {
  readonly do: 'down' | 'move' | 'up' | 'cancel' | 'still' | 'lost' | 'blur' | 'escape' | 'takeTool';
  readonly finger: number;
  readonly on: Place;
  readonly kind: PointerKind;
  readonly tool: (typeof TOOLS)[number];
  readonly dx: number;
  readonly dy: number;
}

const oneOf = <Value>(...values: readonly Value[]): fc.Arbitrary<Value> => fc.constantFrom(...values);
const event: fc.Arbitrary<Event> = fc.record({
  do: oneOf(
    ...(['down', 'down', 'down', 'move', 'move', 'move', 'move', 'up', 'up', 'up'] as const),
    ...(['cancel', 'still', 'lost', 'blur', 'escape', 'takeTool'] as const),
  ),
  finger: fc.nat({ max: FINGERS - 1 }),
  on: oneOf(...PLACES),
  kind: oneOf<PointerKind>('touch', 'touch', 'touch', 'pen', 'mouse'),
  tool: oneOf(...TOOLS),
  dx: fc.integer({ min: -60, max: 60 }),
  dy: fc.integer({ min: -60, max: 60 }),
});

/** Whole gestures among events that come anyhow: few of the latter alone would ever end as an edit. */
const events: fc.Arbitrary<readonly Event[]> = fc
  .array(
    fc.oneof(
      event.map((each): readonly Event[] => [each]),
      fc
        .tuple(event, fc.array(event, { minLength: 1, maxLength: 5 }))
        .map(([first, more]): readonly Event[] => [
          { ...first, do: 'takeTool' },
          { ...first, do: 'down' },
          ...more.map((each): Event => ({ ...each, do: each.do === 'still' ? 'still' : 'move', finger: first.finger })),
          { ...first, do: 'up' },
        ]),
    ),
    { minLength: 4, maxLength: 20 },
  )
  .map((parts) => parts.flat());

/** The editor's tools on the real commands and the real undo, on a picture seen px for px. */
async function table() {
  const all = setUp();
  await all.open();
  const { commands, store, picture } = all;
  const design = () => shownDesign(store.getState());
  const head = () => {
    const fit = picture.fitOf(design());
    if (fit === null) throw new Error('there is a head');
    return fit;
  };
  const toPhoto = (at: PointPx<'view'>): PointPx => ({ xPx: at.xPx, yPx: at.yPx });
  const seen = (id: 'middle' | 'leftCorner' | 'rightTemple'): PointPx<'view'> => {
    const fit = head();
    const { xPx, yPx } = projectPoint(fit, pointPlaces(design(), fit)[id].pointMm);
    return { xPx, yPx };
  };
  const point = (id: PointId & ('middle' | 'leftCorner' | 'rightTemple')): Tool =>
    pointTool({ id, verbs: commands, seenAt: () => seen(id), toPhoto, held: () => undefined, leftIsRight: () => true });
  const points = { middle: point('middle'), leftCorner: point('leftCorner'), rightTemple: point('rightTemple') };
  const ruler = rulerTool({
    seenAt: () => {
      const from = store.getState().ruler?.from;
      return from === undefined ? null : { xPx: from.xPx, yPx: from.yPx };
    },
    toPhoto,
    place: () => store.getState().ruler?.from ?? null,
    put: (from) => {
      const now = store.getState().ruler;
      if (now !== null) store.setState({ ruler: { ...now, from } });
    },
    moved: () => null,
    held: () => undefined,
  });
  const grip = headTool({
    kind: 'move',
    seen: () => ({ head: design().head, centre: { xPx: 100, yPx: 100 }, pxPerMm: 2 }),
    seenAt: () => ({ xPx: 100, yPx: 100 }),
    show: (moved) => commands.preview((now) => ({ ...now, head: moved })),
    commit: () => commands.commit(),
    cancelGesture: () => commands.cancelGesture(),
  });
  const divider = dividerTool({
    toPhoto,
    seenAt: () => null,
    percentAt: (xPx) => xPx / 10,
    percent: () => store.getState().wipePercent,
    show: (wipePercent) => store.setState({ wipePercent }),
  });
  const brush = paintTool(commands, toPhoto);
  let onLine = false;
  const freshHands = (): Hands =>
    createHands(
      pictureHand({
        zoom: { about: () => undefined, panBy: () => undefined, toggle: () => undefined },
        toPhoto,
        onLine: () => onLine,
        addPoint: (place) => commands.addPoint(place),
        commit: () => commands.commit(),
        cancelGesture: () => commands.cancelGesture(),
        showBefore: (holdingBefore) => store.setState({ holdingBefore }),
      }),
    );
  const found = (on: Place): Found => {
    onLine = on === 'line';
    const thing =
      on === 'ruler' ? ruler : on === 'head' ? grip : on in points ? points[on as keyof typeof points] : null;
    return {
      elsewhere: on === 'beside',
      panKey: false,
      zoomed: false,
      thing,
      divider: on === 'divider' ? divider : null,
      inHand: store.getState().tool === 'look' ? null : brush,
    };
  };
  const start = (on: Place): PointPx<'view'> => (on in points ? seen(on as keyof typeof points) : seen('middle'));
  return { ...all, freshHands, found, start };
}

type Table = Awaited<ReturnType<typeof table>>;
let editor: Table;
beforeAll(async () => {
  editor = await table();
});

/** Plays the events, and asks after each whether the rules hold, by a count of fingers of its own. */
function play({ store, commands, freshHands, found, start }: Table, events: readonly Event[]): void {
  const hands = freshHands();
  const down = new Map<number, PointerSpot>();
  let clock = 0;
  /** The only finger that is down, as long as it was always alone and nothing took back what it did. */
  let alone: number | null = null;
  const history = () => store.getState().history;
  let settled = history().committed;

  for (const each of events) {
    clock += 16;
    const before = history();
    const at = down.get(each.finger);
    let ended = false;
    if (each.do === 'takeTool') {
      if (down.size === 0) store.setState({ tool: each.tool });
    } else if (each.do === 'down') {
      if (at !== undefined) continue;
      const { xPx, yPx } = start(each.on);
      const spot: PointerSpot = { id: each.finger, kind: each.kind, xPx, yPx, atMs: clock, pressure: null };
      down.set(each.finger, spot);
      alone = down.size === 1 ? each.finger : null;
      hands.down(spot, found(each.on), false);
    } else if (each.do === 'blur') {
      hands.tell({ type: 'lost', id: null });
      alone = null;
    } else if (each.do === 'escape') {
      hands.tell({ type: 'escape' });
      alone = null;
    } else if (at !== undefined) {
      const to: PointerSpot = { ...at, xPx: at.xPx + each.dx, yPx: at.yPx + each.dy, atMs: clock };
      if (each.do === 'move') {
        down.set(each.finger, to);
        hands.tell({ type: 'move', at: to });
      } else if (each.do === 'still') {
        clock += HOLD_MS;
        hands.tell({ type: 'still', id: each.finger });
      } else if (each.do === 'up') {
        ended = alone === each.finger;
        down.delete(each.finger);
        hands.tell({ type: 'up', at });
      } else {
        down.delete(each.finger);
        if (alone === each.finger) alone = null;
        if (each.do === 'lost') hands.tell({ type: 'lost', id: each.finger });
        hands.tell({ type: 'cancel', id: each.finger });
      }
    }

    const now = history();
    if (down.size !== 1 || alone === null) expect(now.draft).toBeNull();
    if (ended) {
      // One step where the design was changed, none where it was not; undo leads back to what was there.
      const steps = now.past.length - before.past.length;
      if (before.draft !== null && before.draft !== settled) {
        expect(steps).toBe(1);
        expect(now.committed).toBe(before.draft);
        expect(now.past.at(-1)).toBe(settled);
        commands.undo();
        expect(history().committed).toBe(settled);
        commands.redo();
      } else {
        expect([0, 1]).toContain(steps);
      }
      settled = history().committed;
    } else {
      expect(now.committed).toBe(settled);
    }
  }
  for (const [id, at] of down) hands.tell({ type: 'up', at: { ...at, id } });
  expect(history().draft).toBeNull();
}

it('whatever pointers do: two change no design, a cancelled one leaves nothing, every edit is one step of undo', () => {
  let edits = 0;
  const first = editor.store.getState().history.committed;
  fc.assert(
    fc.property(events, (sequence) => {
      const { store } = editor;
      const ruler = { kind: 'straight', from: { xPx: 50, yPx: 50 }, to: { xPx: 90, yPx: 50 } } as const;
      store.setState({ tool: 'look', ruler, history: begin(first) });
      play(editor, sequence);
      edits += store.getState().history.past.length;
    }),
    { numRuns: 300 },
  );
  // The sequences are worth something only if many of them edit.
  expect(edits).toBeGreaterThan(300);
});
