import { existsSync } from 'node:fs';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { comparePictures } from '../support/compare-pictures';
import { closeBrowser, openBrowser, visit } from '../support/visit';

const PHOTOS = '../shared/photos';
const there = existsSync(PHOTOS);

beforeAll(openBrowser);
afterAll(closeBrowser);

describe.skipIf(!there)(`real photos${there ? '' : ' (skipped: no photos beside the project)'}`, () => {
  it.each(['bald-dark-tone', 'bald-glossy', 'receding-stubble', 'smiling-turned', 'stubble-sides', 'full-hair'])(
    '%s: straight to the editor; the saved picture is the photo but for the scalp',
    async (name) => {
      const here = await visit();
      const path = `${PHOTOS}/${name}.jpg`;
      await here.choosePhoto(path);
      await here.reach('editing');
      const seen = await comparePictures(here.page, readFileSync(path), await here.saved('Save picture'));
      await here.goTo('photo');
      const advised = (words: RegExp): Promise<number> => here.page.getByText(words).count();
      if (name === 'full-hair')
        await expect.poll(() => advised(/A photo with shaved hair shows (far )?more\./)).toBeGreaterThan(0);
      else expect(await advised(/shows far more\./)).toBe(0);
      expect(seen.sameSize).toBe(true);
      expect(seen.changed).toBeGreaterThan(name === 'full-hair' ? -1 : 500);
      expect(seen.changed).toBeLessThan(0.5 * seen.widthPx * seen.heightPx);
      expect(seen.lighter).toBe(0);
      expect(here.errors).toEqual([]);
      await here.end();
    },
  );

  it.each([
    ['many-faces', 'choose-face', 20],
    ['group', 'choose-face', 6],
    ['no-person', 'place-head', 0],
  ])('%s leads to %s with at least %d faces, and on to the editor', async (name, stage, least) => {
    const here = await visit();
    await here.choosePhoto(`${PHOTOS}/${name}.jpg`);
    await here.reach(stage);
    const faces = here.page.getByRole('button', { name: /^Face \d+ / });
    if (least === 0) expect(await faces.count()).toBe(0);
    else await expect.poll(() => faces.count()).toBeGreaterThanOrEqual(least);
    if (stage === 'choose-face') await here.page.getByRole('button', { name: /^Face 1 / }).click();
    else await here.page.getByRole('button', { name: 'Use this placement' }).click();
    await here.reach('editing');
    expect(here.errors).toEqual([]);
    await here.end();
  });
});
