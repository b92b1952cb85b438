import { expect, test } from 'vitest';
import { openPhoto } from '~/io/decode-photo';
import { addDesign, addView, consultationOf, FIRST_VIEW_ID } from '~/model/design/consultation';
import { momentOf } from '~/model/design/time-scale';
import { isProjectFile, readProjectFile, writeProjectFile, type Work } from '~/keep/project-file';
import { bytesOf, encoded, firstDifference, noisy, pixelsOf, pngHeader, tellingJpeg } from '../support/picture-bytes';
import { FULL_DESIGN, fullReading } from '../support/sample-work';

async function work(): Promise<Work> {
  const jpeg = await bytesOf(await encoded(noisy(300, 200), 'image/jpeg'));
  const opened = await openPhoto(new File([tellingJpeg(jpeg, 6, 50)], 'me.jpg'));
  if (!opened.ok) throw new Error(opened.problem.kind);
  const photo = opened.value;
  return {
    name: 'Ada',
    consultation: consultationOf(FULL_DESIGN),
    moment: momentOf(FULL_DESIGN),
    photos: [{ viewId: FIRST_VIEW_ID, reading: fullReading(photo.size), photo }],
  };
}

async function written(from: Work): Promise<Blob> {
  const file = await writeProjectFile(from);
  if (!file.ok) throw new Error(file.problem);
  return file.value;
}

type Tree = Record<string, unknown>;
async function changed(change: (file: Tree & { photo: Tree; reading: Tree }) => void): Promise<Blob> {
  const file = JSON.parse(await (await written(await work())).text()) as { photos: Parameters<typeof change>[0][] };
  change(file.photos[0]);
  return new Blob([JSON.stringify(file)]);
}

test('a round trip gives an equal design and reading, and the same pixels', async () => {
  const before = await work();
  const after = await readProjectFile(await written(before));
  if (!after.ok) throw new Error(after.problem.kind);
  expect(after.value.name).toBe('Ada');
  expect(after.value.consultation).toEqual(before.consultation);
  expect(after.value.moment).toEqual(before.moment);
  const [then] = before.photos;
  const [now] = after.value.photos;
  expect(now.reading).toEqual(then.reading);
  expect(now.photo.size).toEqual({ widthPx: 200, heightPx: 300 });
  expect(now.photo.focalPx).toBe(then.reading.focalPx);
  expect(firstDifference(pixelsOf(now.photo.working), pixelsOf(then.photo.working))).toBe(-1);
});

test('saved, opened and saved again is the same file', async () => {
  const first = await written(await work());
  const opened = await readProjectFile(first);
  if (!opened.ok) throw new Error(opened.problem.kind);
  expect(await (await written(opened.value)).text()).toBe(await first.text());
});

test('the file says nothing of who, where and with what', async () => {
  const file = JSON.parse(await (await written(await work())).text()) as { photos: { photo: { base64: string } }[] };
  expect(atob(file.photos[0].photo.base64)).not.toMatch(/secret|Me!|video/);
});

test.each<[string, (file: Tree & { photo: Tree; reading: Tree }) => void]>([
  ['a photo that is no picture', (file) => (file.photo.base64 = btoa('Dear diary'))],
  ['a photo that is not base64', (file) => (file.photo.base64 = '§§§')],
  [
    'a photo of 900 million pixels',
    (file) => (file.photo.base64 = btoa(String.fromCharCode(...pngHeader(30_000, 30_000)))),
  ],
  ['no photo', (file) => ((file as Tree).photo = null)],
  ['a reading of another photo', (file) => (file.reading.photo = { widthPx: 300, heightPx: 200 })],
  ['broken landmarks', (file) => (file.reading.landmarks = 'AAAA')],
])('%s is a value', async (_, change) => {
  expect(await readProjectFile(await changed(change))).toEqual({ ok: false, problem: { kind: 'damaged' } });
});

test('a file beyond the limit is not even read', async () => {
  const piece = new Uint8Array(8 * 1024 * 1024);
  const huge = new Blob(Array.from({ length: 17 }, () => piece));
  expect(await readProjectFile(huge)).toEqual({ ok: false, problem: { kind: 'tooLarge' } });
});

test('a project is known by its name or by how it begins', async () => {
  const file = await written(await work());
  expect(await isProjectFile(file)).toBe(true);
  expect(await isProjectFile(new File(['x'], 'Ada.STIPPLE'))).toBe(true);
  expect(await isProjectFile(new File(['{"format":"other"}'], 'x.json'))).toBe(false);
  expect(await isProjectFile(await encoded(noisy(80, 80), 'image/png'))).toBe(false);
});

test('two photos and two designs are in one file, each photo once', async () => {
  const [front, side] = [await work(), await work()];
  const consultation = addView(addDesign(front.consultation, 'Lower'), 'side', 'left');
  const before = { ...front, consultation, photos: [...front.photos, { ...side.photos[0], viewId: 'side' }] };
  const file = await written(before);
  expect((await file.text()).match(/"base64":/g)).toHaveLength(2);
  const after = await readProjectFile(file);
  if (!after.ok) throw new Error(after.problem.kind);
  expect(after.value.consultation).toEqual(consultation);
  expect(after.value.photos.map(({ viewId }) => viewId)).toEqual([FIRST_VIEW_ID, 'side']);
  expect(await (await written(after.value)).text()).toBe(await file.text());
});
