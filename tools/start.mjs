// npm start: installs what is missing, builds what is missing or older than its sources, serves it.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { serveFolder } from './serve.mjs';
import { install, ROOT, runPackage, runTypeScript } from './install.mjs';

const SOURCES = ['src', 'shaders', 'assets', 'tools', 'index.html', 'vite.config.ts', 'package-lock.json'];

/** Time of the youngest file at or under a place, ms. */
function changedAt(path) {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => changedAt(`${path}/${name}`)));
}

function isBuilt() {
  const page = `${ROOT}dist/index.html`;
  if (!existsSync(page)) return false;
  const builtAt = statSync(page).mtimeMs;
  return SOURCES.every((source) => changedAt(ROOT + source) <= builtAt);
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

if (!install()) stop('The packages could not be installed; see above. Is there a connection to the package registry?');
if (!runTypeScript('tools/prepare.ts')) stop('The models could not be made; see above.');
if (!isBuilt() && !runPackage('vite/bin/vite.js', ['build', '--logLevel', 'warn'])) {
  stop('The app could not be built; see above.');
}

process.chdir(ROOT);
const { address } = await served('dist', Number(process.env.PORT) || 4173);
console.log(`Stipple is at ${address} (Ctrl+C ends it)`);

/** At that port, or, where another program has it, at any. */
async function served(folder, port) {
  try {
    return await serveFolder(folder, port);
  } catch {
    return serveFolder(folder, 0);
  }
}
