import { describe, expect, it, vi } from 'vitest';
import type { Commands } from '~/commands/commands';
import { lazyCommands } from '~/commands/lazy-commands';

const never = (): never => {
  throw new Error('They are there.');
};

describe('lazy commands', () => {
  it('tell when they do not come, and are asked for again with the next call', async () => {
    const heard: string[] = [];
    const loads = [
      () => Promise.reject(new Error('no line')),
      () => Promise.resolve({ undo: () => heard.push('undo') } as unknown as Commands),
    ];
    const commands = lazyCommands(
      () => loads.shift()?.() ?? never(),
      () => heard.push('missing'),
    );
    commands.undo();
    await vi.waitFor(() => expect(heard).toEqual(['missing']));
    commands.undo();
    await vi.waitFor(() => expect(heard).toEqual(['missing', 'undo']));
  });

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
    }, never);
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
