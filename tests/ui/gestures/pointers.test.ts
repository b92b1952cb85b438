import { describe, expect, it } from 'vitest';
import { claimOf, HOLD_MS, NO_POINTERS, step } from '~/ui/gestures/pointers';
import type { Claim, PointerAction, PointerInput, PointerKind, PointerSpot, Under } from '~/ui/gestures/pointers';

const NOTHING: Under = {
  elsewhere: false,
  thing: false,
  divider: false,
  toolInHand: false,
  panKey: false,
  zoomed: false,
};

const spot = (id: number, xPx: number, yPx: number, atMs = 0, kind: PointerKind = 'touch'): PointerSpot => ({
  id,
  kind,
  xPx,
  yPx,
  atMs,
  pressure: null,
});
const down = (id: number, xPx: number, yPx: number, claim: Claim, atMs = 0): PointerInput => ({
  type: 'down',
  at: spot(id, xPx, yPx, atMs),
  claim,
  primary: false,
});
const move = (id: number, xPx: number, yPx: number, atMs = 0): PointerInput => ({
  type: 'move',
  at: spot(id, xPx, yPx, atMs),
});
const up = (id: number, xPx: number, yPx: number, atMs = 0): PointerInput => ({
  type: 'up',
  at: spot(id, xPx, yPx, atMs),
});

/** All that is done about some events, one after the other. */
function doneAbout(...inputs: readonly PointerInput[]): readonly PointerAction[] {
  let state = NO_POINTERS;
  return inputs.flatMap((input) => {
    const [next, actions] = step(state, input);
    state = next;
    return actions;
  });
}
const typesOf = (actions: readonly PointerAction[]): readonly string[] => actions.map(({ type }) => type);

describe('who gets a pointer that is alone', () => {
  it('a visible point before the tool in hand, that before the divider, that before moving the picture', () => {
    const all = { ...NOTHING, thing: true, toolInHand: true, divider: true, zoomed: true };
    expect(claimOf(all)).toBe('thing');
    expect(claimOf({ ...all, thing: false })).toBe('tool');
    expect(claimOf({ ...all, thing: false, toolInHand: false })).toBe('divider');
    expect(claimOf({ ...NOTHING, zoomed: true })).toBe('pan');
    expect(claimOf(NOTHING)).toBe('nothing');
    expect(claimOf({ ...all, panKey: true })).toBe('pan');
    expect(claimOf({ ...all, elsewhere: true })).toBe('elsewhere');
  });

  it('is told of its moves once it moved farther than a tremble, and from there on', () => {
    expect(
      doneAbout(down(1, 50, 50, 'thing'), move(1, 54, 50), move(1, 60, 50), move(1, 70, 45), up(1, 70, 45)),
    ).toEqual([
      { type: 'take', claim: 'thing', at: spot(1, 50, 50) },
      { type: 'move', at: spot(1, 50, 50) },
      { type: 'move', at: spot(1, 60, 45) },
      { type: 'letGo', at: spot(1, 60, 45), moved: true },
    ]);
    expect(doneAbout(down(1, 50, 50, 'thing'), move(1, 54, 50), up(1, 54, 50)).at(-1)).toMatchObject({
      type: 'letGo',
      moved: false,
    });
  });

  it('moves the zoomed picture with the finger, and does nothing at fit', () => {
    expect(doneAbout(down(1, 50, 50, 'pan'), move(1, 60, 50), move(1, 70, 45), up(1, 70, 45))).toEqual([
      { type: 'view', dxPx: 10, dyPx: 0, xPx: 60, yPx: 50, times: 1 },
      { type: 'view', dxPx: 10, dyPx: -5, xPx: 70, yPx: 45, times: 1 },
    ]);
    expect(doneAbout(down(1, 50, 50, 'nothing'), move(1, 90, 50), up(1, 90, 50))).toEqual([]);
  });
});

