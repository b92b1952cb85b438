import { createStore, promisifyRequest } from 'idb-keyval';
import { afterEach, expect, test, vi } from 'vitest';
import { createAutosave } from '~/keep/autosave';
import type { Autosave } from '~/keep/autosave';
import { openPhoto } from '~/io/decode-photo';
import { addDesign, addView, consultationOf, FIRST_VIEW_ID, withDesign } from '~/model/design/consultation';
import { momentOf } from '~/model/design/time-scale';
import type { Work } from '~/keep/project-file';
import { encoded, firstDifference, noisy, pixelsOf } from '../support/picture-bytes';
import V2 from '../model/project/saved/v2.stipple?raw';
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

test('work is kept where storage takes no files, as that of WebKit in a private window', async () => {
  const own = Reflect.get(IDBObjectStore.prototype, 'put') as (value: unknown, key: unknown) => IDBRequest;
  const hasFile = (value: unknown): boolean =>
    value instanceof Blob || (value !== null && typeof value === 'object' && Object.values(value).some(hasFile));
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
    const asked = own.call(this, value, key);
    // Told only after it was taken.
    if (hasFile(value)) this.transaction.abort();
    return asked as IDBRequest<IDBValidKey>;
  });
  const name = database();
  const before = await work();
  const thumbnail = new Blob(['small'], { type: 'image/png' });
  const autosave = createAutosave(name);
  expect(await autosave.save('a', before, thumbnail)).toEqual({ ok: true, value: null });
  put.mockClear();
  expect(await autosave.save('a', before, thumbnail)).toEqual({ ok: true, value: null });
  expect(put.mock.calls.map(([, key]) => key)).toEqual(['about:a', 'last', 'document:a']);

  const later = createAutosave(name);
  const listed = await later.list();
  expect(listed.ok && (await listed.value[0].thumbnail?.text())).toBe('small');
  expect(listed.ok && listed.value[0].thumbnail?.type).toBe('image/png');
  const after = await later.load('a');
  if (!after.ok) throw new Error(after.problem);
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
  expect(put.mock.calls.map(([, key]) => key)).toEqual(['about:a', 'last', 'document:a']);
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

