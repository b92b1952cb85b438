// Plain Node, because it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

const LEAST_NODE = [20, 19];

/** Stops with one sentence where Node is too old. */
function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1])) return;
  console.error(`Stipple needs Node ${LEAST_NODE.join('.')} or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

/** Packages of a lock file by place; the ones for other systems may be missing. */
function packagesOf(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {};
}

/** Whether node_modules holds what package-lock.json says, by npm's own list of what it put there. */
export function isInstalled() {
  const there = packagesOf(`${ROOT}node_modules/.package-lock.json`);
  return Object.entries(packagesOf(`${ROOT}package-lock.json`)).every(
    ([place, { optional, integrity }]) => place === '' || optional || there[place]?.integrity === integrity,
  );
}

/** Runs a command in the project, its output shown. True where it ended well. */
export function run(command, args, env = {}) {
  const shell = process.platform === 'win32' && command === 'npm';
  const done = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', shell, env: { ...process.env, ...env } });
  return done.status === 0;
}

/** Runs a script of an installed package with this Node. */
export const runPackage = (script, args, env) => run(process.execPath, [`${ROOT}node_modules/${script}`, ...args], env);

/** Runs one of our own TypeScript files. */
export const runTypeScript = (file, args = []) => runPackage('tsx/dist/cli.mjs', [file, ...args]);

/** Installs exactly what the lock file says, if it is not there. */
export function install() {
  checkNode();
  if (isInstalled()) return true;
  console.log('Installing what package-lock.json names …');
  // `npm start` and `npm test` hand their settings down; a production setting would leave the tools out.
  return run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], { NODE_ENV: '' });
}
