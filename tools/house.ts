// npm run house: the rooms and floors of src, and what breaks their order. Fails where something does.
import { FOLDERS, ROOMS } from './house/floors.mjs';
import { edgesOf, faultsOf, linesOf, longSheetsOf, readSheets, readSources, roomsOf, unlayeredOf } from './house/plan';
import { SAYS } from './house/says';

const sources = readSources('src');
const rooms = roomsOf(sources.keys());
const sheets = new Map([...readSheets('src'), ...readSheets('shaders')]);
const linesIn = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + linesOf(sources.get(file) ?? ''), 0);

/** One line for a folder or room: name, files, lines, and what it is for. */
const told = (room: string, indent: string): string => {
  const files = rooms.get(room) ?? [];
  const name = `${indent}${room.split('/').slice(1).join('/') || room}`;
  return `${name.padEnd(22)}${`${files.length}`.padStart(3)}${`${linesIn(files)}`.padStart(6)}  ${SAYS[room]}`;
};

console.log('Rooms from the top down, with their files, their lines, and what they are for.');
console.log('A room knows only what stands on lower floors.\n');
for (const folder of Object.keys(FOLDERS).reverse()) {
  console.log(folder in ROOMS ? `${`${folder}/`.padEnd(33)}${SAYS[folder]}` : told(folder, ''));
  const { floors } = ROOMS[folder] ?? { floors: [] };
  for (const [height, floor] of [...floors.entries()].reverse()) {
    console.log(`  floor ${height + 1}`);
    const inside = [...rooms.keys()].filter((room) =>
      floor.some((name) => `${room}/`.startsWith(`${folder}/${name}/`)),
    );
    for (const room of inside.sort()) console.log(told(room, '    '));
  }
}

const faults = [...faultsOf(sources), ...longSheetsOf(sheets), ...unlayeredOf(sources, sheets)];
console.log(
  `\n${sources.size} files, ${sheets.size} sheets of style and shaders, ${edgesOf(sources).length} imports, ${faults.length} faults`,
);
for (const fault of faults) console.error(`  ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;
