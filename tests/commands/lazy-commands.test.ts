import { describe, expect, it } from 'vitest';
import type { Commands } from '~/commands/commands';
import { lazyCommands } from '~/commands/lazy-commands';

describe('lazy commands', () => {
  it('load at the first call, keep the order, and then pass calls straight on', async () => {
    const heard: string[] = [];
    let loads = 0;
    const real = {
      undo: () => heard.push('undo'),
      openSample: (id: string) => heard.push(`sample ${id}`),
    } as unknown as Commands;
    const loaded = Promise.resolve(real);
    const commands = lazyCommands(() => {
      loads++;
      return loaded;
    });
    expect(loads).toBe(0);
    commands.openSample('a');
    commands.undo();
    expect(heard).toEqual([]);
    await loaded;
    expect(heard).toEqual(['sample a', 'undo']);
    commands.openSample('b');
    expect(heard).toEqual(['sample a', 'undo', 'sample b']);
  });
});
