import { describe, expect, it } from 'vitest';
import { createJobQueue } from '~/intake/job-queue';

const neverBugs = (error: unknown): void => {
  throw error;
};

describe('job queue', () => {
  it('aborts the older job and does not wait for one that never ends', async () => {
    const queue = createJobQueue(neverBugs);
    const told: string[] = [];
    queue.replace(
      (signal) =>
        new Promise<never>(() => {
          signal.addEventListener('abort', () => told.push('older aborted'));
        }),
    );
    queue.replace((signal) => {
      told.push(signal.aborted ? 'newer aborted' : 'newer runs');
      return Promise.resolve();
    });
    await queue.idle();
    expect(told).toEqual(['older aborted', 'newer runs']);
  });

  it('tells the running job when it is aborted, and keeps quiet about what it throws then', async () => {
    const queue = createJobQueue(neverBugs);
    queue.replace(async (signal) => {
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      signal.throwIfAborted();
    });
    queue.abort();
    await expect(queue.idle()).resolves.toBeUndefined();
  });

  it('reports a bug once and goes on', async () => {
    const bugs: unknown[] = [];
    const queue = createJobQueue((error) => bugs.push(error));
    queue.replace(() => Promise.reject(new Error('broken')));
    await queue.idle();
    let ran = false;
    queue.replace(() => {
      ran = true;
      return Promise.resolve();
    });
    await queue.idle();
    expect(bugs).toEqual([new Error('broken')]);
    expect(ran).toBe(true);
  });
});
