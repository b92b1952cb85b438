import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeBrowser, openBrowser, PHONE, visit } from '../support/visit';

beforeAll(openBrowser);
afterAll(closeBrowser);

it('shows a new photo half before, half after, with no point on it until the line is taken up; three looks to begin with', async () => {
  const here = await visit(PHONE);
  const { page } = here;
  await here.choosePhoto('assets/samples/front-light-web.jpg');
  await here.reach('editing');
  const value = (name: string): Promise<number> =>
    page.getByRole('slider', { name, exact: true }).inputValue().then(Number);
  const look = (name: string) => page.getByRole('radiogroup', { name: 'Looks' }).getByRole('radio', { name });
  const middle = page.getByRole('slider', { name: 'Hairline point: middle', exact: true });
  await expect.poll(() => value('Before and after'), { timeout: 20_000 }).toBe(50);
  expect(await page.getByRole('button', { name: 'Undo', exact: true }).isEnabled()).toBe(false);

  const opacity = (): Promise<string> => middle.evaluate((element) => getComputedStyle(element).opacity);
  await middle.waitFor();
  expect(await opacity()).toBe('0');

  /** One control is on the screen at a time; the looks again at last. */
  const heightAndCorners = async (): Promise<number[]> => {
    const tap = (chip: string): Promise<void> => page.getByRole('tab', { name: chip, exact: true }).tap();
    await tap('Height');
    const height = await value('Hairline height');
    await tap('Corners');
    const corners = await value('Temple recession');
    await tap('Looks');
    return [height, corners];
  };
  expect(await look('Usual').isChecked()).toBe(true);
  expect(await heightAndCorners()).toEqual([66, 9]);
  await look('Careful').check();
  expect(await heightAndCorners()).toEqual([74, 14]);
  await look('Bold').check();
  expect(await heightAndCorners()).toEqual([60, 4]);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  expect(await look('Careful').isChecked()).toBe(true);

  await middle.focus();
  await expect.poll(opacity).toBe('1');
  expect(here.errors).toEqual([]);
  await here.end();
});

it('moves nothing for those who want no motion, and shows kept work as it was left', async () => {
  const here = await visit({ reducedMotion: 'reduce' });
  const wipe = here.page.getByRole('slider', { name: 'Before and after', exact: true });
  await here.choosePhoto('assets/samples/front-light-web.jpg');
  await here.reach('editing');
  await expect.poll(() => wipe.inputValue()).toBe('50');
  await here.page.waitForTimeout(5_000);
  await here.page.reload();
  await here.reach('editing');
  expect(await wipe.inputValue()).toBe('0');
  await here.end();
});

it('asks one question that needs no answer, shows the years, and ends where all that goes home is', async () => {
  const here = await visit(PHONE);
  const { page } = here;
  await here.choosePhoto('assets/samples/front-light-web.jpg');
  await here.reach('editing');
  const question = page.getByRole('region', { name: 'What is it for?' });
  const coverage = (name: string) => page.getByRole('radiogroup', { name: 'Coverage' }).getByRole('radio', { name });
  await question.waitFor();

  await question.getByRole('button', { name: 'Woman' }).tap();
  await expect.poll(() => question.getByRole('button', { name: 'Woman' }).getAttribute('aria-pressed')).toBe('true');
  await question.getByRole('button', { name: 'Parting' }).tap();
  await expect.poll(() => question.count()).toBe(0);
  expect(await coverage('Part line').isChecked()).toBe(true);

  await page.getByRole('button', { name: 'See it in 5 years' }).tap();
  const time = page.getByRole('slider', { name: 'Time', exact: true });
  await expect.poll(() => time.getAttribute('aria-valuetext')).toBe('5 years');
  await page.getByRole('group', { name: 'What to do next' }).getByRole('button', { name: 'Finish' }).tap();
  const finish = page.getByRole('dialog', { name: 'Take it with you' });
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    finish.getByRole('button', { name: 'Save picture' }).tap(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.png$/);

  await page.getByRole('button', { name: 'Finish', exact: true }).tap();
  for (const name of ['Save project', 'Open project'])
    expect(await finish.getByRole('button', { name }).isVisible()).toBe(true);
  await page.keyboard.press('Escape');
  expect(await finish.count()).toBe(0);
  await here.goTo('density');
  await page.getByRole('tab', { name: 'Fullness', exact: true }).tap();
  await here.slide('Density', 150);
  expect(here.errors).toEqual([]);
  await here.end();
});

it('lets the question go when somebody works on without answering', async () => {
  const here = await visit({ reducedMotion: 'reduce' });
  await here.choosePhoto('assets/samples/front-light-web.jpg');
  await here.reach('editing');
  const question = here.page.getByRole('region', { name: 'What is it for?' });
  await question.waitFor();
  await here.slide('Density', 150);
  await expect.poll(() => question.count()).toBe(0);
  await here.end();
});

it('says over the picture what a photo lacks, and refuses nothing', async () => {
  const here = await visit({ reducedMotion: 'reduce' });
  const { page } = here;
  // The sample at a fifth of its size, made by the page itself.
  const small = await page.evaluate(async () => {
    const photo = await createImageBitmap(await (await fetch('/samples/front-light-web.jpg')).blob());
    const canvas = document.createElement('canvas');
    canvas.width = 150;
    canvas.height = 200;
    canvas.getContext('2d')?.drawImage(photo, 0, 0, 150, 200);
    return canvas.toDataURL('image/png').split(',')[1];
  });
  await here.choosePhoto({ name: 'small.png', mimeType: 'image/png', buffer: Buffer.from(small, 'base64') });
  await here.reach('editing');
  const check = page.getByRole('region', { name: 'About this photo' });
  await check.getByText('The head is very small.').waitFor();
  expect(await check.getByRole('button', { name: 'Retake' }).isVisible()).toBe(true);
  await check.getByRole('button', { name: 'Use it anyway' }).click();
  await page.getByRole('region', { name: 'What is it for?' }).waitFor();
  expect(await check.count()).toBe(0);
  expect(here.errors).toEqual([]);
  await here.end();
});

it('goes back to the screen before, and not off the page', async () => {
  const here = await visit({ reducedMotion: 'reduce' });
  const { page } = here;
  await here.choosePhoto('assets/samples/front-light-web.jpg');
  await here.reach('editing');
  await page.getByRole('button', { name: 'Finish', exact: true }).first().click();
  const finish = page.getByRole('dialog', { name: 'Take it with you' });
  await finish.waitFor();
  await page.goBack();
  await expect.poll(() => finish.count()).toBe(0);
  expect(await here.stage()).toBe('editing');
  await page.goBack();
  await here.reach('start');
  await page
    .getByRole('button', { name: /^Open / })
    .first()
    .waitFor();
  expect(here.errors).toEqual([]);
  await here.end();
});
