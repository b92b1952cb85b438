import type { CDPSession, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMPARE } from '~/ui/words/editor-words';
import { closeBrowser, openBrowser, visit } from '../support/visit';
import type { Visit } from '../support/visit';
import { readWithNoise } from '../support/page-faults';
import { translatePage } from '../support/translate-page';

/**
 * What happens to a page beside what a person means to do on it, one after the other on one page. More: nothing-lost, loading, fingers, offline.
 */

const PHOTO = 'tests/cases/a-exif3.jpg';
const ANOTHER = 'tests/cases/c-cmyk-no-profile.jpg';
/** A page may be slow: nothing here is about how fast it is. */
const PATIENT = { timeout: 60_000 };
const PATIENCE_MS = 180_000;

beforeAll(openBrowser);
afterAll(closeBrowser);

const said = ({ page }: Visit): Promise<string | null> => page.getByRole('status').first().textContent();

const opened = async (here: Visit, photo: string): Promise<void> => {
  await here.choosePhoto(photo);
  await here.page.locator('html[data-stage="editing"]').waitFor({ state: 'attached', ...PATIENT });
};

describe('a page with a photo on it', () => {
  let here: Visit;
  let page: Page;
  let session: CDPSession;
  beforeAll(async () => {
    here = await visit();
    ({ page } = here);
    session = await page.context().newCDPSession(page);
    await opened(here, PHOTO);
    await here.goTo('density');
  }, PATIENCE_MS);
  afterAll(async () => {
    expect(here.errors).toEqual([]);
    await here.end();
  });

  const CTRL = 2;
  const SHIFT = 8;
  const stroke = async (key: string, code: string, modifiers = 0): Promise<void> => {
    for (const type of ['keyDown', 'keyUp'] as const)
      await session.send('Input.dispatchKeyEvent', { type, key, code, modifiers });
  };
  const density = () => page.getByRole('slider', { name: 'Density', exact: true });

  it.each([
    ['Latin', 'z', 'y'],
    ['Russian', 'я', 'н'],
    ['Greek', 'ζ', 'υ'],
    ['Hebrew', 'ז', 'ט'],
  ])(
    'is undone and redone on a %s keyboard, both ways of redoing',
    async (_, z, y) => {
      const before = await density().inputValue();
      const set = before === '200' ? 210 : 200;
      await here.slide('Density', set);
      await density().blur();
      await stroke(z, 'KeyZ', CTRL);
      await expect.poll(() => density().inputValue(), PATIENT).toBe(before);
      await stroke(z.toUpperCase(), 'KeyZ', CTRL + SHIFT);
      await expect.poll(() => density().inputValue(), PATIENT).toBe(String(set));
      await stroke(z, 'KeyZ', CTRL);
      await expect.poll(() => density().inputValue(), PATIENT).toBe(before);
      await stroke(y, 'KeyY', CTRL);
      await expect.poll(() => density().inputValue(), PATIENT).toBe(String(set));
    },
    PATIENCE_MS,
  );

  it.each([
    ['the window loses the focus', () => void window.dispatchEvent(new Event('blur'))],
    [
      'the page is out of sight',
      () => {
        Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
        Reflect.deleteProperty(document, 'visibilityState');
      },
    ],
  ])(
    'a held key is let go when %s',
    async (_, away) => {
      const held = page.getByRole('button', { name: COMPARE.hold, exact: true });
      await session.send('Input.dispatchKeyEvent', { type: 'keyDown', key: 'b', code: 'KeyB' });
      await expect.poll(() => held.getAttribute('aria-pressed'), PATIENT).toBe('true');
      await page.evaluate(away);
      await expect.poll(() => held.getAttribute('aria-pressed'), PATIENT).toBe('false');
      await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key: 'b', code: 'KeyB' });
    },
    PATIENCE_MS,
  );

  it(
    'the picture follows another pixel ratio, there and back, though its place stays as large as it was',
    async () => {
      const picture = page.locator('.picture-canvas');
      await picture.evaluate((place: HTMLElement) => {
        for (const side of ['width', 'height'] as const)
          place.style.setProperty(side, `${place.getBoundingClientRect()[side]}px`, 'important');
        place.style.setProperty('position', 'fixed', 'important');
      });
      const pixels = () =>
        picture.evaluate((place) => {
          const canvas = place.querySelector('canvas');
          return (canvas?.width ?? 0) / (canvas?.clientWidth ?? 1);
        });
      const stays = await picture.boundingBox();
      // The browser tells a page of a ratio set like this only together with another size of the window.
      for (const [more, deviceScaleFactor] of [2, 1.5, 1].entries()) {
        const size = { width: 1280, height: 801 + more, deviceScaleFactor, mobile: false };
        await session.send('Emulation.setDeviceMetricsOverride', size);
        await expect.poll(pixels, PATIENT).toBeCloseTo(deviceScaleFactor, 1);
        expect(await picture.boundingBox()).toMatchObject({ width: stays?.width, height: stays?.height });
      }
      await picture.evaluate((place) => place.removeAttribute('style'));
    },
    PATIENCE_MS,
  );

  it(
    'goes on while the browser translates it, and reads canvases with noise: every section, another photo and its picture',
    async () => {
      await page.evaluate(translatePage, { andLater: true });
      await page.evaluate(readWithNoise);
      for (const panel of ['hairline', 'pigment', 'time', 'photo', 'density'] as const) await here.goTo(panel);
      await here.slide('Density', 150);
      await page.getByRole('button', { name: 'New photo' }).click();
      await here.reach('start');
      await opened(here, ANOTHER);
      await here.slide('Time', 5);
      expect((await here.saved('Save picture')).length).toBeGreaterThan(100_000);
      expect(await page.locator('.broken').count()).toBe(0);
    },
    PATIENCE_MS,
  );

  it(
    'says when storage has no room, and the work goes on',
    async () => {
      // A quota that is set from outside is told now and then only: the browser looks at it when it likes. What it then says is this.
      await page.evaluate(() => {
        Reflect.set(IDBObjectStore.prototype, 'put', () => {
          throw new DOMException('There is no room.', 'QuotaExceededError');
        });
      });
      await here.slide('Density', 170);
      await expect.poll(() => said(here), PATIENT).toMatch(/cannot be kept in this browser/);
      expect((await here.saved('Save project')).length).toBeGreaterThan(40_000);
    },
    PATIENCE_MS,
  );
});

it(
  'storage that never answers is told, and the work goes on',
  async () => {
    const here = await visit({}, (page) =>
      page.addInitScript(() => {
        IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
      }),
    );
    await opened(here, PHOTO);
    await expect.poll(() => said(here), PATIENT).toMatch(/storage does not answer/);
    expect((await here.saved('Save project')).length).toBeGreaterThan(40_000);
    expect(here.errors).toEqual([]);
    await here.end();
  },
  PATIENCE_MS,
);
