import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Where a file of an installed package lies; the versions are those of the lock file. */
export const packageFile = (name: string, file: string): string => `${ROOT}node_modules/${name}/${file}`;

export function packageVersion(name: string): string {
  const { version } = JSON.parse(readFileSync(packageFile(name, 'package.json'), 'utf8')) as {
    readonly version: string;
  };
  return version;
}
