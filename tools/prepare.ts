import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MODEL_FILES, MODEL_PACKAGES } from './models/model-files';
import { packageVersion, ROOT } from './models/packages';

/** Outside of assets, because all of assets is shipped. */
const STAMPS = join(ROOT, 'node_modules/.cache/stipple');

/** Something that is shipped but not in the repository. It is made anew when what it is made from changes. */
interface Step {
  readonly name: string;
  /** The file that makes it: what it imports counts too. */
  readonly source: string;
  readonly packages: readonly string[];
  readonly outputs: readonly string[];
  readonly make: () => Promise<void>;
}

const STEPS: readonly Step[] = [
  {
    name: 'models',
    source: 'tools/models/make-models.ts',
    packages: MODEL_PACKAGES,
    outputs: MODEL_FILES,
    make: async () => (await import('./models/make-models')).makeModels(),
  },
  {
    name: 'dots',
    source: 'tools/dots/make-dots.ts',
    packages: [],
    outputs: ['assets/dots.bin'],
    make: async () => (await import('./dots/make-dots')).makeDots(),
  },
];

/** Makes what is missing or stale of the models, the detector's runtime, the canonical face and the dots. */
export async function prepare(): Promise<void> {
  for (const step of STEPS) {
    const stamp = stampOf(step);
    const stampFile = join(STAMPS, step.name);
    const made = step.outputs.every((path) => existsSync(join(ROOT, path)));
    if (made && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) continue;
    await step.make();
    await mkdir(STAMPS, { recursive: true });
    await writeFile(stampFile, stamp);
  }
}

function stampOf(step: Step): string {
  const hash = createHash('sha256');
  step.packages.forEach((name) => hash.update(`${name} ${packageVersion(name)}\n`));
  for (const path of withImports(step.source)) hash.update(readFileSync(join(ROOT, path)));
  return hash.digest('hex');
}

/** A source file and all of ours that it imports, directly or not: paths from the root, sorted. */
function withImports(entry: string): string[] {
  const found = new Set<string>();
  const add = (path: string): void => {
    const file = [path, `${path}.ts`].find((name) => existsSync(join(ROOT, name)));
    if (file === undefined || found.has(file)) return;
    found.add(file);
    for (const [, name] of readFileSync(join(ROOT, file), 'utf8').matchAll(/from '([.~][^']*)'/g)) {
      add(name.startsWith('~/') ? join('src', name.slice(2)) : join(dirname(file), name));
    }
  };
  add(entry);
  return [...found].sort();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await prepare();
