import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { comparePictures } from './compare-pictures';
import { visit } from './visit';
import type { Visit } from './visit';

/** An odd file, and what is right for it. */
export interface Case {
  readonly file: string;
  readonly about: string;
  /** `open`: it reaches the editor and is saved right; `refuse`: a sentence that matches `says`; `any`: one of the two. */
  readonly how: 'open' | 'refuse' | 'any';
  readonly says?: string;
  /** Save project, open it elsewhere, Save picture: the same bytes. */
  readonly roundTrip?: boolean;
  /** As much pigment as on the clean twin. */
  readonly pigment?: string;
  readonly mime?: string;
}

/** The folders that hold cases: those that came with the project, and, where it lies beside the checkout, the whole set. */
const OWN = 'tests/cases';
const ALL = '../shared/cases';
export const hasAllCases = (): boolean => existsSync(join(ALL, 'expected.json'));

/** The same head, turned by EXIF, in a photo that is in order. */
const TWIN = 'a-exif3.jpg';
/** How far the share of changed pixels may lie from the twin's. */
const PIGMENT_TOLERANCE = 0.1;
/** What the app says where it takes something for a cap or a hand. */
const COVER = /cover part of the head/;

export const KINDS: Readonly<Record<string, string>> = {
  a: 'orientation',
  b: 'containers',
  c: 'formats and colour',
  d: 'sizes',
  f: 'faces and light',
  g: 'focal length',
};

/** The cases that there are, each with the folder its file lies in. `all`: also those beside the checkout. */
export function casesOf(all: boolean): readonly (Case & { readonly folder: string })[] {
  const folder = all && hasAllCases() ? ALL : OWN;
  const expected = JSON.parse(readFileSync(join(OWN, 'expected.json'), 'utf8')) as readonly Case[];
  const told = folder === OWN ? expected : (JSON.parse(readFileSync(join(ALL, 'expected.json'), 'utf8')) as Case[]);
  const there = new Set(readdirSync(folder));
  return told.filter(({ file }) => there.has(file)).map((each) => ({ ...each, folder }));
}

export const bytesInOwnCases = (): number =>
  readdirSync(OWN).reduce((sum, file) => sum + statSync(join(OWN, file)).size, 0);

/** What is said since the last file was chosen, when it is no longer that somebody looks. */
async function said({ page }: Visit): Promise<string> {
  const heard = page.locator('.announcer [role="status"] span:not([data-old])');
  await heard.filter({ hasNotText: /^Looking for/ }).waitFor({ timeout: 10_000 });
  return (await page.locator('.announcer-text').first().textContent()) ?? '';
}

/** Chooses a file, and answers with the stage it comes to rest at: the page may stand at that very stage before. */
async function opened(here: Visit, file: { name: string; mimeType: string; buffer: Buffer }): Promise<string> {
  const resting = here.page.evaluate(
    (mostMs) =>
      new Promise<string>((resolve, reject) => {
        const html = document.documentElement;
        for (const old of document.querySelectorAll<HTMLElement>('.announcer span')) old.dataset.old = '';
        let looked = false;
        new MutationObserver((records, watch) => {
          const stage = html.dataset.stage ?? '';
          looked ||= stage === 'detecting' || records.some(({ oldValue }) => oldValue === 'detecting');
          if (!looked || stage === 'detecting' || stage === 'start') return;
          watch.disconnect();
          resolve(stage);
        }).observe(html, { attributeFilter: ['data-stage'], attributeOldValue: true });
        setTimeout(() => reject(new Error('no answer')), mostMs);
      }),
    60_000,
  );
  await Promise.all([resting, here.choosePhoto(file)]);
  return resting;
}

const fileOf = ({ file, mime, folder }: Case & { readonly folder: string }) => ({
  name: file,
  mimeType: mime ?? '',
  buffer: readFileSync(join(folder, file)),
});

/** Back to the first screen, as somebody goes who has the next photo in hand. */
async function toStart(here: Visit): Promise<void> {
  const stage = await here.stage();
  if (stage === 'start' || stage === 'failed') return;
  await here.page.getByRole('button', { name: 'New photo' }).click();
  await here.reach('start');
}

/** From wherever a photo came to rest to the editor, as a person would go. */
async function toEditor(here: Visit, stage: string): Promise<void> {
  if (stage === 'choose-face')
    await here.page
      .getByRole('button', { name: /person|face/i })
      .first()
      .click();
  if (stage === 'place-head') await here.page.getByRole('button', { name: 'Use this placement' }).click();
  await here.reach('editing');
}

