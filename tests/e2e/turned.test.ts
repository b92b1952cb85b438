import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { middleOf } from '../support/middle-of';
import type { Place } from '../support/middle-of';
import { closeBrowser, openBrowser, visit } from '../support/visit';

/** Heads that lean or stand on their head, and where the crown points in them: degrees clockwise from up. */
const TURNED: readonly (readonly [file: string, rollDegrees: number])[] = [
  ['f-upside-down.jpg', 180],
  ['f-upside-down-dark.jpg', 180],
  ['f-lean-120.jpg', 120],
  ['f-lean-60.jpg', 60],
  ['f-sideways-cw.jpg', 90],
];
const at = (file: string): string => `../shared/cases/${file}`;

beforeAll(openBrowser);
afterAll(closeBrowser);

describe.skipIf(!existsSync(at('f-upside-down.jpg')))('a turned head (skipped where its pictures are not)', () => {
  it.each(TURNED)('%s: the line lies on the side of the crown', async (file, rollDegrees) => {
    const here = await visit();
    await here.choosePhoto(at(file));
    await here.reach('editing');
    const place = (name: string): Promise<Place> =>
      middleOf(here.page.getByRole('slider', { name: `Hairline point: ${name}`, exact: true }));
    const middle = await place('middle');
    const [left, right] = [await place('left ear'), await place('right ear')];
    // From between the ears to the middle of the line: towards the crown.
    const up = { x: middle.x - (left.x + right.x) / 2, y: middle.y - (left.y + right.y) / 2 };
    const roll = (Math.atan2(up.x, -up.y) * 180) / Math.PI;
    expect(Math.abs(((roll - rollDegrees + 540) % 360) - 180)).toBeLessThan(15);
    if (process.env.STIPPLE_PICTURES !== undefined)
      await here.page.screenshot({ path: `${process.env.STIPPLE_PICTURES}/${file}.png` });
    await here.end();
  });
});
