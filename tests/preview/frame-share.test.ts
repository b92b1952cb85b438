import { describe, expect, it } from 'vitest';
import { createFrameShare } from '~/preview/frame-share';

/** A share whose pieces take `pieceMs` each; frames are drawn by the test. */
function share(mostMs: number, pieceMs: number) {
  let clock = 0;
  const frames: (() => void)[] = [];
  const log: string[] = [];
  const give = createFrameShare({ request: (run) => frames.push(run), now: () => clock }, mostMs);
  const piece = (name: string) => (): void => {
    log.push(name);
    clock += pieceMs;
  };
  const frame = (): void => {
    for (const run of frames.splice(0)) run();
  };
  return { give, piece, frame, log, frames };
}

describe('a share of each frame', () => {
  it('takes as many pieces as the time lasts, the others in the next frames, in turn', () => {
    const { give, piece, frame, log } = share(4, 2);
    const pieces = ['a', 'b', 'c', 'd', 'e'].map(piece);
    for (const each of pieces) give(each);
    frame();
    expect(log).toEqual(['a', 'b']);
    give(pieces[0]);
    frame();
    expect(log).toEqual(['a', 'b', 'c', 'd']);
    frame();
    expect(log).toEqual(['a', 'b', 'c', 'd', 'e', 'a']);
  });

  it('takes one piece at least, asks for one frame at a time, and the same piece once', () => {
    const { give, piece, frame, log, frames } = share(4, 50);
    const [a, b] = [piece('a'), piece('b')];
    for (const each of [a, b, a, a]) give(each);
    expect(frames).toHaveLength(1);
    frame();
    expect(log).toEqual(['a']);
    frame();
    frame();
    expect(log).toEqual(['a', 'b']);
    expect(frames).toHaveLength(0);
  });

  it('goes on where a piece fails', () => {
    const { give, piece, frame, log } = share(4, 1);
    const broken = (): void => {
      throw new Error('broken');
    };
    give(broken);
    give(piece('a'));
    expect(frame).toThrow('broken');
    frame();
    expect(log).toEqual(['a']);
  });
});
