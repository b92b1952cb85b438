import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { freshWork } from '~/intake/intake';
import type { Photo } from '~/io/photo';
import { MIRRORED } from '~/model/base/orientation';
import { notify } from '~/store/notify';
import { startEditing } from '~/store/stages';
import { drawn, mountApp, plainSubject } from './mount-app';
import type { Mounted } from './mount-app';

let app: Mounted;
beforeEach(async () => {
  await page.viewport(390, 844);
  app = mountApp();
});
afterEach(() => app.unmount());

const arrive = async (cut: boolean, more: Partial<Photo> = {}): Promise<void> => {
  const plain = await plainSubject();
  const subject = { ...plain, photo: { ...plain.photo, ...more } };
  const found = { kind: 'headFound', ...(cut && { cut: true as const }) } as const;
  app.props.store.setState(startEditing(subject, freshWork(undefined, subject.first), found, true));
  await expect.element(page.getByRole('img', { name: 'Preview' })).toBeInTheDocument();
  await expect.poll(() => document.querySelector('.announcer [role="status"]')?.textContent).toBe('Head found');
  await drawn();
};
const close = () => page.getByRole('button', { name: 'Close message' }).query();

describe('a head that is there', () => {
  test('is said, and no card lies on it that says no more than is seen', async () => {
    await arrive(false);
    expect(close()).toBeNull();
    app.props.store.setState(notify({ kind: 'noFaceFound' }));
    await expect.poll(close, { message: 'other news has its card' }).not.toBeNull();
  });

  test('has a card where there is more to say', async () => {
    await arrive(true);
    await expect.poll(close).not.toBeNull();
  });

  test.each([
    [1366, 768],
    [390, 844],
    [360, 740],
    [844, 390],
  ])(
    'at %i × %i is asked about where its photo may be mirrored, beside the looks and not over the picture, until it was mirrored back',
    async (wide, high) => {
      await page.viewport(wide, high);
      const asked = () => page.getByText('The front camera took this photo', { exact: false }).elements();
      await arrive(false, { frontCamera: true });
      // Said, and written where the looks are.
      await expect.poll(() => asked().length).toBe(2);
      const written = asked().find((element) => element.closest('.announcer') === null);
      expect(close()).toBeNull();
      const picture = document.querySelector('.picture')?.getBoundingClientRect();
      const note = written?.getBoundingClientRect();
      if (picture === undefined || note === undefined) throw new Error('There is no picture, or no note.');
      expect(note.left >= picture.right - 1 || note.top >= picture.bottom - 1).toBe(true);
      expect([note.right <= wide, note.height > 10]).toEqual([true, true]);
      // In sight as a whole, where its control ends.
      const end = written?.closest('.dock-control')?.getBoundingClientRect().bottom ?? high;
      expect(note.bottom).toBeLessThan(end + 4);
      await arrive(false, { frontCamera: true, turned: MIRRORED });
      await expect.poll(() => asked().length).toBe(0);
    },
  );

  test.each([
    [390, 844],
    [360, 740],
    [844, 390],
  ])(
    'at %i × %i with letters of twice their size the next step lies on no face: in one line at most',
    async (wide, high) => {
      await page.viewport(wide, high);
      document.documentElement.style.fontSize = '32px';
      try {
        await arrive(false);
        app.props.store.setState({ offer: 'years' });
        await drawn();
        const offer = document.querySelector('.offer')?.getBoundingClientRect();
        const picture = document.querySelector('.picture')?.getBoundingClientRect();
        if (offer === undefined || picture === undefined) throw new Error('There is no picture, or no next step.');
        expect(offer.height).toBeLessThan(0.2 * picture.height);
        const button = page.getByRole('button', { name: 'See it in 5 years', exact: true }).query();
        expect(button === null || offer.height >= 44).toBe(true);
      } finally {
        document.documentElement.style.fontSize = '';
      }
    },
  );

  test('is not offered to be seen in 5 years by whoever has gone there by themselves', async () => {
    await arrive(false);
    const { store, commands } = app.props;
    store.setState({ offer: 'years' });
    commands.change((now) => ({ ...now, timeYears: 3 }));
    await drawn();
    expect(store.getState().offer).toBe('years');
    commands.preview((now) => ({ ...now, timeYears: 8 }));
    await expect.poll(() => store.getState().offer).toBe('finish');
  });
});

describe('a photo that does not show the front of the line', () => {
  const note = () => page.getByText('The line runs over the forehead', { exact: false }).query();
  const see = (inSight: boolean): void => {
    const { overlay } = app.props;
    const now = overlay.getState();
    if (now === null) throw new Error('There is no picture.');
    const handles = now.handles.map((handle) => ({ ...handle, inSight: inSight || handle.id.endsWith('Ear') }));
    overlay.setState({ ...now, handles }, true);
  };

  test('is said to be one, where the line is set and nowhere else, with the way to another one', async () => {
    await arrive(false);
    await expect.poll(() => app.props.overlay.getState()?.handles.length).toBeGreaterThan(0);
    app.props.store.setState({ offer: null, panel: 'hairline' });
    await drawn();
    see(false);
    await expect.poll(note).not.toBeNull();
    await expect.element(page.getByRole('button', { name: 'Add one from the front' })).toBeVisible();
    app.props.store.setState({ panel: 'density' });
    await expect.poll(note).toBeNull();
    app.props.store.setState({ panel: 'hairline' });
    await drawn();
    see(true);
    await expect.poll(note).toBeNull();
  });
});
