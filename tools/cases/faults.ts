import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { button } from '../../tests/support/controls';
import { graphicsCard, readWithNoise } from '../../tests/support/page-faults';
import { translatePage } from '../../tests/support/translate-page';
import type { Visit } from '../../tests/support/visit';
import { heardOn } from './working';

/** Something that goes wrong while somebody works. */
export interface Fault {
  /** Its kind, by the list of faults. */
  readonly kind: string;
  readonly name: string;
  /** Done ahead of the page's own scripts. */
  readonly before?: (page: Page) => Promise<unknown>;
  /** What is opened; a sample unasked. */
  readonly photo?: () => string;
  /** Done while somebody works. */
  readonly inject?: (here: Visit) => Promise<unknown>;
  /** What a person does then that meets the fault, and what has to come of it. */
  readonly meet?: (here: Visit) => Promise<unknown>;
  /** What is said. null: nobody notices anything, and nothing is missing. */
  readonly says: RegExp | null;
  /**
   * Where the work has to be afterwards: on the device unasked, once the page died; where that takes nothing, in a file; of what leaves the
   * page as it was, in that, which meets the next fault then.
   */
  readonly kept?: 'file' | 'page';
}

export const SAMPLE = 'assets/samples/front-light-web.jpg';
const CARD_SAYS = /The graphics card took a break/;
const PART_SAYS = /A part of Stipple could not be loaded/;
const NOT_KEPT = /cannot be kept in this browser|storage does not answer/;

const inPage =
  (script: () => void) =>
  ({ page }: Visit): Promise<void> =>
    page.evaluate(script);
const ahead =
  (script: () => void) =>
  (page: Page): Promise<unknown> =>
    page.addInitScript(script);
const saves =
  (...names: readonly string[]) =>
  async (here: Visit): Promise<void> => {
    for (const name of names) if ((await here.saved(name)).length < 10_000) throw new Error(`${name}: nearly nothing`);
  };
const opens =
  (name: string, bytes: string) =>
  (here: Visit): Promise<void> =>
    here.choosePhoto({ name, mimeType: '', buffer: Buffer.from(bytes, 'latin1') });

const card =
  (how: 'lose' | 'restore') =>
  ({ page }: Visit): Promise<void> =>
    graphicsCard(page, how);

/** A photo in a folder that something else writes into. */
function outside(): { readonly path: string; readonly change: (how: 'overwrite' | 'delete') => void } {
  const folder = mkdtempSync(join(tmpdir(), 'stipple-fault-'));
  const path = join(folder, 'photo.jpg');
  copyFileSync(SAMPLE, path);
  return {
    path,
    change: (how) => {
      if (how === 'overwrite') writeFileSync(path, 'other bytes');
      else rmSync(folder, { recursive: true });
    },
  };
}
const fileFault = (how: 'overwrite' | 'delete'): Fault => {
  let put: ReturnType<typeof outside> | null = null;
  return {
    kind: 'K3',
    name: `the photo's file is gone (${how})`,
    photo: () => (put = outside()).path,
    inject: () => Promise.resolve(put?.change(how)),
    meet: saves('Save picture', 'Save project'),
    says: null,
  };
};

