import { describe, expect, it } from 'vitest';
import { createDerivation } from '~/model/derive';
import { createShownFacts } from '~/preview/shown-facts';
import { smallDotField } from '../support/fake-ports';
import { setUp } from '../support/set-up-commands';

describe('shown facts', () => {
  it('follow the hand, and judge when the gesture is over', async () => {
    const { open, commands, store } = setUp();
    const field = smallDotField();
    const factsOf = createShownFacts(createDerivation());
    expect(factsOf(store.getState(), field)).toBeNull();
    await open();
    const before = factsOf(store.getState(), field);
    expect(before?.settled).toBe(before?.now);
    commands.preview((design) => ({ ...design, densityPerCm2: 300 }));
    const during = factsOf(store.getState(), field);
    expect(during?.settled).toBe(before?.now);
    expect(during?.now.totals().dots).toBeGreaterThan(during?.settled.totals().dots ?? NaN);
    expect(factsOf(store.getState(), field)).toBe(during);
    commands.commit();
    expect(factsOf(store.getState(), field)?.settled).toBe(during?.now);
  });
});
