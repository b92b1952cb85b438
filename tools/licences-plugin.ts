import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { LICENCES_FILE } from '../src/load/shipped-licences.ts';
import { shippedLicences, toldUnder } from './licences/shipped-licences.ts';
import { packagesOf } from './licences/shipped-packages.ts';
import { ROOT } from './models/packages.ts';

/** What a bundler makes: chunks of modules, and files that it takes as they are. */
type Bundle = Readonly<
  Record<string, { readonly type: 'chunk'; readonly moduleIds: readonly string[] } | { readonly type: 'asset' }>
>;

const moduleIdsOf = (bundle: Bundle): readonly string[] =>
  Object.values(bundle).flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []));

const asText = (packages: Iterable<string>): string => JSON.stringify(shippedLicences(packages));

/** Files of assets/ that are told under nothing: a build that shipped them would leave their licence out. */
export const untoldFiles = (): string[] =>
  readdirSync(join(ROOT, 'assets'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(join(ROOT, 'assets').length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((file) => toldUnder(file) === null);

/** While the app is worked on nothing is bundled: what it may be bundled from is told instead. */
const mayBeBundled = (): string[] =>
  Object.keys(
    (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { readonly dependencies: Record<string, string> })
      .dependencies,
  );

/**
 * Writes the licences of all that a build really ships, as the app shows them: of the packages that the bundler took modules from, for
 * the page and for its workers, and of every file that is shipped as it is. A licence that may not be shipped, or that has no text,
 * fails the build. `worker` goes to the bundling of the workers, which comes first.
 */
export function licencesPlugin(): { readonly page: Plugin; readonly worker: () => Plugin } {
  const modules = new Set<string>();
  const collect = (bundle: Bundle): void => {
    for (const id of moduleIdsOf(bundle)) modules.add(id);
  };
  return {
    worker: () => ({
      name: 'stipple-licences-of-workers',
      apply: 'build',
      generateBundle(_, bundle) {
        collect(bundle);
      },
    }),
    page: {
      name: 'stipple-licences',
      generateBundle(_, bundle) {
        collect(bundle);
        const untold = untoldFiles();
        if (untold.length > 0) this.error(`Nothing tells the licence of ${untold.join(', ')}: tools/licences.`);
        this.emitFile({ type: 'asset', fileName: LICENCES_FILE, source: asText(packagesOf(modules)) });
      },
      configureServer(server) {
        server.middlewares.use(`/${LICENCES_FILE}`, (_, answer) => {
          answer.setHeader('content-type', 'application/json');
          answer.end(asText(mayBeBundled()));
        });
      },
    },
  };
}

/** For a script that is bundled apart and of our own code alone, so that no licence is left out. */
export const ownCodeOnly = (): Plugin => ({
  name: 'stipple-own-code-only',
  generateBundle(_, bundle) {
    const foreign = packagesOf(moduleIdsOf(bundle));
    if (foreign.length > 0) this.error(`${foreign.join(', ')}: bundled where no licence is told`);
  },
});
