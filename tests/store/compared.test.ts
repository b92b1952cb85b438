import { describe, expect, it } from 'vitest';
import { addDesign, chooseDesign } from '~/model/design/consultation';
import { begin } from '~/model/design/history';
import type { AppState } from '~/store/app-state';
import { comparedOf, comparedYears, startComparing, stateOfCompared, stopComparing } from '~/store/compared';
import { initialState } from '~/store/create-store';

/** So many designs, the last of them chosen, and compared. */
function comparing(designs: number): AppState {
  const state = initialState();
  let document = state.history.committed;
  for (let more = 1; more < designs; more++) document = addDesign(document, String(more));
  const there = { ...state, history: begin(document) };
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
    expect(seen.history.committed).toEqual(chooseDesign(state.history.committed, 0));
    expect(state.history.committed.chosenDesign).toBe(1);
  });

  it('ends where it began: as near to the head as before', () => {
    const zoom = { factor: 3, centreXPx: 10, centreYPx: 20 };
    const state = { ...initialState(), zoom };
    const there = { ...state, ...startComparing(state), zoom: null };
    expect({ ...there, ...stopComparing(there) }).toMatchObject({ comparing: null, zoom });
  });
});