test('the browser is asked to keep it for good with the first work that is kept, once, and not before', async () => {
  const persist = vi.spyOn(StorageManager.prototype, 'persist').mockResolvedValue(true);
  const autosave = createAutosave(database());
  await autosave.list();
  await autosave.lastId();
  expect(persist).not.toHaveBeenCalled();
  for (const id of ['a', 'b', 'a']) expect((await autosave.save(id, await work(), null)).ok).toBe(true);
  expect(persist).toHaveBeenCalledTimes(1);
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

/** A consultation of two photos of one head and two designs, the second of each chosen. */
async function two(): Promise<Work> {
  const [front, side] = [await work(), await work()];
  const views = addView(addDesign(front.consultation, 'Lower'), 'side', 'left');
  const turned = withDesign(views, {
    ...FULL_DESIGN,
    hairlineHeightMm: 61,
    head: { ...FULL_DESIGN.head, turnDegrees: 70 },
  });
  return { ...front, consultation: turned, photos: [...front.photos, { ...side.photos[0], viewId: 'side' }] };
}

test('two photos and two designs come back as they were', async () => {
  const name = database();
  const before = await two();
  await createAutosave(name).save('a', before, null);
  const after = await createAutosave(name).load('a');
  if (!after.ok) throw new Error(after.problem);
  expect(after.value.consultation).toEqual(before.consultation);
  expect(after.value.photos.map(({ viewId }) => viewId)).toEqual([FIRST_VIEW_ID, 'side']);
  for (const [i, { photo }] of after.value.photos.entries())
    expect(firstDifference(pixelsOf(photo.working), pixelsOf(before.photos[i].photo.working))).toBe(-1);
});

/** Reads and writes the records behind the autosave's back. */
async function behind(name: string, work: (records: IDBObjectStore) => unknown): Promise<unknown> {
  return createStore(name, 'projects')('readwrite', async (records) => {
    const given = work(records);
    await promisifyRequest(records.transaction);
    return given instanceof IDBRequest ? (given.result as unknown) : given;
  });
}

test('a photo that no view has any more is not kept on the device', async () => {
  const name = database();
  const autosave = createAutosave(name);
  await autosave.save('a', await two(), null);
  expect(await behind(name, (records) => records.getAllKeys())).toContain('photo:a:side');
  await autosave.save('a', await work(), null);
  expect(await behind(name, (records) => records.getAllKeys())).toEqual(['about:a', 'document:a', 'last', 'photo:a']);
  expect((await createAutosave(name).load('a')).ok).toBe(true);
});

test('parts of two different times are not taken for one work', async () => {
  const name = database();
  await createAutosave(name).save('a', await two(), null);
  await behind(name, (records) => records.put(new Blob(['another photo']), 'photo:a:side'));
  expect(await createAutosave(name).load('a')).toEqual({ ok: false, problem: 'damaged' });
  await behind(name, (records) => records.delete('photo:a:side'));
  expect(await createAutosave(name).load('a')).toEqual({ ok: false, problem: 'damaged' });
});

test('work that was kept before there were several photos still opens, and is kept in the new way from then on', async () => {
  const name = database();
  const autosave = createAutosave(name);
  await autosave.save('a', await work(), null);
  const photo = (await behind(name, (records) => records.get('photo:a'))) as Blob;
  const { widthPx, heightPx } = (await work()).photos[0].photo.size;
  const old = JSON.parse(V2) as { reading: { photo: object }; photo: null };
  old.reading.photo = { widthPx, heightPx };
  old.photo = null;
  await behind(name, (records) => {
    records.put(JSON.stringify(old), 'document:a');
    records.put(photo, 'photo:a');
  });
  const opened = await createAutosave(name).load('a');
  if (!opened.ok) throw new Error(opened.problem);
  expect(opened.value.photos.map(({ viewId }) => viewId)).toEqual([FIRST_VIEW_ID]);
  const later = createAutosave(name);
  await later.save('a', opened.value, null);
  expect(await createAutosave(name).load('a')).toMatchObject({
    ok: true,
    value: { consultation: opened.value.consultation },
  });
});

test('deleting takes every part away', async () => {
  const name = database();
  const autosave = createAutosave(name);
  await autosave.save('a', await two(), null);
  await autosave.save('ab', await two(), null);
  await autosave.remove('a');
  expect(await behind(name, (records) => records.getAllKeys())).toEqual([
    'about:ab',
    'document:ab',
    'last',
    'photo:ab',
    'photo:ab:side',
  ]);
});

/** All ways in which parts of a kept project may be gone: another tab, the browser, or somebody clearing data. */
const PARTS = ['about:a', 'document:a', 'photo:a', 'photo:a:side', 'last'];
const GONE = Array.from({ length: 1 << PARTS.length }, (_, which) => PARTS.filter((_part, i) => (which >> i) & 1));

test('whatever parts are taken away behind its back, the next write makes the project whole again', async () => {
  const name = database();
  const before = await two();
  const autosave = createAutosave(name);
  await autosave.save('a', before, null);
  for (const gone of GONE) {
    await behind(name, (records) => {
      for (const key of gone) records.delete(key);
    });
    expect(await autosave.save('a', before, null), gone.join()).toEqual({ ok: true, value: null });
    const after = await createAutosave(name).load('a');
    expect(after.ok && after.value.photos.map(({ viewId }) => viewId), gone.join()).toEqual([FIRST_VIEW_ID, 'side']);
    expect(await autosave.lastId()).toEqual({ ok: true, value: 'a' });
  }
});

test('two tabs on one project: the later one writes nothing over the other, in any order of their writes', async () => {
  for (const order of ['ab', 'ba', 'aab', 'abab', 'bbaa']) {
    const name = database();
    await createAutosave(name).save('p', await work(), null);
    const tabs = { a: createAutosave(name), b: createAutosave(name) };
    const opened = { a: await tabs.a.load('p'), b: await tabs.b.load('p') };
    const winner = order[0] as 'a' | 'b';
    let kept = 0;
    for (const [i, tab] of [...(order as Iterable<'a' | 'b'>)].entries()) {
      const { [tab]: was } = opened;
      if (!was.ok) throw new Error(was.problem);
      const mine = { ...was.value, consultation: consultationOf({ ...FULL_DESIGN, seed: i }) };
      const saved = await tabs[tab].save('p', mine, null);
      expect(saved.ok ? 'kept' : saved.problem, `${order} ${i}`).toBe(tab === winner ? 'kept' : 'elsewhere');
      if (saved.ok) kept = i;
    }
    const after = await createAutosave(name).load('p');
    expect(after.ok && after.value.consultation.designs[0].drawn.seed).toBe(kept);
  }
});

test('a project that another tab has open is not given out twice; one that it lets go is', async () => {
  const name = database();
  const [one, other] = [createAutosave(name), createAutosave(name)];
  expect(await one.claim('a')).toBe(true);
  expect(await one.claim('a')).toBe(true);
  expect(await other.claim('a')).toBe(false);
  expect(await other.claim('b')).toBe(true);
  expect(await one.claim('c')).toBe(true);
  expect(await other.claim('a')).toBe(true);
});

test('steps of undo come back with the work; damaged ones, or those of another time, are dropped without it', async () => {
  const name = database();
  const before = await work();
  const earlier = consultationOf({ ...FULL_DESIGN, seed: 7 });
  const steps = { past: [earlier], future: [] };
  const put = vi.spyOn(IDBObjectStore.prototype, 'put');
  await createAutosave(name).save('a', { ...before, steps }, null);
  expect(put.mock.calls.filter(([, key]) => typeof key === 'string' && key.startsWith('photo:'))).toHaveLength(1);
  const store = createStore(name, 'projects');
  const load = async () => {
    const after = await createAutosave(name).load('a');
    if (!after.ok) throw new Error(after.problem);
    expect(after.value.consultation).toEqual(before.consultation);
    return after.value.steps;
  };
  expect(await load()).toEqual(steps);
  const kept = (await store('readonly', (records) => promisifyRequest(records.get('steps:a')))) as object;
  const replace = (value: unknown) => store('readwrite', (records) => promisifyRequest(records.put(value, 'steps:a')));
  await replace({ ...kept, past: [{ head: 1 }] });
  expect(await load()).toEqual({ past: [], future: [] });
  await replace({ ...kept, revision: 99 });
  expect(await load()).toBeUndefined();
  await replace('junk');
  expect(await load()).toBeUndefined();
});

test('where there is no room for steps of undo, the work is kept without them', async () => {
  const name = database();
  const before = await work();
  const put = Reflect.get(IDBObjectStore.prototype, 'put') as (value: unknown, key: unknown) => unknown;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
    if (key === 'steps:a') throw new DOMException('', 'QuotaExceededError');
    return put.call(this, value, key) as IDBRequest<IDBValidKey>;
  });
  const steps = { past: [consultationOf({ ...FULL_DESIGN, seed: 7 })], future: [] };
  expect(await createAutosave(name).save('a', { ...before, steps }, null)).toEqual({ ok: true, value: null });
  const after = await createAutosave(name).load('a');
  expect(after.ok && after.value.consultation).toEqual(before.consultation);
});

