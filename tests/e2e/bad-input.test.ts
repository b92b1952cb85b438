import { deflateSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pngChunk, pngHeader } from '../support/picture-bytes';
import { closeBrowser, openBrowser, visit } from '../support/visit';

const WEB_SAMPLE = 'assets/samples/front-light-web.jpg';
const jpeg = readFileSync(WEB_SAMPLE);

beforeAll(openBrowser);
afterAll(closeBrowser);

/** A PNG whose header claims a size; its pixels are there only where they are few. */
function png(widthPx: number, heightPx: number, ...extra: readonly Uint8Array[]): Buffer {
  const rows = widthPx * heightPx < 1e6 ? Buffer.alloc((widthPx * 3 + 1) * heightPx) : Buffer.alloc(64);
  return Buffer.concat([
    pngHeader(widthPx, heightPx),
    ...extra,
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', []),
  ]);
}

/** Two pictures in time, shown for ever. */
const animation = pngChunk('acTL', [0, 0, 0, 2, 0, 0, 0, 0]);

const BAD: readonly [what: string, name: string, bytes: Buffer][] = [
  ['a text', 'photo.jpg', Buffer.from('not a picture at all')],
  ['nothing', 'photo.jpg', Buffer.alloc(0)],
  ['a truncated JPEG', 'photo.jpg', jpeg.subarray(0, jpeg.length / 3)],
  ['one pixel', 'photo.png', png(1, 1)],
  ['30 000 px a side', 'photo.png', png(30_000, 30_000)],
  ['an animated picture', 'photo.png', png(200, 200, animation)],
  ['a damaged project', 'work.stipple', Buffer.from('{"format":"stipple","version":1')],
  ['a newer project', 'work.stipple', Buffer.from('{"format":"stipple","version":99}')],
  [
    'a hostile project',
    'work.stipple',
    Buffer.from('{"format":"stipple","version":1,"__proto__":{"x":1},"design":{"densityPerCm2":1e999}}'),
  ],
];

describe('a bad file', () => {
  it.each(BAD)('%s: a sentence, and the work at hand stays', async (_, name, bytes) => {
    const here = await visit();
    const file = { name, mimeType: 'application/octet-stream', buffer: bytes };
    await here.choosePhoto(file);
    await expect
      .poll(() => here.page.getByRole('status').first().textContent(), { timeout: 15_000 })
      .toMatch(/\w{3,}.*\.\s*$/s);
    await here.reach('failed');
    const refusal = await here.page.getByRole('status').first().textContent();

    await here.choosePhoto(WEB_SAMPLE);
    await here.reach('editing');
    await here.slide('Time', 5);
    const input = here.page.getByLabel('Choose a photo').first();
    await input.setInputFiles(file);
    await expect.poll(() => here.page.getByRole('status').first().textContent(), { timeout: 15_000 }).toBe(refusal);
    await here.reach('editing');
    expect(Number(await here.page.getByRole('slider', { name: 'Time', exact: true }).inputValue())).toBeCloseTo(5, 1);
    expect(here.errors).toEqual([]);
    await here.end();
  });
});

describe('a browser that cannot', () => {
  it('lost its WebGL context: says so, comes back, and draws the same picture', async () => {
    const here = await visit();
    await here.choosePhoto(WEB_SAMPLE);
    await here.reach('editing');
    const before = await here.saved('Save picture');
    await here.page.getByRole('img', { name: 'Preview' }).evaluate(async (preview: HTMLElement) => {
      const canvas = preview instanceof HTMLCanvasElement ? preview : preview.querySelector('canvas');
      const lose = canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context');
      if (!lose) throw new Error('no context to lose');
      lose.loseContext();
      await new Promise((done) => setTimeout(done, 300));
      lose.restoreContext();
      await new Promise((done) => setTimeout(done, 300));
    });
    await here.reach('editing');
    expect((await here.saved('Save picture')).equals(before)).toBe(true);
    await here.end();
  });

  it('has no WebGL2: says so with the next step', async () => {
    const here = await visit({}, (page) =>
      page.addInitScript(() => {
        // As in a browser without it: asking for any WebGL context gives null.
        const refuse = (original: (type: string, ...rest: unknown[]) => unknown) =>
          function (this: unknown, type: string, ...rest: unknown[]): unknown {
            return type.startsWith('webgl') ? null : original.call(this, type, ...rest);
          };
        for (const kind of [HTMLCanvasElement, OffscreenCanvas]) {
          const found = Object.getOwnPropertyDescriptor(kind.prototype, 'getContext');
          Object.defineProperty(kind.prototype, 'getContext', { ...found, value: refuse(found?.value as never) });
        }
      }),
    );
    await here.choosePhoto(WEB_SAMPLE);
    await expect.poll(() => here.page.getByRole('status').first().textContent(), { timeout: 20_000 }).toMatch(/WebGL/);
    expect(await here.stage()).not.toBe('editing');
    await here.end();
  });

  it('cannot start the detector: placing by hand is offered and leads to the editor', async () => {
    const here = await visit({}, (page) =>
      page.route(/\/models\//, (route) => route.fulfill({ status: 404, body: '' })),
    );
    await here.choosePhoto(WEB_SAMPLE);
    await here.reach('place-head');
    await here.page.getByRole('button', { name: 'Use this placement' }).click();
    await here.reach('editing');
    await here.end();
  });
});
