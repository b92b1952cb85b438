// npm run house: the rooms and floors of src, and what breaks their order. Fails where something does.
import { ROOMS, FOLDERS } from './house/floors.mjs';
import { edgesOf, faultsOf, readSources, roomsOf } from './house/plan';

const sources = readSources('src');
const rooms = roomsOf(sources.keys());
const linesOf = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + (sources.get(file) ?? '').split('\n').length - 1, 0);

const told = (room: string): string => {
  const files = rooms.get(room) ?? [];
  return `${room.split('/').slice(1).join('/') || room} (${files.length}, ${linesOf(files)})`;
};

console.log('Rooms from the top down, with their files and lines. A room knows only what stands lower.\n');
for (const folder of Object.keys(FOLDERS).reverse()) {
  console.log(folder in ROOMS ? `${folder}/` : told(folder));
  const { floors } = ROOMS[folder] ?? { floors: [] };
  for (const floor of [...floors].reverse()) {
    const inside = [...rooms.keys()].filter((room) =>
      floor.some((name) => `${room}/`.startsWith(`${folder}/${name}/`)),
    );
    console.log(`    ${inside.sort().map(told).join('   ')}`);
  }
}

const faults = faultsOf(sources);
console.log(`\n${sources.size} files, ${edgesOf(sources).length} imports, ${faults.length} faults`);
for (const fault of faults) console.error(`  ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;