/** Holds a database: until the answer is called it answers nobody else, and what they write comes late. */
async function hold(name: string): Promise<() => void> {
  let held = true;
  let begun = (): void => undefined;
  const isHeld = new Promise<void>((resolve) => (begun = resolve));
  void createStore(name, 'projects')('readwrite', async (records) => {
    while (held) {
      await promisifyRequest(records.get('last'));
      begun();
    }
  });
  await isHeld;
  return () => (held = false);
}

test('a storage that does not answer is a value in time, and what it writes late is not taken for another tab’s', async () => {
  const before = await work();
  const seeded = (seed: number): Work => ({ ...before, consultation: consultationOf({ ...FULL_DESIGN, seed }) });
  const late: Readonly<Record<string, (autosave: Autosave) => Promise<unknown>>> = {
    save: (autosave) => autosave.save('a', seeded(1), null),
    'two saves': async (autosave) => {
      expect((await autosave.save('a', seeded(1), null)).ok).toBe(false);
      return autosave.save('a', seeded(2), null);
    },
    rename: (autosave) => autosave.rename('a', 'Bob'),
    remove: (autosave) => autosave.remove('a'),
    list: (autosave) => autosave.list(),
    lastId: (autosave) => autosave.lastId(),
    whole: (autosave) => autosave.whole('a'),
    load: (autosave) => autosave.load('a'),
    forgetLast: (autosave) => autosave.forgetLast(),
  };
  for (const [what, act] of Object.entries(late)) {
    const name = database();
    const autosave = createAutosave(name, 150);
    await createAutosave(name).save('a', before, null);
    expect((await autosave.load('a')).ok).toBe(true);
    const letGo = await hold(name);
    const from = performance.now();
    expect(await act(autosave), what).toEqual({ ok: false, problem: 'silent' });
    expect(performance.now() - from, what).toBeLessThan(2000);
    letGo();
    // As often as it takes until what was late has come.
    await expect.poll(() => autosave.save('a', seeded(9), null), { timeout: 5000 }).toEqual({ ok: true, value: null });
    const after = await createAutosave(name).load('a');
    expect(after.ok && after.value.consultation.designs[0].drawn.seed, what).toBe(9);
  }
});