describe('two pointers are the view', () => {
  it.each(['thing', 'tool', 'divider'] as const)('what one had begun with a %s is taken back', (claim) => {
    const done = doneAbout(down(1, 50, 50, claim), move(1, 80, 50), down(2, 180, 50, 'thing'), move(2, 280, 50));
    expect(typesOf(done)).toEqual(['take', 'move', 'takeBack', 'view']);
    const view = done.at(-1);
    expect(view).toMatchObject({ dxPx: 50, dyPx: 0, xPx: 180, yPx: 50, times: 2 });
  });

  it('the finger that stays moves the picture and begins nothing', () => {
    const done = doneAbout(
      down(1, 50, 50, 'thing'),
      down(2, 150, 50, 'tool'),
      up(2, 150, 50),
      move(1, 55, 50),
      up(1, 55, 50),
      down(3, 50, 50, 'tool'),
    );
    expect(typesOf(done)).toEqual(['take', 'takeBack', 'view', 'take']);
  });

  it('a pointer beside the picture counts, but moves nothing', () => {
    const done = doneAbout(down(1, 50, 900, 'elsewhere'), down(2, 50, 50, 'thing'), move(1, 60, 950), move(2, 60, 60));
    expect(done).toEqual([{ type: 'view', dxPx: 10, dyPx: 10, xPx: 60, yPx: 60, times: 1 }]);
  });
});

describe('what is begun is taken back', () => {
  it.each<PointerInput>([
    { type: 'cancel', id: 1 },
    { type: 'lost', id: 1 },
    { type: 'lost', id: null },
    { type: 'escape' },
  ])('by $type', (stop) => {
    const done = doneAbout(down(1, 50, 50, 'tool'), move(1, 60, 50), stop, move(1, 70, 50), up(1, 70, 50));
    expect(typesOf(done)).toEqual(['take', 'move', 'takeBack']);
  });

  it('where a pointer comes down again that was missed when it was lifted', () => {
    const again = doneAbout(down(1, 50, 50, 'tool'), down(1, 90, 90, 'thing'));
    expect(typesOf(again)).toEqual(['take', 'takeBack', 'take']);
    const first = { ...down(2, 90, 90, 'thing'), primary: true } as PointerInput;
    expect(typesOf(doneAbout(down(1, 50, 50, 'tool'), first))).toEqual(['take', 'takeBack', 'take']);
  });

  it('but not by the loss of another pointer', () => {
    const done = doneAbout(down(1, 50, 50, 'tool'), { type: 'lost', id: 9 }, { type: 'cancel', id: 9 }, up(1, 50, 50));
    expect(typesOf(done)).toEqual(['take', 'letGo']);
  });
});

describe('taps and presses', () => {
  const tap = (id: number, xPx: number, atMs: number, claim: Claim = 'nothing'): readonly PointerInput[] => [
    down(id, xPx, 50, claim, atMs),
    up(id, xPx, 50, atMs + 40),
  ];

  it('two quick taps at one place are a double tap', () => {
    expect(doneAbout(...tap(1, 50, 0), ...tap(2, 60, 150))).toEqual([{ type: 'doubleTap', at: spot(2, 60, 50, 190) }]);
    expect(doneAbout(...tap(1, 50, 0), ...tap(2, 60, 500))).toEqual([]);
    expect(doneAbout(...tap(1, 50, 0), ...tap(2, 120, 150))).toEqual([]);
    expect(typesOf(doneAbout(...tap(1, 50, 0), ...tap(2, 50, 150), ...tap(3, 50, 300)))).toEqual(['doubleTap']);
  });

  it('taps of a tool, and of two fingers at once, are none', () => {
    expect(typesOf(doneAbout(...tap(1, 50, 0, 'tool'), ...tap(2, 50, 150, 'tool')))).not.toContain('doubleTap');
    const two = [down(1, 50, 50, 'nothing'), down(2, 60, 50, 'nothing'), up(1, 50, 50, 20), up(2, 60, 50, 20)];
    expect(doneAbout(...two, ...tap(3, 55, 60))).toEqual([]);
  });

  it('a finger that rests is a press; a second one takes it back', () => {
    const still: PointerInput = { type: 'still', id: 1 };
    const press = [down(1, 50, 50, 'pan'), still] as const;
    expect(typesOf(doneAbout(...press, move(1, 90, 50, HOLD_MS + 50), up(1, 90, 50, HOLD_MS + 90)))).toEqual([
      'press',
      'endPress',
    ]);
    expect(doneAbout(...press, down(2, 90, 90, 'pan')).at(-1)).toEqual({ type: 'endPress', lifted: false });
    expect(doneAbout(down(1, 50, 50, 'thing'), still)).toHaveLength(1);
    expect(doneAbout(down(1, 50, 50, 'pan'), move(1, 90, 50), still)).toHaveLength(1);
  });

  it('a move that the page hears of late makes it a drag after all', () => {
    const done = doneAbout(down(1, 50, 50, 'pan'), { type: 'still', id: 1 }, move(1, 90, 50, HOLD_MS - 100));
    expect(typesOf(done)).toEqual(['press', 'endPress', 'view']);
  });
});
