import { afterEach, expect, test, vi } from 'vitest';
import { fileStem, saveFile } from '~/io/save-file';

afterEach(() => vi.unstubAllGlobals());

/** The browser's own save dialog, in which the user takes the suggested name; what was written to the file. */
function dialog(): { readonly names: unknown[]; readonly written: Blob[] } {
  const seen = { names: new Array<unknown>(), written: new Array<Blob>() };
  const createWritable = () =>
    Promise.resolve({
      write: (blob: Blob) => Promise.resolve(seen.written.push(blob)),
      close: () => Promise.resolve(),
    });
  vi.stubGlobal('showSaveFilePicker', (options: { readonly suggestedName: string }) => {
    seen.names.push(options.suggestedName);
    return Promise.resolve({ createWritable });
  });
  return seen;
}

test('the dialog opens before the file is there', async () => {
  const { names, written } = dialog();
  let made = (blob: Blob): void => expect.fail(`${blob.size} bytes for nobody`);
  const making = new Promise<Blob>((resolve) => (made = resolve));
  const saved = saveFile(making, 'IMG 1.HEIC', '.png');
  await vi.waitFor(() => expect(names).toEqual(['IMG 1.png']));
  expect(written).toEqual([]);
  made(new Blob(['pixels'], { type: 'image/png' }));
  expect(await saved).toEqual({ ok: true, value: null });
  expect(await written[0]?.text()).toBe('pixels');
});

test('a file that never came is a value', async () => {
  const { written } = dialog();
  expect(await saveFile(Promise.reject(new Error('no picture')), 'x', '.png')).toEqual({
    ok: false,
    problem: 'failed',
  });
  expect(written).toEqual([]);
});

test('dismissed is not failed', async () => {
  vi.stubGlobal('showSaveFilePicker', () => Promise.reject(new DOMException('dismissed', 'AbortError')));
  expect(await saveFile(new Blob(), 'x', '.stipple')).toEqual({ ok: false, problem: 'cancelled' });
  const never = Promise.reject(new Error('given up, because dismissed'));
  expect(await saveFile(never, 'x', '.stipple')).toEqual({ ok: false, problem: 'cancelled' });
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
