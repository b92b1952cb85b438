import { describe, expect, it } from 'vitest';
import { renewableTask } from '~/detect/renewable-task';

/** Models numbered as they are loaded; those of `failing` do not load. */
function models(failing: readonly number[] = []): { loaded: number; closed: number[]; load: () => Promise<FakeModel> } {
  const count = { loaded: 0, closed: [] as number[], load: (): Promise<FakeModel> => Promise.reject(new Error()) };
  count.load = () => {
    const number = (count.loaded += 1);
    if (failing.includes(number)) return Promise.reject(new Error('not loaded'));
    return Promise.resolve({ number, close: () => void count.closed.push(number) });
  };
  return count;
}

interface FakeModel {
  readonly number: number;
  close(): void;
}

const number = (model: FakeModel): number => model.number;
const breakAll = (): never => {
  throw new Error('broken');
};
const breakFirst = (model: FakeModel): number => (model.number === 1 ? breakAll() : model.number);

describe('renewableTask', () => {
  it('loads when first asked, and once', async () => {
    const fake = models();
    const task = renewableTask(fake.load);
    expect(fake.loaded).toBe(0);
    expect(await Promise.all([task.ask(number), task.ask(number)])).toEqual([1, 1]);
    expect(fake.loaded).toBe(1);
  });

  it('gives up a model that throws, and asks a new one', async () => {
    const fake = models();
    const task = renewableTask(fake.load);
    expect(await task.ask(breakFirst)).toBe(2);
    expect(await task.ask(number)).toBe(2);
    expect(fake.closed).toEqual([1]);
  });

  it('throws after the second failure, and starts afresh with the next question', async () => {
    const fake = models();
    const task = renewableTask(fake.load);
    await expect(task.ask(breakAll)).rejects.toThrow('broken');
    expect(fake.loaded).toBe(2);
    expect(await task.ask(number)).toBe(3);
  });

  it('tries again where loading fails', async () => {
    expect(await renewableTask(models([1]).load).ask(number)).toBe(2);
    await expect(renewableTask(models([1, 2]).load).ask(number)).rejects.toThrow('not loaded');
  });

  it('loads one new model for all that were answered by the broken one', async () => {
    const fake = models();
    const task = renewableTask(fake.load);
    expect(await Promise.all([task.ask(breakFirst), task.ask(breakFirst)])).toEqual([2, 2]);
    expect(fake.loaded).toBe(2);
  });
});
