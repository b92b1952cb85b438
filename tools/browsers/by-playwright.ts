import { chromium, firefox } from 'playwright';
import type { Browser, Locator, Page } from 'playwright';
import { CHROMIUM_ARGS } from '../chromium';
import type { Driven, FoundBrowser, Wanted } from './driven';

const SCREEN = { width: 1280, height: 800 };

const locatorOf = (page: Page, { role, name }: Wanted): Locator =>
  (name.endsWith('…')
    ? page.getByRole(role, { name: new RegExp(`^${name.slice(0, -1)}`) })
    : page.getByRole(role, { name, exact: true })
  ).first();

async function drivenBy(browser: Browser): Promise<Driven> {
  const page = await (await browser.newContext({ viewport: SCREEN })).newPage();
  return {
    goTo: async (address) => {
      await page.goto(address);
    },
    run: (body) => page.evaluate(`(() => { ${body} })()`),
    press: (wanted) => locatorOf(page, wanted).click(),
    keys: async (wanted, key, times) => {
      await locatorOf(page, wanted).focus();
      for (let time = 0; time < times; time++) await page.keyboard.press(key);
    },
    choose: (file) => page.getByLabel('Choose a photo').first().setInputFiles(file),
    picture: () => page.screenshot(),
    close: () => browser.close(),
  };
}

/** Chromium: what the tests run in, and what the others are held against. */
export const foundChromium = (executablePath: string): FoundBrowser => ({
  name: 'Chromium',
  start: async (downloadsPath) => {
    const browser = await chromium.launch({ executablePath, downloadsPath, args: CHROMIUM_ARGS });
    return { version: browser.version(), driven: await drivenBy(browser) };
  },
});

type Send = (command: string, given?: unknown) => Promise<unknown>;

/** What of an object that is not typed, such as a library keeps to itself. */
const within = (of: unknown, name: string): unknown =>
  typeof of === 'object' && of !== null ? (Reflect.get(of, name) as unknown) : undefined;

/**
 * The library sends each page a command about colour schemes, asked or not, that a Firefox of extended support does not know yet, and
 * gives up where it is refused. So a refusal of that one is taken for done: nothing is asked of colours here.
 */
function pardonColours(browser: Browser): void {
  const connection = within(browser, '_connection');
  const toImplementation = within(connection, 'toImpl') as ((client: Browser) => unknown) | undefined;
  const session = within(toImplementation?.call(connection, browser), '_browserSession');
  const send = within(session, 'send') as Send | undefined;
  if (typeof session !== 'object' || session === null || send === undefined)
    throw new Error(
      'Playwright keeps its session with Firefox elsewhere now: see whether it still needs to be pardoned.',
    );
  const pardoning: Send = async (command, given) => {
    const answer = send.call(session, command, given);
    return command === 'emulation.setMediaFeaturesOverride' ? answer.catch(() => ({})) : answer;
  };
  Reflect.set(session, 'send', pardoning);
}

/**
 * An installed Firefox, by WebDriver BiDi. Its WebGL of software has to be asked for, and wants a display. The camera is refused as by
 * somebody who said never to ask.
 */
export const foundFirefox = (executablePath: string, display: string): FoundBrowser => ({
  name: 'Firefox',
  start: async (downloadsPath) => {
    const browser = await firefox.launch({
      channel: 'moz-firefox',
      executablePath,
      downloadsPath,
      env: { ...process.env, DISPLAY: display },
      firefoxUserPrefs: { 'webgl.force-enabled': true, 'permissions.default.camera': 2 },
    });
    pardonColours(browser);
    return { version: browser.version(), driven: await drivenBy(browser) };
  },
});
