import { afterEach, describe, expect, it } from 'vitest';
import { createKeptParts } from '~/load/kept-parts';

const PARTS = Array.from({ length: 8 }, (_, index) => ({ path: `${index}.bin`, bytes: 1, hash: '00' }));
const SCOPE = new URL('/kept-parts-test/', location.href).href;

/** A build in the browser's own caches; each cache opens after so long, ms, and each part comes after so long. */
const keptParts = (openMs: (nth: number) => number, partMs: number): ReturnType<typeof createKeptParts> => {
  let opened = 0;
  const after = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
  return createKeptParts(
    { version: 'test', parts: PARTS },
    {
      caches: {
        open: async (name) => {
          await after(openMs(opened++));
          return caches.open(name);
        },
        match: (...asked) => caches.match(...asked),
        keys: () => caches.keys(),
        delete: (name) => caches.delete(name),
      },
      fetch: async (_address, { signal }) => {
        await after(partMs);
        signal?.throwIfAborted();
        return new Response('x');
      },
      digest: () => Promise.resolve(new Uint8Array([0]).buffer),
      scope: SCOPE,
      progress: () => undefined,
    },
  );
};

afterEach(async () => {
  for (const name of await caches.keys()) await caches.delete(name);
});

describe('the files of a build', () => {
  it('come whole, and are found', async () => {
    const kept = keptParts(() => 0, 0);
    await kept.bring(new AbortController().signal);
    expect(await caches.keys()).toHaveLength(1);
    const request = new Request(`${SCOPE}3.bin`);
    expect(await (await kept.find(request))?.text()).toBe('x');
  });

  it('leave nothing when they are called off, whoever is slow to hear of it', async () => {
    // The first cache opens at once, and so do those of all who look for a part but the last one.
    const kept = keptParts((nth) => (nth === 4 ? 300 : 0), 50);
    const calling = new AbortController();
    const coming = kept.bring(calling.signal);
    setTimeout(() => calling.abort(), 20);
    await expect(coming).rejects.toThrow();
    await new Promise((done) => setTimeout(done, 500));
    expect(await caches.keys()).toEqual([]);
  });
});
