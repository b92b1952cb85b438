import { statSync } from 'node:fs';
import { expect, it } from 'vitest';
import { MODEL_FILES } from '../../tools/models/model-files';
import { ROOT } from '../../tools/models/packages';
import { prepare } from '../../tools/prepare';

const FILES = [...MODEL_FILES, 'assets/dots.bin'];

it('prepare makes what is shipped, and leaves it alone when nothing changed', { timeout: 60_000 }, async () => {
  await prepare();
  const made = FILES.map((file) => statSync(ROOT + file));
  made.forEach(({ size }, i) => expect(size, FILES[i]).toBeGreaterThan(1000));
  await prepare();
  expect(FILES.map((file) => statSync(ROOT + file).mtimeMs)).toEqual(made.map(({ mtimeMs }) => mtimeMs));
});