/** Share of the picture that treatment changed; a reason where the picture is not the photo with pigment on it. */
async function pictureOf(
  here: Visit,
  photo: Buffer,
  cut: boolean,
): Promise<{ picture: Buffer; share: number; wrong: string | null }> {
  const picture = await here.saved('Save picture');
  if (cut) return { picture, share: 0, wrong: null };
  const seen = await comparePictures(here.page, photo, picture);
  const share = seen.changed / (seen.widthPx * seen.heightPx);
  if (!seen.sameSize) return { picture, share, wrong: `saved at ${seen.widthPx} × ${seen.heightPx}` };
  // Turned, mirrored or in other colours nearly every pixel would differ.
  return { picture, share, wrong: share > 0.6 ? `${Math.round(100 * share)} % of the pixels differ` : null };
}

/** Whether the browser's own decoder takes the file: those that it shows in part cannot be compared with it. */
const decodes = ({ page }: Visit, photo: Buffer): Promise<boolean> =>
  page.evaluate(
    (base64) =>
      createImageBitmap(new Blob([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))])).then(
        () => true,
        () => false,
      ),
    photo.toString('base64'),
  );

/** How a case went. `wrong`: null where it is right. `answeredMs`: from choosing the file to the editor or to the reason; null: never. */
export interface CaseRun {
  readonly wrong: string | null;
  readonly answeredMs: number | null;
}

/** Cases one after the other in one visit, and what is opened again of them in one other: as quick as it gets, and nothing of one may reach the next. */
export interface CaseVisit {
  run(each: Case & { readonly folder: string }): Promise<CaseRun>;
  end(): Promise<void>;
  /** Every request that the visits made, of those that ended. */
  readonly requests: readonly string[];
}

export function visitWithCases(): CaseVisit {
  let visits: Promise<readonly [here: Visit, elsewhere: Visit]> | null = null;
  let twin: number | null = null;
  const requests: string[] = [];

  const end = async (): Promise<void> => {
    const both = (await visits) ?? [];
    visits = null;
    for (const each of both) {
      await each.end();
      requests.push(...each.requests);
    }
  };

  const twinShare = async (here: Visit, folder: string): Promise<number> => {
    const photo = { file: TWIN, about: '', how: 'open', folder } as const;
    await toStart(here);
    await toEditor(here, await opened(here, fileOf(photo)));
    const { share } = await pictureOf(here, readFileSync(join(folder, TWIN)), false);
    return share;
  };

  const wrongWith = async (
    here: Visit,
    elsewhere: Visit,
    each: Case & { readonly folder: string },
    stage: string,
  ): Promise<string | null> => {
    if (stage === 'failed') {
      const told = await said(here);
      if (each.how === 'open') return `refused: ${told}`;
      const wanted = each.says === undefined ? /\w/ : new RegExp(each.says.slice(1, -1));
      return wanted.test(told) ? null : `said: ${told}`;
    }
    if (each.how === 'refuse') return `opened, at ${stage}`;
    await toEditor(here, stage);
    const photo = readFileSync(join(each.folder, each.file));
    const { picture, share, wrong } = await pictureOf(here, photo, !(await decodes(here, photo)));
    if (wrong !== null) return wrong;
    if (each.roundTrip === true) {
      const buffer = await here.saved('Save project');
      await toStart(elsewhere);
      await opened(elsewhere, { name: 'case.stipple', mimeType: 'application/json', buffer });
      await elsewhere.reach('editing');
      if (!(await elsewhere.saved('Save picture')).equals(picture)) return 'the project gives another picture';
    }
    if (each.pigment === undefined) return null;
    if (COVER.test(await said(here))) return 'said to be covered';
    const wanted = (twin ??= await twinShare(here, each.folder));
    const off = Math.abs(share / wanted - 1);
    return off <= PIGMENT_TOLERANCE
      ? null
      : `pigment on ${(100 * share).toFixed(1)} %, on the twin ${(100 * wanted).toFixed(1)} %`;
  };

  return {
    async run(each) {
      let answeredMs: number | null = null;
      try {
        const [here, elsewhere] = await (visits ??= Promise.all([visit(), visit()]));
        await toStart(here);
        const [errorsHere, errorsElsewhere] = [here.errors.length, elsewhere.errors.length];
        const from = performance.now();
        const stage = await opened(here, fileOf(each));
        answeredMs = performance.now() - from;
        const wrong = await wrongWith(here, elsewhere, each, stage);
        const errors = [...here.errors.slice(errorsHere), ...elsewhere.errors.slice(errorsElsewhere)];
        return { wrong: wrong ?? errors.at(0) ?? null, answeredMs };
      } catch (error) {
        // Where it stands is not known now: the next case has a visit of its own.
        await end();
        return { wrong: error instanceof Error ? error.message.split('\n')[0] : String(error), answeredMs };
      }
    },
    end,
    requests,
  };
}
