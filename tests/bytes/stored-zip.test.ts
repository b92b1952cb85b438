import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { crc32, crc32Of } from '~/bytes/crc32';
import { readStoredZip, storedZip } from '~/bytes/stored-zip';

const entry = async (name: string, text: string) => {
  const content = new Blob([text]);
  return { name, content, crc: await crc32Of(content) };
};
const made = async (): Promise<Blob> => {
  const zip = storedZip([
    await entry('index.json', '{}'),
    await entry('0001/work.json', 'a work'),
    await entry('0002/x', ''),
  ]);
  if (zip === null) throw new Error('It fits.');
  return zip;
};

test('a check sum is that of the whole, in how many pieces it comes', async () => {
  const bytes = new TextEncoder().encode('123456789');
  expect(crc32(bytes, 0, 9)).toBe(0xcbf43926);
  expect(crc32(bytes, 4, 9, crc32(bytes, 0, 4))).toBe(0xcbf43926);
  expect(await crc32Of(new Blob(['1234', '56789']))).toBe(0xcbf43926);
});

test('what is put in comes out', async () => {
  const read = await readStoredZip(await made());
  if (!read.ok) throw new Error(read.problem);
  expect(await Promise.all(read.value.entries.map(async ({ name, content }) => [name, await content.text()]))).toEqual([
    ['index.json', '{}'],
    ['0001/work.json', 'a work'],
    ['0002/x', ''],
  ]);
});

test('another program reads it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zip-'));
  const file = join(folder, 'works.zip');
  writeFileSync(file, Buffer.from(await (await made()).arrayBuffer()));
  const script =
    'import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); print(z.testzip(), z.read("0001/work.json").decode())';
  try {
    expect(execFileSync('python3', ['-c', script, file]).toString().trim()).toBe('None a work');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    console.warn('No Python here: not read by another program.');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('cut anywhere, the files that are whole are read, and it says that it is cut; without any it is damaged', async () => {
  const bytes = new Uint8Array(await (await made()).arrayBuffer());
  /** Where each file ends: its header, its name and what is in it. */
  const ends = [30 + 10 + 2, 30 + 14 + 6, 30 + 6 + 0].map((_, at, all) =>
    all.slice(0, at + 1).reduce((sum, size) => sum + size, 0),
  );
  const [names, texts] = [
    ['index.json', '0001/work.json', '0002/x'],
    ['{}', 'a work', ''],
  ];
  for (let length = 0; length < bytes.length; length += 1) {
    const read = await readStoredZip(new Blob([bytes.subarray(0, length)]));
    const whole = ends.filter((end) => end <= length).length;
    if (whole === 0) {
      expect(read).toEqual({ ok: false, problem: 'damaged' });
      continue;
    }
    if (!read.ok) throw new Error(`Refused with ${whole} whole files.`);
    expect(read.value.cut).toBe(true);
    expect(read.value.entries.map(({ name }) => name)).toEqual(names.slice(0, whole));
    expect(await Promise.all(read.value.entries.map(({ content }) => content.text()))).toEqual(texts.slice(0, whole));
  }
});

test('with any byte changed it is read or damaged, and never throws', async () => {
  const bytes = new Uint8Array(await (await made()).arrayBuffer());
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(255), async (at, value) => {
      const changed = bytes.slice();
      changed[at] = value;
      const read = await readStoredZip(new Blob([changed]));
      const held = read.ok ? read.value.entries.reduce((sum, { content }) => sum + content.size, 0) : 0;
      expect(held).toBeLessThanOrEqual(bytes.length);
    }),
  );
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (junk) => {
      await readStoredZip(new Blob([junk]));
    }),
  );
});

test('files that share bytes, so that little is made much, are refused', async () => {
  const bytes = new Uint8Array(await (await made()).arrayBuffer());
  const view = new DataView(bytes.buffer);
  const second = bytes.length - 22 - 46 - 6;
  // The last file's place is that of the first.
  view.setUint32(second + 42, 0, true);
  expect((await readStoredZip(new Blob([bytes]))).ok).toBe(false);
});
