import { describe, expect, it } from 'vitest';
import { addDesign, addView, chooseDesign, chooseView } from '~/model/design/consultation';
import { begin } from '~/model/design/history';
import type { AppState, Subject } from '~/store/app-state';
import {
  comparableViews,
  comparedOf,
  comparedYears,
  startComparing,
  stateOfCompared,
  zoomCompared,
  zoomOfCompared,
} from '~/store/compared';
import { stopComparing } from '~/store/stop-comparing';
import { initialState } from '~/store/create-store';

/** So many designs, the last of them chosen, and compared. */
function comparing(designs: number): AppState {
  const state = initialState();
  let document = state.history.committed;
  for (let more = 1; more < designs; more++) document = addDesign(document, String(more));
  const screen = { kind: 'editing', subject: { photo: {} } as Subject } as const;
  const there = { ...state, screen, history: begin(document) };
  return { ...there, ...startComparing(there) };
}
const shown = (state: AppState) => comparedOf(state).map(({ design }) => design);

describe('what is compared', () => {
  it('are all designs up to four, the chosen one among them; one alone is seen at two moments', () => {
    expect(shown(comparing(2))).toEqual([0, 1]);
    expect(shown(comparing(4))).toEqual([0, 1, 2, 3]);
    expect(shown(comparing(8))).toEqual([0, 1, 2, 7]);
    const alone = comparing(1);
    expect(shown(alone)).toEqual([0, 0]);
    expect(comparedOf(alone).map(({ moment }) => moment.timeYears)).toEqual([1 / 12, 5]);
    expect(comparedYears(3)).toContain(5);
  });

  it('a design that is there no more gives way to the chosen one', () => {
    const state = comparing(3);
    const { designs } = state.history.committed;
    const fewer = { ...state.history.committed, designs: designs.slice(0, 2), chosenDesign: 1 };
    expect(shown({ ...state, history: begin(fewer) })).toEqual([0, 1, 1]);
  });

  it('is shown as that design alone, and nothing of the document changes', () => {
    const state = comparing(2);
    const first = comparedOf(state)[0];
    const seen = stateOfCompared(state, first);
    expect(seen?.history.committed).toEqual(chooseDesign(state.history.committed, 0));
    expect(state.history.committed.chosenDesign).toBe(1);
  });

  it('of views are those with a head that lies in them; a photo that was not read yet is seen when it is', () => {
    const state = initialState();
    const document = chooseView(addView(addView(state.history.committed, 'view2', 'left'), 'view3', 'top'), 'view1');
    const subject = (name: string) => ({ photo: { name } }) as Subject;
    const there: AppState = {
      ...state,
      history: begin(document),
      screen: { kind: 'editing', subject: subject('front') },
      standing: [{ viewId: 'view3', screen: { kind: 'place-head', subject: subject('top') } }],
    };
    expect(comparableViews(there).map(({ id }) => id)).toEqual(['view1', 'view2']);
    const started = { ...there, ...startComparing(there) };
    expect(started.comparing).toMatchObject({ by: 'views', count: 2 });
    const [front, left] = comparedOf(started);
    expect([front.view, left.view]).toEqual(['view1', 'view2']);
    expect(stateOfCompared(started, left)).toBeNull();
    const read: AppState = {
      ...started,
      standing: [...there.standing, { viewId: 'view2', screen: { kind: 'editing', subject: subject('left') } }],
    };
    expect(stateOfCompared(read, left)).toMatchObject({
      screen: { subject: { photo: { name: 'left' } } },
      history: { committed: { chosenView: 1 } },
    });
    const near = { factor: 2, centreXPx: 1, centreYPx: 1 };
    const zoomed = { ...read, ...zoomCompared(read, 1, near) };
    expect([zoomOfCompared(zoomed, 0), zoomOfCompared(zoomed, 1)]).toEqual([undefined, near]);
    // Left in another view than it was begun in: that one is framed anew.
    const elsewhere = { ...zoomed, history: begin(chooseView(document, 'view2')) };
    expect(stopComparing(elsewhere)).toMatchObject({ zoom: null, toFrame: true });
  });

  it('ends where it began: as near to the head as before', () => {
    const zoom = { factor: 3, centreXPx: 10, centreYPx: 20 };
    const state = { ...initialState(), zoom };
    const there = { ...state, ...startComparing(state), zoom: null };
    expect({ ...there, ...stopComparing(there) }).toMatchObject({ comparing: null, zoom });
  });
});
