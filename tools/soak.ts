// npm run soak: photos after photos in one visit to the built page, then an hour's kind of work on one of them, and what the page
// holds after each tenth photo and each minute: memory, nodes, listeners, object URLs, workers, GPU things, bitmaps. Fails where any
// of it still grows after the tenth. `-- --photos 60 --minutes 6` for a shorter one (200 and 30 unasked); `--built`: what dist holds.
import { parseArgs } from 'node:util';
import { build } from 'vite';
import serveBuilt from '../tests/support/serve-built';
import { closeBrowser, openBrowser } from '../tests/support/visit';
import { grown, grownLine, tableHead, tableRow } from './soak/growth';
import type { Sample } from './soak/growth';
import { headPhotos, soakedVisit, soakEdits, soakPhotos } from './soak/soak';
import type { Soaked } from './soak/soak';

const { values } = parseArgs({
  options: {
    photos: { type: 'string', default: '200' },
    minutes: { type: 'string', default: '30' },
    built: { type: 'boolean', default: false },
  },
});
const [photos, minutes] = [Number(values.photos), Number(values.minutes)];
/** A short run is counted more often: two counts at least are wanted. */
const every = photos >= 40 ? 10 : Math.max(1, Math.floor(photos / 6));

if (!values.built) await build({ logLevel: 'warn' });
const stop = await serveBuilt();
await openBrowser();
const wrong: string[] = [];

async function run(
  unit: string,
  work: (soaked: Soaked, say: (sample: Sample) => void) => Promise<readonly Sample[]>,
): Promise<void> {
  console.log(`\n${tableHead(unit)}`);
  const soaked = await soakedVisit();
  const samples = await work(soaked, (sample) => {
    console.log(tableRow(sample));
  });
  wrong.push(...grown(samples).map((each) => `${unit}: ${grownLine(each)}`), ...soaked.here.errors);
  await soaked.here.end();
}

if (photos > 0) await run('photos', (soaked, say) => soakPhotos(soaked, headPhotos(), { photos, every }, say));
if (minutes > 0) await run('minutes', (soaked, say) => soakEdits(soaked, minutes, say));
await closeBrowser();
await stop();

console.log(wrong.length === 0 ? '\nNothing grows.' : `\n${wrong.join('\n')}`);
process.exitCode = wrong.length === 0 ? 0 : 1;
