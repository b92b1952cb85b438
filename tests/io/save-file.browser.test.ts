import { afterEach, expect, test, vi } from 'vitest';
import { fileStem, saveFile } from '~/io/save-file';

afterEach(() => vi.restoreAllMocks());

/** Downloads that a click on a link would have started. */
function downloads(): { readonly name: string; readonly address: string }[] {
  const seen: { name: string; address: string }[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    seen.push({ name: this.download, address: this.href });
  });
  return seen;
}

// Tests run in a frame, where browsers have no save dialog: what is left is the download.
test('saves a file that is still being made', async () => {
  const seen = downloads();
  const file = Promise.resolve(new Blob(['pixels'], { type: 'image/png' }));
  expect(await saveFile(file, 'IMG 1.HEIC', '.png')).toEqual({ ok: true, value: null });
  expect(seen.map(({ name }) => name)).toEqual(['IMG 1.png']);
  expect(await (await fetch(seen[0]?.address ?? '')).text()).toBe('pixels');
});

test('a file that never came is a value', async () => {
  downloads();
  expect(await saveFile(Promise.reject(new Error('no picture')), 'x', '.png')).toEqual({
    ok: false,
    problem: 'failed',
  });
});

test('dismissed is not failed', async () => {
  downloads();
  const dismissed = Promise.reject(new DOMException('dismissed', 'AbortError'));
  expect(await saveFile(dismissed, 'x', '.stipple')).toEqual({ ok: false, problem: 'cancelled' });
});

test.each([
  ['IMG_1.HEIC', 'IMG_1'],
  ['a/b\\c:d*e?"<f>|g\u0000.png', 'a b c d e f g'],
  ['', 'Stipple'],
  ['.png', 'Stipple'],
  ['Ada 1.5 mm', 'Ada 1.5 mm'],
  ['x'.repeat(300), 'x'.repeat(80)],
])('the name %j becomes %j', (name, stem) => {
  expect(fileStem(name)).toBe(stem);
});
