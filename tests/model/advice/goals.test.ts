import { describe, expect, it } from 'vitest';
import { GOALS, withGoal } from '~/model/advice/goals';
import { initialDesign, ZONES_ALIKE } from '~/model/design/design';

const design = initialDesign(1);

describe('what somebody wants done', () => {
  it('says what is treated, and nothing else', () => {
    const bare = { coverage: 'fullHead' } as const;
    const asked = GOALS.map((goal) => withGoal(design, goal, bare));
    expect(asked.map(({ coverage }) => coverage)).toEqual(['fullHead', 'betweenHair', 'painted', 'partLine']);
    for (const each of asked) expect({ ...each, coverage: design.coverage, zones: design.zones }).toEqual(design);
  });

  it('covers a scar as densely on the sides as on top; another goal thins them out again, but for what somebody has set', () => {
    const bare = { coverage: 'fullHead' } as const;
    const scar = withGoal(design, 'scar', bare);
    expect(scar.zones).toEqual(ZONES_ALIKE);
    expect(withGoal(scar, 'shaved', bare)).toEqual(design);
    const zones = { ...ZONES_ALIKE, sides: { densityPercent: 70, strengthPercent: 100 } };
    expect(withGoal({ ...design, zones }, 'scar', bare).zones).toBe(zones);
  });

  it('goes with grown sides, and asks for a shaved look even of a head that is grown over', () => {
    expect(withGoal(design, 'shaved', { coverage: 'hairlineAndTop' }).coverage).toBe('hairlineAndTop');
    const grown = { ...design, coverage: 'betweenHair' } as const;
    expect(withGoal(grown, 'shaved', { coverage: 'betweenHair' }).coverage).toBe('fullHead');
  });

  it('changes nothing that is so already', () => {
    expect(withGoal(design, 'shaved', { coverage: 'fullHead' })).toBe(design);
  });
});
