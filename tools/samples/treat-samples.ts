// npm run samples, second half: the app's own first treatment of every sample, for the buttons of the first screen, and the one
// pair that can be wiped there. Needs the samples alone, not the heads that they are made from.
import { writeFileSync } from 'node:fs';
import { SAMPLES } from '~/intake/samples';
import { withTreater } from '../look/our-pictures';
import { jpeg, SMALL_QUALITY, smaller, THUMBNAIL_WIDTH_PX, WEB_WIDTH_PX } from './small-picture';
import { SAMPLE_SOURCES, SHOWN_FIRST } from './sources';

const files = SAMPLES.map(({ full }) => `assets/${full}`);
await withTreater(files, async (treater) => {
  for (const [file, { id, treated }] of SAMPLES.entries()) {
    const picture = await treater.draw({ file, name: id });
    if (typeof picture === 'string') throw new Error(`${files[file]}: ${picture}`);
    const { thumbnail } = SAMPLE_SOURCES[id];
    writeFileSync(`assets/${treated}`, jpeg(smaller(picture.pixels, thumbnail, THUMBNAIL_WIDTH_PX), SMALL_QUALITY));
    if (id !== SHOWN_FIRST.id) continue;
    for (const [name, pixels] of [
      ['before', picture.untreated],
      ['after', picture.pixels],
    ] as const)
      writeFileSync(
        `assets/samples/first-${name}.jpg`,
        jpeg(smaller(pixels, SHOWN_FIRST.crop, WEB_WIDTH_PX), SMALL_QUALITY),
      );
  }
});
