import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { makeModels, MODEL_FILES, MODEL_PACKAGES } from './models/make-models';
import { packageVersion, ROOT } from './models/packages';

/** Outside of assets, because all of assets is shipped. */
const STAMPS = `${ROOT}node_modules/.cache/stipple/`;

/** Something that is shipped but not in the repository. It is made anew when `inputs` changes or an output is gone. */
interface Step {
  readonly name: string;
  readonly inputs: () => string[];
  readonly outputs: readonly string[];
  readonly make: () => Promise<void>;
}

const source = (path: string): string => readFileSync(ROOT + path, 'utf8');
const sources = (folder: string): string[] => readdirSync(ROOT + folder).map((file) => source(`${folder}/${file}`));

const MAKE_DOTS = 'tools/make-dots.ts';

const STEPS: readonly Step[] = [
  {
    name: 'models',
    inputs: () => [...MODEL_PACKAGES.map((name) => `${name} ${packageVersion(name)}`), ...sources('tools/models')],
    outputs: MODEL_FILES,
    make: makeModels,
  },
];

/** Makes what is missing or stale of the models, the detector's runtime, the canonical face and the dots. */
export async function prepare(): Promise<void> {
  for (const step of STEPS) {
    const stamp = createHash('sha256').update(JSON.stringify(step.inputs())).digest('hex');
    const stampFile = STAMPS + step.name;
    const made = step.outputs.every((path) => existsSync(ROOT + path));
    if (made && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) continue;
    await step.make();
    await mkdir(STAMPS, { recursive: true });
    await writeFile(stampFile, stamp);
  }
  if (existsSync(ROOT + MAKE_DOTS)) {
    const { makeDots } = (await import(pathToFileURL(ROOT + MAKE_DOTS).href)) as {
      readonly makeDots: () => Promise<void>;
    };
    await makeDots();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await prepare();
