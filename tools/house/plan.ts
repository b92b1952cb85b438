import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { FOLDERS, MOST_FILES, MOST_LINES, ROOMS } from './floors.mjs';

/** One import of a file of `src` by another; paths from `src`, without ending. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

/** A file's place in the house: its folder, its room (the folder itself where it has none), and how high it stands. */
interface Place {
  readonly folder: string;
  readonly room: string;
  readonly height: number;
}

/** What is wrong with the house, one sentence each; none where it is in order. */
export type Faults = readonly string[];

/** Things by what `keyOf` says of them, in the order in which they come. */
function grouped<Thing>(
  things: readonly Thing[],
  keyOf: (thing: Thing) => string,
): ReadonlyMap<string, readonly Thing[]> {
  const groups = new Map<string, Thing[]>();
  for (const thing of things) groups.set(keyOf(thing), [...(groups.get(keyOf(thing)) ?? []), thing]);
  return groups;
}

/** Every file of the folder with its source, by path without ending. */
export function readSources(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'),
  );
  return new Map(files.map((file) => [file.replace(/\.tsx?$/, ''), readFileSync(join(folder, file), 'utf8')]));
}

/** Sheets of style and shaders of the folder, by path: the lint rules know only code. */
export function readSheets(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(css|vert|frag|glsl)$/.test(file),
  );
  return new Map(files.map((file) => [join(folder, file), readFileSync(join(folder, file), 'utf8')]));
}

/** How many lines a file has, its last one ended or not. */
export const linesOf = (text: string): number => text.replace(/\n$/, '').split('\n').length;

const isTypeOnly = (clause: ts.ImportClause | undefined): boolean =>
  clause !== undefined &&
  (clause.phaseModifier === ts.SyntaxKind.TypeKeyword ||
    (clause.name === undefined &&
      clause.namedBindings !== undefined &&
      ts.isNamedImports(clause.namedBindings) &&
      clause.namedBindings.elements.every((element) => element.isTypeOnly)));

/** Imports between the files, dynamic ones and `new URL('./worker.ts')` included. */
export function edgesOf(sources: ReadonlyMap<string, string>): readonly Edge[] {
  return [...sources].flatMap(([from, text]) => {
    const source = ts.createSourceFile(`${from}.tsx`, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
    const edges: Edge[] = [];
    const add = (specifier: string, typeOnly: boolean): void => {
      const path = specifier.startsWith('~/') ? specifier.slice(2) : join(dirname(from), specifier);
      const to = path.replace(/\.tsx?$/, '');
      if (/^[.~]/.test(specifier) && sources.has(to)) edges.push({ from, to, typeOnly });
    };
    const visit = (node: ts.Node): void => {
      if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier))
        add(node.moduleSpecifier.text, isTypeOnly(node.importClause));
      const called = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
      const made = ts.isNewExpression(node) && node.expression.getText(source) === 'URL';
      const first = called || made ? node.arguments?.at(0) : undefined;
      if (first !== undefined && ts.isStringLiteral(first)) add(first.text, false);
      ts.forEachChild(node, visit);
    };
    visit(source);
    return edges;
  });
}

/** Where a file stands; null: at the door of the house (`main`, `start-editor`), which knows every folder. */
function placeOf(file: string): Place | null {
  const [folder, ...rest] = file.split('/');
  if (rest.length === 0 || !(folder in FOLDERS)) return null;
  const { floors, roof } = ROOMS[folder] ?? { floors: [], roof: [] };
  const height = floors.findIndex((floor) => floor.includes(rest[0]));
  const onRoof = roof.indexOf(rest.join('/'));
  return {
    folder,
    room: height < 0 ? folder : `${folder}/${rest.slice(0, -1).join('/')}`,
    height: onRoof < 0 ? height : floors.length + onRoof,
  };
}

