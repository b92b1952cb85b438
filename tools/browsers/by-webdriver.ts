import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { holds, until } from './driven';
import type { Driven, FoundBrowser, Wanted } from './driven';

// WebKit's own driver speaks WebDriver (W3C) alone, of which ten commands are enough here: the libraries that speak it bring the makers'
// programs for three systems with them, which fetch drivers.

const SCREEN = { width: 1280, height: 838 };
/** By this name an answer says that it is an element. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
const KEYS = { ArrowUp: '\uE013', ArrowRight: '\uE014' };

type Command = (method: 'GET' | 'POST' | 'DELETE', path: string, given?: object) => Promise<unknown>;

const commandsAt =
  (address: string): Command =>
  async (method, path, given) => {
    const body = given === undefined ? {} : { body: JSON.stringify(given) };
    const answer = await fetch(address + path, { method, ...body });
    const { value } = (await answer.json()) as { readonly value: unknown };
    if (!answer.ok) throw new Error(`${method} ${path}: ${JSON.stringify(value)}`);
    return value;
  };

/** The body of a function that finds what has a name, as it is read out. */
function finder({ role, name }: Wanted): string {
  const of = role === 'button' ? 'button, [role="button"]' : 'input[type="range"], [role="slider"]';
  const begins = name.endsWith('…');
  return `
    const byId = (id) => document.getElementById(id)?.textContent ?? '';
    const nameOf = (each) => (each.ariaLabel ?? (each.hasAttribute('aria-labelledby')
      ? each.getAttribute('aria-labelledby').split(' ').map(byId).join(' ')
      : each.labels?.[0]?.textContent ?? each.textContent)).trim();
    const wanted = ${JSON.stringify(begins ? name.slice(0, -1) : name)};
    return [...document.querySelectorAll(${JSON.stringify(of)})].find((each) => each.checkVisibility() &&
      (${begins ? 'nameOf(each).startsWith(wanted)' : 'nameOf(each) === wanted'})) ?? null;`;
}

function drivenBy(command: Command, session: string, end: () => void): Driven {
  const at = `/session/${session}`;
  const run = (script: string): Promise<unknown> => command('POST', `${at}/execute/sync`, { script, args: [] });
  const elementOf = (answer: unknown): string | null =>
    (answer as Readonly<Record<string, string>> | null)?.[ELEMENT] ?? null;
  const find = async (wanted: Wanted): Promise<string> => {
    const found = await until(async () => elementOf(await run(finder(wanted))), 30_000);
    if (found === null) throw new Error(`There is no ${wanted.role} ${wanted.name}`);
    return found;
  };
  return {
    run,
    goTo: async (url) => {
      await command('POST', `${at}/url`, { url });
    },
    press: async (wanted) => {
      await command('POST', `${at}/element/${await find(wanted)}/click`, {});
    },
    keys: async (wanted, key, times) => {
      const found = { [ELEMENT]: await find(wanted) };
      await command('POST', `${at}/execute/sync`, { script: 'arguments[0].focus();', args: [found] });
      const actions = Array.from({ length: times }, () => [
        { type: 'keyDown', value: KEYS[key] },
        { type: 'keyUp', value: KEYS[key] },
      ]).flat();
      await command('POST', `${at}/actions`, { actions: [{ type: 'key', id: 'keyboard', actions }] });
    },
    choose: async (file) => {
      // The address is there before the page has drawn what it is to be given a file by.
      const look = `return document.querySelector('input[type="file"]');`;
      const input = await until(async () => elementOf(await run(look)), 30_000);
      if (input === null) throw new Error('There is nothing to choose a file with');
      await command('POST', `${at}/element/${input}/value`, { text: resolve(file) });
    },
    picture: async () => Buffer.from(String(await command('GET', `${at}/screenshot`)), 'base64'),
    close: async () => {
      await command('DELETE', at).finally(end);
    },
  };
}

/** A port that is free now. */
const freePort = (): Promise<number> =>
  new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => found(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

/** A home of its own, so that nothing is kept, and what is saved comes to lie where it is looked for. */
function homeFor(downloads: string): string {
  const home = mkdtempSync(join(tmpdir(), 'stipple-webkit-'));
  mkdirSync(join(home, '.config'));
  writeFileSync(join(home, '.config/user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${resolve(downloads)}"\n`);
  return home;
}

/** WebKit as GTK has it: `driver` is WebKitWebDriver, `binary` the small browser that comes with it. */
export const foundWebKit = (driver: string, binary: string, display: string): FoundBrowser => ({
  name: 'WebKit',
  start: async (downloads) => {
    const [port, home] = [await freePort(), homeFor(downloads)];
    const env = { ...process.env, DISPLAY: display, HOME: home, XDG_CONFIG_HOME: join(home, '.config') };
    const running: ChildProcess = spawn(driver, ['-p', String(port)], { env, stdio: 'ignore' });
    const end = (): void => {
      running.kill();
      rmSync(home, { recursive: true, force: true, maxRetries: 3 });
    };
    const command = commandsAt(`http://127.0.0.1:${port}`);
    await holds(() => command('GET', '/status').then(Boolean, () => false), 10_000);
    const options = { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } };
    const { sessionId, capabilities } = (await command('POST', '/session', {
      capabilities: { alwaysMatch: options },
    })) as { readonly sessionId: string; readonly capabilities: { readonly browserVersion: string } };
    await command('POST', `/session/${sessionId}/window/rect`, SCREEN);
    return { version: capabilities.browserVersion, driven: drivenBy(command, sessionId, end) };
  },
});
