import { expect, test, vi } from 'vitest';
import { fileStem, saveFile } from '~/io/save-file';

test('a file is offered as a download of its name, with its bytes', async () => {
  const seen: Promise<[name: string, text: string]>[] = [];
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    const { download, href } = this;
    seen.push(fetch(href).then(async (answer) => [download, await answer.text()]));
  });
  saveFile(new Blob(['pixels'], { type: 'image/png' }), 'IMG 1.HEIC', '.png');
  expect(await Promise.all(seen)).toEqual([['IMG 1.png', 'pixels']]);
  click.mockRestore();
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