/** Why an import may not be; null where it may. */
function trespass({ from, to, typeOnly }: Edge): string | null {
  const here = placeOf(from);
  const there = placeOf(to);
  if (here === null) return null;
  if (there === null) return `${from} knows the door ${to}`;
  if (here.folder !== there.folder) {
    const { code, types } = FOLDERS[here.folder];
    if (code.includes(there.folder) || (typeOnly && types.includes(there.folder))) return null;
    return `${from} goes up to ${to}`;
  }
  if (here.height < 0 || there.height < 0) return null;
  const sameRoom = from.split('/')[1] === to.split('/')[1];
  if (there.height < here.height || sameRoom) return null;
  return `${from} goes ${there.height === here.height ? 'across' : 'up'} to ${to}`;
}

/** Circles of files, each once, as the files that are passed; types count, since a reader follows them too. */
export function circlesOf(edges: readonly Edge[]): readonly (readonly string[])[] {
  const next = grouped(edges, ({ from }) => from);
  const done = new Set<string>();
  const found: string[][] = [];
  const walk = (file: string, path: readonly string[]): void => {
    const seen = path.indexOf(file);
    if (seen >= 0) found.push([...path.slice(seen), file]);
    if (seen >= 0 || done.has(file)) return;
    for (const to of new Set(next.get(file)?.map((edge) => edge.to))) walk(to, [...path, file]);
    done.add(file);
  };
  for (const file of next.keys()) walk(file, []);
  return found;
}

/** Files by room. */
export const roomsOf = (files: Iterable<string>): ReadonlyMap<string, readonly string[]> =>
  grouped(
    [...files].filter((file) => placeOf(file) !== null),
    (file) => placeOf(file)?.room ?? '',
  );

/** Everything that is wrong: imports up or across, circles, files in no room, rooms that are too full. */
export function faultsOf(sources: ReadonlyMap<string, string>): Faults {
  const edges = edgesOf(sources);
  const homeless = [...sources.keys()].filter((file) => {
    const place = placeOf(file);
    return place !== null && place.height < 0 && place.folder in ROOMS;
  });
  return [
    ...edges.map(trespass).filter((fault) => fault !== null),
    ...circlesOf(edges).map((circle) => `a circle: ${circle.join(' → ')}`),
    ...homeless.map((file) => `${file} stands in no room`),
    ...[...roomsOf(sources.keys())]
      .filter(([, files]) => files.length > MOST_FILES)
      .map(([room, files]) => `${room} has ${files.length} files, more than ${MOST_FILES}`),
  ];
}

/** Sheets that are too long. */
export const longSheetsOf = (sheets: ReadonlyMap<string, string>): Faults =>
  [...sheets]
    .map(([file, text]) => ({ file, lines: linesOf(text) }))
    .filter(({ lines }) => lines > MOST_LINES)
    .map(({ file, lines }) => `${file} has ${lines} lines, more than ${MOST_LINES}`);

/** The layer that an entry sheet imports each sheet into, by path of the sheet. */
export const layersOf = (sheets: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map(
    [...sheets].flatMap(([entry, text]) =>
      [...text.matchAll(/^@import '(.+)' layer\((\w+)\);$/gm)].map(([, file, layer]) => [
        join(dirname(entry), file),
        layer,
      ]),
    ),
  );

/** Sheets of style that code imports by itself: outside all layers they would win over every other. */
export function unlayeredOf(sources: ReadonlyMap<string, string>, sheets: ReadonlyMap<string, string>): Faults {
  const layers = layersOf(sheets);
  const isEntry = (file: string): boolean => /^@import /m.test(sheets.get(file) ?? '');
  const asked = [...sources.values()].flatMap((text) => [...text.matchAll(/^import '.*\/(styles\/.+\.css)';$/gm)]);
  const loose = [...sheets.keys()].filter((file) => file.endsWith('.css') && !layers.has(file));
  return [...new Set([...asked.map(([, file]) => `src/ui/${file}`), ...loose])]
    .filter((file) => !isEntry(file))
    .map((file) => `${file} stands in no layer: import it into one, in first-screen.css or later-screens.css`);
}