/** While somebody works on a head: one fault for each way that a kind was seen in, and some more. */
export const FAULTS: readonly Fault[] = [
  { kind: 'K19', name: 'the page dies without a word', says: null },
  {
    kind: 'K19',
    name: 'the page is loaded anew in the middle of a drag',
    inject: async ({ page }) => {
      const handle = page.getByRole('slider', { name: 'Hairline point: middle', exact: true });
      const box = await handle.boundingBox();
      if (box === null) throw new Error('no point');
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      await page.mouse.down();
      await page.mouse.move(box.x, box.y - 20, { steps: 4 });
      await page.reload();
      await page.mouse.up();
    },
    meet: (here) => here.reach('editing'),
    says: /Your last work is back/,
  },
  {
    kind: 'K19',
    name: 'the clock goes back by a day',
    inject: inPage(() => {
      const now = Date.now.bind(Date);
      Date.now = () => now() - 86_400_000;
    }),
    says: null,
  },
  {
    kind: 'K2',
    name: 'the site’s data is cleared',
    inject: async ({ page }) => {
      const session = await page.context().newCDPSession(page);
      const { origin } = new URL(page.url());
      await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb,local_storage' });
    },
    meet: saves('Save project'),
    says: null,
  },
  {
    kind: 'K2',
    name: 'another tab opens the same project',
    inject: async ({ page }) => {
      await page.waitForTimeout(1500);
      const second = await page.context().newPage();
      await second.goto(page.url());
      if ((await heardOn(second, /open in another tab/, 60_000)) === null) throw new Error('the second is not told');
      await second.close();
    },
    says: null,
  },
  {
    kind: 'K17',
    name: 'storage has no room',
    inject: inPage(() => {
      Reflect.set(IDBObjectStore.prototype, 'put', () => {
        throw new DOMException('There is no room.', 'QuotaExceededError');
      });
    }),
    says: NOT_KEPT,
    kept: 'file',
  },
  {
    kind: 'K17',
    name: 'storage is refused',
    before: ahead(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('refused', 'SecurityError');
      };
    }),
    says: NOT_KEPT,
    kept: 'file',
  },
  {
    kind: 'K17',
    name: 'storage never answers',
    before: ahead(() => {
      IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
    }),
    says: NOT_KEPT,
    kept: 'file',
  },
  {
    kind: 'K17',
    name: 'storage stops answering in the middle',
    inject: inPage(() => {
      const silent = new Proxy({}, { get: () => () => new EventTarget() });
      Reflect.set(IDBDatabase.prototype, 'transaction', () =>
        Object.assign(new EventTarget(), { objectStore: () => silent }),
      );
    }),
    says: NOT_KEPT,
    kept: 'file',
  },
  fileFault('overwrite'),
  fileFault('delete'),
  { kind: 'K4', name: 'the graphics card goes, and stays away', inject: card('lose'), says: CARD_SAYS },
  {
    kind: 'K4',
    name: 'the graphics card goes, and a picture is saved',
    inject: card('lose'),
    meet: ({ page }) => button(page, 'Save picture').click(),
    says: /not saved: the graphics card/,
  },
  {
    kind: 'K20',
    name: 'the graphics card goes during a save, and comes back',
    inject: card('lose'),
    meet: async (here) => {
      const arrives = here.page.waitForEvent('download', { timeout: 60_000 });
      await button(here.page, 'Save picture').click();
      await here.page.waitForTimeout(1000);
      await card('restore')(here);
      await arrives;
    },
    says: /Picture saved/,
  },
  {
    kind: 'K20',
    name: 'two saves at once',
    meet: async ({ page }) => {
      const arrived: string[] = [];
      page.on('download', (download) => arrived.push(download.suggestedFilename()));
      await button(page, 'Save picture').click();
      await button(page, 'Save project').click();
      for (const until = Date.now() + 60_000; arrived.length < 2;) {
        if (Date.now() > until) throw new Error(`${arrived.length} of two files arrived`);
        await page.waitForTimeout(50);
      }
    },
    says: null,
    kept: 'page',
  },
  {
    kind: 'K7',
    name: 'the network goes',
    inject: ({ page }) => page.context().setOffline(true),
    meet: async (here) => {
      await saves('Save picture', 'Save project')(here);
      await button(here.page, 'Compare designs').click();
      await here.page.getByRole('dialog').waitFor();
      await here.page.keyboard.press('Escape');
      await here.page.getByRole('dialog').waitFor({ state: 'detached' });
      // What goes home is loaded when it is asked for: so that is said, and it opens with the network again.
      await button(here.page, 'Finish').click();
      await heardOn(here.page, PART_SAYS, 60_000);
      await here.page.context().setOffline(false);
      await button(here.page, 'Finish').click();
      await here.page.getByRole('dialog', { name: 'Take it with you' }).waitFor();
      await here.page.keyboard.press('Escape');
      await here.page.getByRole('dialog').waitFor({ state: 'detached' });
    },
    says: PART_SAYS,
    kept: 'page',
  },
  {
    kind: 'K8',
    name: 'the browser translates the page',
    inject: ({ page }) => page.evaluate(translatePage, { andLater: true }),
    meet: async (here) => {
      for (const panel of ['hairline', 'pigment', 'photo', 'density'] as const) await here.goTo(panel);
      await saves('Save picture')(here);
    },
    says: null,
    kept: 'page',
  },
  {
    kind: 'K9',
    name: 'canvases are read with noise',
    before: ahead(readWithNoise),
    meet: saves('Save picture'),
    says: null,
  },
  {
    kind: 'K12',
    name: 'no picture can be encoded',
    inject: inPage(() => {
      OffscreenCanvas.prototype.convertToBlob = () => Promise.reject(new DOMException('no memory', 'EncodingError'));
      HTMLCanvasElement.prototype.toBlob = (done) => {
        done(null);
      };
      // The picture goes row by row through the platform's own deflate.
      Reflect.set(globalThis, 'CompressionStream', function () {
        throw new DOMException('no memory', 'EncodingError');
      });
    }),
    meet: ({ page }) => button(page, 'Save picture').click(),
    says: /could not be saved/,
  },
  {
    kind: 'K18',
    name: 'the worker that looks for heads dies without a word',
    inject: inPage(() => {
      Worker.prototype.postMessage = () => undefined;
    }),
    meet: async (here) => {
      await here.choosePhoto('assets/samples/turned-stubble-web.jpg');
      await here.page
        .getByText(/Finding faces does not work/)
        .first()
        .waitFor({ timeout: 90_000 });
      await button(here.page, 'Undo').click();
      await here.reach('editing');
    },
    says: null,
  },
  {
    kind: 'K12',
    name: 'a text is opened',
    meet: opens('photo.jpg', 'no picture'),
    says: /is not a picture/,
    kept: 'page',
  },
  { kind: 'K12', name: 'an empty file is opened', meet: opens('photo.jpg', ''), says: /is empty/, kept: 'page' },
  {
    kind: 'K10',
    name: 'half a picture is opened',
    meet: opens('p.gif', 'GIF89a\x50\0\x50\0'),
    says: /damaged/,
    kept: 'page',
  },
  {
    kind: 'K12',
    name: 'a damaged project is opened',
    meet: opens('a.stipple', '{"format":"stipple"'),
    says: /damaged/,
    kept: 'page',
  },
  {
    kind: 'K12',
    name: 'a newer project is opened',
    meet: opens('a.stipple', '{"format":"stipple","version":99}'),
    says: /newer Stipple/,
    kept: 'page',
  },
  {
    kind: 'K14',
    name: 'a picture is pasted into a field',
    meet: ({ page }) =>
      page
        .getByRole('spinbutton')
        .first()
        .evaluate((field) => {
          const data = new DataTransfer();
          data.items.add(new File(['no picture'], 'a.png', { type: 'image/png' }));
          field.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data }));
        }),
    says: null,
    kept: 'page',
  },
  {
    kind: 'K14',
    name: 'an address is dropped',
    meet: ({ page }) =>
      page.evaluate(() => {
        const data = new DataTransfer();
        data.setData('text/uri-list', 'https://example.org/head.jpg');
        document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
      }),
    says: /Only files can be opened/,
    kept: 'page',
  },
  {
    kind: 'K13',
    name: 'the release of a held key is missed',
    inject: async ({ page }) => {
      await page.keyboard.down('b');
      await page.evaluate(() => window.dispatchEvent(new Event('blur')));
    },
    meet: saves('Save picture'),
    says: null,
    kept: 'page',
  },
];
