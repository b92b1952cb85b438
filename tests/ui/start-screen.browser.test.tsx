import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { SAMPLES } from '~/intake/samples';
import type { Mounted } from './mount-app';
import { mountApp, mountEditor } from './mount-app';

let app: Mounted | null = null;
afterEach(() => {
  app?.unmount();
  app = null;
});

const picture = (): File => new File([new Uint8Array([1])], 'a.png', { type: 'image/png' });

test('the file input, the camera and one button per sample are found by their names', async () => {
  app = mountApp();
  const input = page.getByLabelText('Choose a photo', { exact: true });
  await expect.element(input).toHaveAttribute('type', 'file');
  await expect.element(input).toHaveAttribute('accept', 'image/*,.stipple');
  await expect.element(page.getByRole('button', { name: 'Use the camera', exact: true })).toBeVisible();
  await expect.poll(() => page.getByRole('button', { name: /^Try a sample: / }).elements().length).toBe(SAMPLES.length);
  await expect.element(page.getByText('Your photo never leaves this device.')).toBeVisible();
  await expect.element(page.getByText(/not a promise and not medical advice/)).toBeVisible();
});

test('a chosen, a dropped and a pasted file are opened', async () => {
  app = mountApp();
  await userEvent.upload(page.getByLabelText('Choose a photo', { exact: true }), picture());
  await expect.poll(() => app?.callsOf('openAny').length).toBe(1);

  const data = new DataTransfer();
  data.items.add(picture());
  document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
  document.body.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data }));
  expect(app.callsOf('openAny').map(([, file]) => (file as File).name)).toEqual(['a.png', 'a.png', 'a.png']);
});

test('of several files the first picture is opened, and that is said; other things are refused in words', async () => {
  app = mountApp();
  await expect.element(page.getByRole('button', { name: 'Use the camera' })).toBeVisible();
  const drop = (data: DataTransfer): boolean =>
    document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
  const several = new DataTransfer();
  several.items.add(new File(['x'], 'notes.txt', { type: 'text/plain' }));
  several.items.add(picture());
  drop(several);
  expect(app.callsOf('openAny').map(([, file]) => (file as File).name)).toEqual(['a.png']);
  await expect.element(page.getByRole('status')).toHaveTextContent('One of 2 files is opened: a.png.');
  const address = new DataTransfer();
  address.setData('text/uri-list', 'https://example.org/head.jpg');
  expect(drop(address)).toBe(false);
  await expect.element(page.getByRole('status')).toHaveTextContent('Only files can be opened here.');
});

test('what is pasted into a field is left to the field', async () => {
  app = await mountEditor();
  const field = page.getByRole('spinbutton').first();
  await expect.element(field).toBeInTheDocument();
  const data = new DataTransfer();
  data.items.add(picture());
  field.element().dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data }));
  expect(app.callsOf('openAny')).toHaveLength(0);
});

test('a sample is opened by its id', async () => {
  app = mountApp();
  await page.getByRole('button', { name: 'Try a sample: from behind' }).click();
  expect(app.callsOf('openSample')).toEqual([['openSample', 'from-behind']]);
});

test.each([
  ['refused', 'Allow it in the browser’s settings, or choose a photo instead.'],
  ['none', 'No camera was found. Connect one'],
  ['busy', 'The camera does not start. Close what else may be using it'],
] as const)('a camera that cannot be had (%s) says why, with the way on', async (problem, sentence) => {
  app = mountApp({}, { openCamera: () => Promise.resolve({ ok: false, problem }) });
  await page.getByRole('button', { name: 'Use the camera' }).click();
  const dialog = page.getByRole('dialog', { name: 'Take a photo' });
  await expect.element(dialog.getByRole('alert')).toHaveTextContent(sentence);
  await expect.element(dialog.getByRole('alert')).toHaveTextContent(/choose a photo instead/);
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => page.getByRole('dialog').elements().length).toBe(0);
  await expect.element(page.getByRole('button', { name: 'Use the camera' })).toHaveFocus();
});

