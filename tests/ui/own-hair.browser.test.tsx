import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Design } from '~/model/design/design';
import { shownDesign } from '~/store/shown-design';
import type { Mounted } from './mount-app';
import { mountEditor } from './mount-app';

let app: Mounted;
beforeEach(async () => {
  await page.viewport(1280, 800);
  app = await mountEditor({ panel: 'time' });
});
afterEach(() => app.unmount());

const design = (): Design => shownDesign(app.props.store.getState());
const goesOn = () => page.getByRole('switch', { name: 'Include future hair loss', exact: true });

describe('your own hair goes on', () => {
  test('is off at first, and nothing more is asked', async () => {
    await expect.element(goesOn()).not.toBeChecked();
    expect(page.getByRole('radiogroup', { name: 'Hair loss today' }).query()).toBeNull();
  });

  test('asks for the stage, the pace, treatment and grey hair', async () => {
    await goesOn().click();
    expect(design().ownHair.goesOn).toBe(true);
    await userEvent.click(page.getByRole('radio', { name: 'Norwood 3 vertex', exact: true }));
    expect(design().ownHair.stage).toBe('IIIv');
    // while choosing, its edge lies over the picture
    expect(app.props.store.getState().showStage).toBe(true);
    await userEvent.click(page.getByRole('radio', { name: 'Fast', exact: true }));
    await page.getByRole('switch', { name: 'Taking treatment', exact: true }).click();
    await page.getByRole('switch', { name: 'Goes grey', exact: true }).click();
    expect(design().ownHair).toEqual({ goesOn: true, stage: 'IIIv', rate: 'fast', treated: true, greys: true });
    await page.getByRole('switch', { name: 'Show the stage on the picture', exact: true }).click();
    expect(app.props.store.getState().showStage).toBe(false);
  });

  test('women are asked by other stages', async () => {
    app.props.commands.change((now) => ({ ...now, build: 'women' }));
    await goesOn().click();
    await expect.element(page.getByRole('radio', { name: 'Ludwig 1', exact: true })).toBeChecked();
    expect(page.getByRole('radio', { name: 'Norwood 2', exact: true }).query()).toBeNull();
  });

  test('says so where it cannot be shown', async () => {
    await goesOn().click();
    const { facts } = app.props;
    const known = facts.getState();
    if (known === null) throw new Error('Nothing is known of the head.');
    const { now } = known;
    facts.setState({ now: { ...now, hairChange: () => 'tooLong' } });
    await expect.element(page.getByText(/too long for it/)).toBeVisible();
    facts.setState({ now: { ...now, hairChange: () => 'shown', covered: true } });
    await expect.element(page.getByText(/Something lies over the scalp/)).toBeVisible();
  });
});

describe('you at three ages', () => {
  test('follow the age today', async () => {
    await expect.element(page.getByRole('heading', { name: 'You at 30, 40, 50' })).toBeInTheDocument();
    const age = page.getByRole('spinbutton', { name: 'Age today, exact', exact: true });
    await userEvent.fill(age, '43');
    await userEvent.keyboard('{Enter}');
    expect(design().ageYears).toBe(43);
    await expect.element(page.getByRole('heading', { name: 'You at 50, 60, 70' })).toBeInTheDocument();
    await expect.element(page.getByText('60, in 17 years')).toBeInTheDocument();
  });

  test('have a second opinion on a hard edge', async () => {
    app.props.commands.change((now) => ({ ...now, edge: 'defined' }));
    await expect
      .element(page.getByRole('list', { name: 'Second opinion on age' }))
      .toHaveTextContent('A softer edge would age better');
  });
});
