import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContextOptions, CDPSession } from 'playwright';
import { visit } from '../../tests/support/visit';
import type { Visit } from '../../tests/support/visit';
import { countObjects, heldBy } from './count-objects';
import { editsOf } from './edits';
import type { Sample } from './growth';

/** Where rendered heads may lie beside the checkout; else those of the tests. */
const HEADS = ['../shared/heads', '../shared/heads2'];
const OWN = 'tests/fixtures/heads';

/** A page that is watched for what it holds. */
export interface Soaked {
  readonly here: Visit;
  readonly devtools: CDPSession;
}

/** Photos of heads, those with a face and such as have to be placed. */
export function headPhotos(): readonly string[] {
  const beside = HEADS.filter((folder) => existsSync(folder));
  return (beside.length === 0 ? [OWN] : beside).flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.jpg'))
      .map((file) => join(folder, file)),
  );
}

export async function soakedVisit(options: BrowserContextOptions = {}): Promise<Soaked> {
  const here = await visit({ reducedMotion: 'reduce', ...options }, countObjects);
  const devtools = await here.page.context().newCDPSession(here.page);
  await devtools.send('Performance.enable');
  return { here, devtools };
}

/** Chooses a photo and goes to the editor with it, as a person would. */
async function openPhoto({ here: { page, ...here } }: Soaked, file: string): Promise<void> {
  await here.choosePhoto(file);
  const resting = page.locator('html:not([data-stage="start"]):not([data-stage="detecting"])');
  await resting.waitFor({ state: 'attached', timeout: 60_000 });
  if ((await here.stage()) === 'choose-face') await page.getByRole('button', { name: /^Face 1/ }).click();
  if ((await here.stage()) === 'place-head') await page.getByRole('button', { name: 'Use this placement' }).click();
  await here.reach('editing');
  await page.getByRole('img', { name: 'Preview' }).waitFor();
}

/** Waits for what is kept to be written, and for small pictures to be drawn. */
const rest = ({ here }: Soaked): Promise<void> => here.page.waitForTimeout(2000);

/** Opens so many photos one after the other in one visit, and counts what is held after each `every`. */
export async function soakPhotos(
  soaked: Soaked,
  files: readonly string[],
  { photos, every }: { readonly photos: number; readonly every: number },
  say: (sample: Sample) => void,
): Promise<readonly Sample[]> {
  const samples: Sample[] = [];
  for (let at = 1; at <= photos; at++) {
    await openPhoto(soaked, files[at % files.length]);
    await soaked.here.slide('Density', 120 + (at % 9) * 10);
    if (at % every !== 0) continue;
    // The same photo before each count, so that it is the same that has to be held.
    await openPhoto(soaked, files[0]);
    await rest(soaked);
    const sample = { at, held: await heldBy(soaked.here.page, soaked.devtools) };
    samples.push(sample);
    say(sample);
  }
  return samples;
}

/** Works on one photo for so many minutes, and counts what is held after each. */
export async function soakEdits(
  soaked: Soaked,
  minutes: number,
  say: (sample: Sample) => void,
): Promise<readonly Sample[]> {
  await openPhoto(soaked, headPhotos()[0]);
  const edits = editsOf(soaked.here);
  const samples: Sample[] = [];
  const from = Date.now();
  let round = 0;
  for (let at = 1; at <= minutes; at++) {
    do {
      for (const edit of edits) await edit(round);
      round += 1;
    } while (Date.now() - from < at * 60_000);
    await rest(soaked);
    const sample = { at, held: await heldBy(soaked.here.page, soaked.devtools) };
    samples.push(sample);
    say(sample);
  }
  return samples;
}
