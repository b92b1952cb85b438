// The fence of the house as lint rules, made from the table of floors.
import { FOLDERS, OWNERS, ROOMS } from './floors.mjs';

const RULE = '@typescript-eslint/no-restricted-imports';

const unowned = (folder) =>
  Object.entries(OWNERS)
    .filter(([, owners]) => !owners.includes(folder))
    .map(([name]) => ({ group: [name, `${name}/*`], message: `${folder} does not know ${name}.` }));

/** What no file of a folder may import, wherever in it the file is. */
function strangers(folder) {
  const { code, types } = FOLDERS[folder];
  const others = Object.keys(FOLDERS).filter((other) => other !== folder);
  return [
    { group: ['../*', '..'], message: 'Use ~/folder/file across folders, ./file inside one.' },
    ...others
      .filter((other) => !code.includes(other) && !types.includes(other))
      .map((other) => ({ group: [`~/${other}/**`], message: `${folder} does not know ${other}.` })),
    ...types.map((other) => ({
      group: [`~/${other}/**`],
      allowTypeImports: true,
      message: `${folder} knows ${other} only as types.`,
    })),
    ...unowned(folder),
  ];
}

/** What a room may not import beside: its neighbours, what stands above, and the roof. */
function higher(folder, height) {
  const { floors, roof } = ROOMS[folder];
  return (room) => [
    ...[...floors[height].filter((other) => other !== room), ...floors.slice(height + 1).flat()].map((other) => ({
      group: [`~/${folder}/${other}/**`],
      message: `${folder}/${room} does not know ${folder}/${other}.`,
    })),
    ...roof.map((file) => ({ group: [`~/${folder}/${file}`], message: `No room knows the roof.` })),
  ];
}

const block = (files, patterns) => ({ files, rules: { [RULE]: ['error', { patterns }] } });

/** What a file of the roof may not import beside: those that come after it. */
const laterOnRoof = (folder, roof, at) =>
  roof.slice(at + 1).map((file) => ({ group: [`~/${folder}/${file}`], message: `${roof[at]} does not know ${file}.` }));

/** Lint blocks: one for each folder, and a stricter one for each room and each file of the roof (the last that matches counts). */
export const FENCE = [
  ...Object.keys(FOLDERS).map((folder) => block([`src/${folder}/**/*.{ts,tsx}`], strangers(folder))),
  ...Object.entries(ROOMS).flatMap(([folder, { floors }]) =>
    floors.flatMap((floor, height) =>
      floor.map((room) =>
        block([`src/${folder}/${room}/**/*.{ts,tsx}`], [...strangers(folder), ...higher(folder, height)(room)]),
      ),
    ),
  ),
  ...Object.entries(ROOMS).flatMap(([folder, { roof }]) =>
    roof.map((file, at) =>
      block([`src/${folder}/${file}.{ts,tsx}`], [...strangers(folder), ...laterOnRoof(folder, roof, at)]),
    ),
  ),
];
