import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from '../chromium';
import { foundChromium, foundFirefox } from './by-playwright';
import { foundWebKit } from './by-webdriver';
import type { AbsentBrowser, FoundBrowser } from './driven';

const FIREFOX = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'];
const WEBKIT_DRIVER = '/usr/bin/WebKitWebDriver';
const MINI_BROWSER = ['x86_64', 'aarch64'].map((kind) => `/usr/lib/${kind}-linux-gnu/webkit2gtk-4.1/MiniBrowser`);
const XVFB = '/usr/bin/Xvfb';

export interface Display {
  /** As `DISPLAY` wants it. */
  readonly name: string;
  stop(): void;
}

/** The display that is there, else one in memory (Xvfb); null where there is neither. */
export async function openDisplay(): Promise<Display | null> {
  const { DISPLAY } = process.env;
  if (DISPLAY !== undefined || process.platform !== 'linux') return { name: DISPLAY ?? '', stop: () => undefined };
  if (!existsSync(XVFB)) return null;
  const running = spawn(XVFB, ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise<string>((told, failed) => {
    running.stdio[3]?.once('data', (said: Buffer) => told(said.toString().trim()));
    running.once('exit', () => failed(new Error('Xvfb ended before it had a display.')));
  });
  return { name: `:${number}`, stop: () => void running.kill() };
}

/** Every browser that is tried, whether it is there or what is missing. */
export function findBrowsers(display: Display | null): readonly (FoundBrowser | AbsentBrowser)[] {
  const there = (paths: readonly string[]): string | undefined => paths.find((path) => existsSync(path));
  const [chromium, firefox, driver, mini] = [
    findChromium(),
    there(FIREFOX),
    there([WEBKIT_DRIVER]),
    there(MINI_BROWSER),
  ];
  const absent = (name: string, missing: string): AbsentBrowser => ({ name, missing });
  const noDisplay = 'It needs a display, or one in memory (Debian: apt-get install xvfb).';
  const onDisplay = (name: string, found: (shown: string) => FoundBrowser): FoundBrowser | AbsentBrowser =>
    display === null ? absent(name, noDisplay) : found(display.name);
  return [
    chromium === null
      ? absent('Chromium', 'None is installed (Debian: apt-get install chromium).')
      : foundChromium(chromium),
    firefox === undefined
      ? absent('Firefox', 'None is installed (Debian: apt-get install firefox-esr).')
      : onDisplay('Firefox', (shown) => foundFirefox(firefox, shown)),
    driver === undefined || mini === undefined
      ? absent(
          'WebKit',
          'Its GTK port or the driver is missing (Debian: apt-get install webkit2gtk-driver libwebkit2gtk-4.1-0).',
        )
      : onDisplay('WebKit', (shown) => foundWebKit(driver, mini, shown)),
  ];
}
