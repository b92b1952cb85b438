import { afterEach, expect, test, vi } from 'vitest';
import { createAutosave } from '~/io/autosave';
import { openPhoto } from '~/io/decode-photo';
import { consultationOf, FIRST_VIEW_ID } from '~/model/design/consultation';
import { momentOf } from '~/model/design/time-scale';
import type { Work } from '~/io/project-file';
import { encoded, firstDifference, noisy, pixelsOf } from '../support/picture-bytes';
import { FULL_DESIGN, fullReading } from '../support/sample-work';

const made: string[] = [];
/** A database of its own for each test. */
function database(): string {
  const name = `stipple-test-${made.length}`;
  made.push(name);
  return name;
}

afterEach(() => {
  vi.restoreAllMocks();
  for (const name of made) indexedDB.deleteDatabase(name);
});

async function work(name = 'Ada'): Promise<Work> {
  const opened = await openPhoto(await encoded(noisy(120, 90), 'image/jpeg'));
  if (!opened.ok) throw new Error(opened.problem.kind);
  const photo = opened.value;
  return {
    name,
    consultation: consultationOf(FULL_DESIGN),
    moment: momentOf(FULL_DESIGN),
    photos: [{ viewId: FIRST_VIEW_ID, reading: fullReading(photo.size), photo }],
  };
}

test('work comes back as it was, also to a page that knows nothing of it', async () => {
  const name = database();
  const before = await work();
  expect(await createAutosave(name).save('a', before, null)).toEqual({ ok: true, value: null });
  const later = createAutosave(name);
  expect(await later.lastId()).toEqual({ ok: true, value: 'a' });
  const after = await later.load('a');
  if (!after.ok) throw new Error(after.problem);
  expect(after.value.consultation).toEqual(before.consultation);
  expect(after.value.moment).toEqual(before.moment);
  expect(after.value.photos[0].reading).toEqual(before.photos[0].reading);
  expect(firstDifference(pixelsOf(after.value.photos[0].photo.working), pixelsOf(before.photos[0].photo.working))).toBe(
    -1,
  );
});

test('a changed design is kept without writing the photo again', async () => {
  const autosave = createAutosave(database());
  const before = await work();
  await autosave.save('a', before, null);
  const put = vi.spyOn(IDBObjectStore.prototype, 'put');
  await autosave.save('a', { ...before, consultation: consultationOf({ ...FULL_DESIGN, seed: 7 }) }, null);
  expect(put.mock.calls.map(([, key]) => key)).toEqual(['about:a', 'document:a', 'last']);
  const after = await autosave.load('a');
  expect(after.ok && after.value.consultation.designs[0].drawn.seed).toBe(7);
});

test('projects are listed, newest first, and deleted', async () => {
  const autosave = createAutosave(database());
  const now = vi.spyOn(Date, 'now');
  const thumbnail = new Blob(['small'], { type: 'image/png' });
  now.mockReturnValue(1000);
  await autosave.save('a', await work('Ada'), thumbnail);
  now.mockReturnValue(2000);
  await autosave.save('b', await work('Bob'), null);
  const list = await autosave.list();
  if (!list.ok) throw new Error(list.problem);
  expect(list.value.map(({ id, name, savedAtMs }) => [id, name, savedAtMs])).toEqual([
    ['b', 'Bob', 2000],
    ['a', 'Ada', 1000],
  ]);
  expect(await list.value[1]?.thumbnail?.text()).toBe('small');

  await autosave.remove('b');
  expect(await autosave.lastId()).toEqual({ ok: true, value: null });
  expect(await autosave.load('b')).toEqual({ ok: false, problem: 'damaged' });
  const rest = await autosave.list();
  expect(rest.ok && rest.value.map(({ id }) => id)).toEqual(['a']);
});

test('the first screen comes up again once the last work is forgotten, and the project stays', async () => {
  const autosave = createAutosave(database());
  await autosave.save('a', await work(), null);
  await autosave.forgetLast();
  expect(await autosave.lastId()).toEqual({ ok: true, value: null });
  expect((await autosave.load('a')).ok).toBe(true);
});

test('a connection that was lost is made anew', async () => {
  const autosave = createAutosave(database());
  await autosave.save('a', await work(), null);
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(() => {
    throw new DOMException('Connection to Indexed Database server lost', 'UnknownError');
  });
  expect(await autosave.lastId()).toEqual({ ok: true, value: 'a' });
});

test('work is kept where the browser cannot be asked to keep it for good', async () => {
  vi.spyOn(navigator, 'storage', 'get').mockReturnValue(undefined as never);
  const autosave = createAutosave(database());
  expect(await autosave.save('a', await work(), null)).toEqual({ ok: true, value: null });
  expect((await autosave.load('a')).ok).toBe(true);
});

test('no storage at all is a value', async () => {
  const autosave = createAutosave(database());
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('no', 'SecurityError');
  });
  const unavailable = { ok: false, problem: 'unavailable' };
  expect(await autosave.save('a', await work(), null)).toEqual(unavailable);
  expect(await autosave.list()).toEqual(unavailable);
  expect(await autosave.load('a')).toEqual(unavailable);
  expect(await autosave.remove('a')).toEqual(unavailable);
});
