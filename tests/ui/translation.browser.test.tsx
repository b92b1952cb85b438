import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { notify } from '~/store/notify';
import type { Panel } from '~/store/app-state';
import { translatePage } from '../support/translate-page';
import { mountApp, plainSubject } from './mount-app';
import type { Mounted } from './mount-app';

let app: Mounted | null = null;
afterEach(() => app?.unmount());

/** By a browser, into other words. */
const translate = (): void => translatePage({ inCapitals: true });

const isWhole = async (): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(document.querySelector('.broken')?.textContent).toBeUndefined();
  expect(document.querySelector('#app')?.childElementCount).toBeGreaterThan(0);
};

test('a page that is being translated goes on: from the first screen through every section and message', async () => {
  app = mountApp();
  const { store } = app.props;
  await expect.element(page.getByRole('button', { name: 'Use the camera' })).toBeVisible();
  translate();
  store.setState(notify({ kind: 'lookingForHead' }));
  store.setState({ job: { name: 'openingPhoto' } });
  await isWhole();
  translate();
  store.setState({ job: { name: 'detecting' } });
  await isWhole();
  translate();
  const subject = await plainSubject();
  store.setState({ job: null, screen: { kind: 'editing', subject } });
  store.setState(notify({ kind: 'headFound' }));
  await expect.element(page.getByRole('img', { name: 'Preview' })).toBeInTheDocument();
  await isWhole();
  for (const panel of ['hairline', 'density', 'pigment', 'time', 'photo'] satisfies Panel[]) {
    store.setState({ panel });
    await isWhole();
    translate();
    for (const change of [
      { showMeasurements: true, showChanged: true, tool: 'paint', wipePercent: 40 },
      { showMeasurements: false, showChanged: false, tool: 'look', wipePercent: 0 },
    ] as const) {
      store.setState(change);
      app.props.commands.change((design) => ({ ...design, densityPerCm2: 60 + 10 * (design.densityPerCm2 % 7) }));
      await isWhole();
      translate();
    }
  }
  store.setState({ screen: { kind: 'place-head', subject } });
  await isWhole();
  translate();
  store.setState({ screen: { kind: 'start', failed: false } });
  await isWhole();
});
