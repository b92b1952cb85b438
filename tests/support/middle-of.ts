import type { Locator } from 'playwright';

export interface Place {
  readonly x: number;
  readonly y: number;
}

const PATIENCE_MS = 20_000;

/**
 * The middle of a thing on the page, CSS px, once it stands still for two frames: where a hand goes. What zooms, unfolds or waits for its
 * picture is somewhere else a frame later, and a press at the place where it was would hit what is there now.
 */
export async function middleOf(thing: Locator): Promise<Place> {
  const until = Date.now() + PATIENCE_MS;
  for (let before: Place | null = null; ;) {
    const box = await thing.boundingBox();
    const now = box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    if (now !== null && now.x === before?.x && now.y === before.y) return now;
    if (Date.now() > until) throw new Error(now === null ? 'It is not to be seen.' : 'It does not come to rest.');
    before = now;
    await thing
      .page()
      .evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  }
}
