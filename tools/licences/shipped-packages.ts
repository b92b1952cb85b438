/** Helpers that a build puts among the app's own script, by what their ids begin with. */
const HELPERS: readonly (readonly [begins: string, name: string])[] = [
  ['\0vite/', 'vite'],
  ['\0rolldown/', 'rolldown'],
];
const IN_PACKAGES = '/node_modules/';
const PACKAGE_NAME = /^(?:@[^/]+\/)?[^/]+/;

/** The packages that modules come from, by the ids that the bundler gives them: sorted names, each once. */
export function packagesOf(moduleIds: Iterable<string>): string[] {
  const found = new Set<string>();
  for (const id of moduleIds) {
    const helper = HELPERS.find(([begins]) => id.startsWith(begins));
    const path = id.replaceAll('\\', '/');
    const at = path.lastIndexOf(IN_PACKAGES);
    const inPackage = at === -1 ? null : PACKAGE_NAME.exec(path.slice(at + IN_PACKAGES.length));
    if (helper) found.add(helper[1]);
    else if (inPackage) found.add(inPackage[0]);
  }
  return [...found].sort();
}
