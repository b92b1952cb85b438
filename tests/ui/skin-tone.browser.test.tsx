import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Design } from '~/model/design/design';
import { estimateTone } from '~/model/skin/estimate-tone';
import { fieldDarkening, SOLID_CAP_DARKENING } from '~/model/advice/pigment-advice';
import { skinOfTone, TONE_ITA_DEGREES } from '~/model/colour/skin-tone';
import { subjectOf } from '~/store/screen';
import { shownDesign } from '~/store/shown-design';
import type { Mounted } from './mount-app';
import { mountEditor } from './mount-app';

let app: Mounted;
beforeEach(async () => {
  await page.viewport(1280, 800);
  app = await mountEditor({ panel: 'pigment' });
  const subject = subjectOf(app.props.store.getState());
  if (subject === null) throw new Error('The editor opened without a photo.');
  // Tan skin, as a photo shows it.
  app.props.store.setState({
    screen: { kind: 'editing', subject: { ...subject, skin: { ...subject.skin, skin: skinOfTone(22) } } },
  });
  await expect.element(page.getByText(/^Skin tone \(estimate\)/)).toBeInTheDocument();
});
afterEach(() => app.unmount());

const design = (): Design => shownDesign(app.props.store.getState());
const tones = () => page.getByRole('radiogroup', { name: 'Skin tone', exact: true });
const choose = async (tone: string): Promise<void> => {
  await tones().getByRole('radio', { name: tone, exact: true }).click();
};

test('the tone read of the photo is called an estimate, with its number and its spread', async () => {
  const { itaDegrees, sdDegrees } = estimateTone({ skin: skinOfTone(22), light: [1, 1, 1] });
  const words = 'Skin tone (estimate): tan.';
  const measured = new RegExp(`^ITA about ${itaDegrees.toFixed(0)}° .estimate., give or take ${sdDegrees.toFixed(0)}°`);
  await expect.element(page.getByText(measured)).not.toBeVisible();
  await page.getByText('Expert: ITA', { exact: true }).click();
  await expect.element(page.getByText(measured)).toBeVisible();
  await expect.element(page.getByText(words, { exact: true })).toBeInTheDocument();
  await expect.element(tones().getByRole('radio', { name: 'As in the photo', exact: true })).toBeChecked();
});

test('it can be corrected, in one step that is listed, undone and reset', async () => {
  await choose('Deep');
  expect(design().skinItaDegrees).toBe(TONE_ITA_DEGREES.dark);
  await expect
    .element(page.getByText(/^Skin tone: deep, as you chose\. The photo alone looks tan/))
    .toBeInTheDocument();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  expect(design().skinItaDegrees).toBeNull();
  await choose('Fair');
  await page.getByRole('button', { name: 'Reset skin tone', exact: true }).click();
  expect(design().skinItaDegrees).toBeNull();
  await choose('Brown');
  await page.getByRole('button', { name: 'Photo', exact: true }).click();
  await page.getByRole('switch', { name: 'Show what changed', exact: true }).click();
  await page.getByRole('button', { name: 'Take back: Skin tone', exact: true }).click();
  expect(design().skinItaDegrees).toBeNull();
});

test('a pigment is suggested for the tone in force, and used only when asked for', async () => {
  await expect.element(page.getByText('Suggested for this skin: Medium, as chosen.')).toBeInTheDocument();
  await choose('Very fair');
  await expect.element(page.getByText('Suggested for this skin: Light.', { exact: true })).toBeInTheDocument();
  expect(design().pigment).toBe('medium');
  await page.getByRole('button', { name: 'Use Light', exact: true }).click();
  expect(design()).toMatchObject({ pigment: 'light', densityPerCm2: 100, strengthPercent: 67, dotSizeMm: 0.31 });
  await expect.element(page.getByText('Suggested for this skin: Light, as chosen.')).toBeInTheDocument();
});

test('too dark a choice is said, its number behind why, and one press softens it', async () => {
  const warning = page.getByText(/darker than bare skin of this tone/);
  await expect.element(warning).not.toBeInTheDocument();
  await choose('Very fair');
  await page
    .getByRole('radiogroup', { name: 'Pigment', exact: true })
    .getByRole('radio', { name: 'Dark', exact: true })
    .click();
  await userEvent.fill(page.getByRole('slider', { name: 'Pigment strength', exact: true }), '150');
  const tone = TONE_ITA_DEGREES.veryLight;
  const before = fieldDarkening(design(), tone);
  await expect.element(warning).toHaveTextContent(`heals ${before.toFixed(1)} steps of lightness`);
  await page.getByRole('button', { name: 'Use a softer version', exact: true }).click();
  await expect.element(warning).not.toBeInTheDocument();
  expect(fieldDarkening(design(), tone)).toBeLessThanOrEqual(SOLID_CAP_DARKENING);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  expect(fieldDarkening(design(), tone)).toBe(before);
});
