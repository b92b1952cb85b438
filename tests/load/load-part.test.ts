import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fetchPart, loadChunk, loadPart, once, PartMissing, TooLate, within } from '~/load/load-part';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** What a promise comes to, once all waits are over. */
async function outcome<Value>(work: Promise<Value>): Promise<Value | Error> {
  const settled = work.catch((error: unknown) => error as Error);
  await vi.runAllTimersAsync();
  return settled;
}

/** Fails so many times, then answers. */
const failing = (times: number) => {
  let asked = 0;
  const load = (): Promise<number> => {
    asked++;
    return asked <= times ? Promise.reject(new Error('503')) : Promise.resolve(asked);
  };
  return { load, asked: () => asked };
};

describe('a part of the app', () => {
  it.each([0, 1, 2])('that fails %i times comes in the end', async (times) => {
    expect(await outcome(loadPart(failing(times).load))).toBe(times + 1);
  });

  it('that fails again and again is missing, and is asked for anew by the next who wants it', async () => {
    const part = failing(3);
    const wanted = once(() => loadPart(part.load));
    expect(await outcome(wanted())).toBeInstanceOf(PartMissing);
    expect(part.asked()).toBe(3);
    expect(await outcome(wanted())).toBe(4);
    await wanted();
    expect(part.asked()).toBe(4);
  });

  it('that never answers is given up', async () => {
    expect(await outcome(loadChunk(() => new Promise(() => undefined)))).toBeInstanceOf(PartMissing);
    expect(await outcome(within(5, new Promise(() => undefined)))).toBeInstanceOf(TooLate);
    expect(await outcome(within(5, Promise.resolve('there')))).toBe('there');
  });
});

describe('a file of the app', () => {
  const stub = (...answers: readonly ((signal: AbortSignal) => Promise<Response>)[]) => {
    const asked = vi.fn((_: string, { signal }: { signal: AbortSignal }) =>
      (answers.at(Math.min(asked.mock.calls.length, answers.length) - 1) ?? fail)(signal),
    );
    vi.stubGlobal('fetch', asked);
    return asked;
  };
  const fail = (): Promise<Response> => Promise.reject(new TypeError('no line'));
  const answer = (status: number) => (): Promise<Response> => Promise.resolve(new Response('abc', { status }));
  /** Begins to answer, or not even that, and falls silent. */
  const silent = (signal: AbortSignal): Promise<Response> =>
    new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));
  const halfSilent = (signal: AbortSignal): Promise<Response> =>
    Promise.resolve(
      new Response(
        new ReadableStream({
          start(stream) {
            stream.enqueue(new Uint8Array(1));
            signal.addEventListener('abort', () => stream.error(signal.reason));
          },
        }),
      ),
    );

  it.each([
    ['a busy host', answer(503)],
    ['no line', fail],
    ['a host that says nothing', silent],
    ['one that falls silent half-way', halfSilent],
  ])('comes after %s', async (_, first) => {
    const asked = stub(first, answer(200));
    const heard = vi.fn();
    const blob = await outcome(fetchPart('/dots.bin', heard));
    expect(blob).toBeInstanceOf(Blob);
    expect((blob as Blob).size).toBe(3);
    expect(asked).toHaveBeenCalledTimes(2);
    expect(heard).toHaveBeenCalled();
  });

  it('is missing where it never comes, and at once where the host has none', async () => {
    expect(await outcome(fetchPart((stub(silent), '/dots.bin')))).toBeInstanceOf(PartMissing);
    const asked = stub(answer(404));
    expect(await outcome(fetchPart('/dots.bin'))).toBeInstanceOf(PartMissing);
    expect(asked).toHaveBeenCalledTimes(1);
  });
});