test('a camera that is taken away while it shows its picture is said to have stopped, and nothing can be taken of it', async () => {
  const canvas = document.createElement('canvas');
  canvas.getContext('2d')?.fillRect(0, 0, 1, 1);
  const stream = canvas.captureStream(5);
  app = mountApp({}, { openCamera: () => Promise.resolve({ ok: true, value: stream }) });
  await page.getByRole('button', { name: 'Use the camera' }).click();
  const dialog = page.getByRole('dialog', { name: 'Take a photo' });
  await expect.element(dialog.getByRole('button', { name: 'Take picture' })).toBeEnabled();
  // As the browser tells it of one that is unplugged; of one that the page stops itself it tells nothing.
  stream.getTracks().forEach((track) => track.dispatchEvent(new Event('ended')));
  await expect.element(dialog.getByRole('alert')).toHaveTextContent('The camera has stopped.');
  await expect.element(dialog.getByRole('button', { name: 'Take picture' })).toBeDisabled();
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => page.getByRole('dialog').elements().length).toBe(0);
});

test('another camera after one that may not be used comes with its picture', async () => {
  const canvas = document.createElement('canvas');
  canvas.getContext('2d')?.fillRect(0, 0, 1, 1);
  const stream = canvas.captureStream(5);
  app = mountApp(
    {},
    {
      openCamera: (facing) =>
        Promise.resolve(facing === 'user' ? { ok: false, problem: 'refused' } : { ok: true, value: stream }),
    },
  );
  await page.getByRole('button', { name: 'Use the camera' }).click();
  const dialog = page.getByRole('dialog', { name: 'Take a photo' });
  await expect.element(dialog).toHaveTextContent(/choose a photo instead/);
  await dialog.getByRole('button', { name: 'Other camera' }).click();
  await expect.poll(() => document.querySelector('video')?.srcObject).toBe(stream);
  await expect.element(dialog.getByRole('button', { name: 'Take picture' })).toBeEnabled();
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => stream.getTracks().every(({ readyState }) => readyState === 'ended')).toBe(true);
});

test('kept projects are opened and deleted by name', async () => {
  app = mountApp({ saved: [{ id: 'p1', name: 'me.jpg', savedAtMs: 1e12, thumbnail: null }] });
  await page.getByRole('button', { name: /^Open me\.jpg/ }).click();
  await page.getByRole('button', { name: 'Delete me.jpg', exact: true }).click();
  await expect.element(page.getByRole('button', { name: 'Keep' })).toHaveFocus();
  await page.getByRole('button', { name: 'Keep' }).click();
  expect(app.callsOf('deleteSaved')).toHaveLength(0);
  await page.getByRole('button', { name: 'Delete me.jpg', exact: true }).click();
  await page.getByRole('button', { name: 'Delete me.jpg for good', exact: true }).click();
  expect(app.calls).toEqual([
    ['openSaved', 'p1'],
    ['deleteSaved', 'p1'],
  ]);
});

test('looking for the head is said, shown and can be cancelled', async () => {
  app = mountApp({
    job: { name: 'detecting' },
    notice: { what: { kind: 'lookingForHead' }, serial: 1 },
  });
  await expect.element(page.getByRole('status')).toHaveTextContent(/^Looking for the head…$/);
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect(app.callsOf('cancelJob')).toHaveLength(1);
});

test('a sample can be wiped from bare to treated, by hand and by keys', async () => {
  app = mountApp();
  const wipe = page.getByRole('slider', { name: 'Before and after on a sample' });
  await expect.element(wipe).toHaveValue('50');
  (wipe.element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(wipe).toHaveAttribute('aria-valuetext', '51 % of the picture shows bare skin');
});

test('whose heads were kept is shown only to those who ask', async () => {
  const thumbnail = new Blob([], { type: 'image/png' });
  app = mountApp({ saved: [{ id: 'p1', name: 'me.jpg', savedAtMs: 1e12, thumbnail }] });
  await expect.element(page.getByRole('button', { name: /^Open me\.jpg/ })).toBeVisible();
  expect(document.querySelector('.saved .thumbnail')).toBeNull();
  await page.getByRole('button', { name: 'Show pictures' }).click();
  await expect.poll(() => document.querySelector('.saved .thumbnail')).not.toBeNull();
});

test('a name that was given is read by those who ask, and no face before', async () => {
  const thumbnail = new Blob([], { type: 'image/png' });
  app = mountApp({ saved: [{ id: 'p1', name: 'M. Novak', savedAtMs: 1e12, thumbnail }] });
  await expect.element(page.getByRole('button', { name: /^Open Work of / })).toBeVisible();
  expect(document.body.textContent).not.toContain('Novak');
  await page.getByRole('button', { name: 'Show names and pictures' }).click();
  await expect.element(page.getByRole('button', { name: /^Open M\. Novak/ })).toBeVisible();
  await expect.poll(() => document.querySelector('.saved .thumbnail')).not.toBeNull();
});
