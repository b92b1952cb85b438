import { describe, expect, it } from 'vitest';
import { AS_IT_IS } from '~/model/base/orientation';
import {
  addView,
  chooseView,
  consultationOf,
  designViews,
  FIRST_VIEW_ID,
  MOST_VIEWS,
  removeView,
  showingChange,
} from '~/model/design/consultation';
import { addHealed, dateHealed, dayOf, weeksHealed } from '~/model/design/healed-view';
import { initialDesign } from '~/model/design/design';

const DATES = { takenOn: '2026-11-28', lastVisitOn: '2026-09-05' };
const begun = consultationOf(initialDesign(7));
const healed = (id: string) => ({ id, kind: 'front' as const, turned: AS_IT_IS, healed: DATES });
const one = addHealed(begun, healed('after'));

describe('a photo of the healed result', () => {
  it('is a view of the document that no design lies on and nobody works in', () => {
    expect(one.views.map(({ id }) => id)).toEqual([FIRST_VIEW_ID, 'after']);
    expect(designViews(one).map(({ id }) => id)).toEqual([FIRST_VIEW_ID]);
    expect(one.chosenView).toBe(0);
    expect(chooseView(one, 'after')).toBe(one);
  });

  it('has no room beyond the last view, and no name twice', () => {
    expect(addHealed(one, healed('after'))).toBe(one);
    let many = one;
    for (let i = 0; i < 20; i++) many = addHealed(many, healed(`more${i}`));
    expect(many.views).toHaveLength(MOST_VIEWS);
  });

  it('goes without taking the chosen view along, and never takes the place of the last one with a design', () => {
    expect(removeView(one, 'after')).toEqual(begun);
    expect(removeView(one, FIRST_VIEW_ID)).toBe(one);
    const side = addView(one, 'side', 'left');
    expect(side.views[side.chosenView].id).toBe('side');
    const gone = removeView(side, 'side');
    expect(gone.views[gone.chosenView].id).toBe(FIRST_VIEW_ID);
    const first = removeView(side, FIRST_VIEW_ID);
    expect(first.views[first.chosenView].id).toBe('side');
  });

  it('comes and goes by undo while the view that is looked at stays', () => {
    const side = addView(begun, 'side', 'left');
    const after = addHealed(chooseView(side, FIRST_VIEW_ID), healed('after'));
    expect(showingChange(side, after).views[showingChange(side, after).chosenView].id).toBe('side');
    const back = showingChange(after, side);
    expect(back.views[back.chosenView].id).toBe(FIRST_VIEW_ID);
  });

  it('has its days, which can be said otherwise', () => {
    expect(dateHealed(one, 'after', { ...DATES })).toBe(one);
    expect(dateHealed(one, FIRST_VIEW_ID, DATES)).toBe(one);
    expect(dateHealed(one, 'after', { ...DATES, lastVisitOn: null }).views[1].healed?.lastVisitOn).toBeNull();
  });

  it('counts whole weeks since the last visit, where that is known and came before', () => {
    expect(weeksHealed(DATES)).toBe(12);
    expect(weeksHealed({ ...DATES, lastVisitOn: null })).toBeNull();
    expect(weeksHealed({ ...DATES, lastVisitOn: '2026-12-24' })).toBeNull();
    expect(dayOf(new Date(2026, 0, 9, 23, 59))).toBe('2026-01-09');
  });
});
