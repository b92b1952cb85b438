import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { builtAddress } from './visit';
import type { Visit } from './visit';

/** A file that came, by the name that it is saved under. */
export interface TakenFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Opens the screen where a visit ends. */
export async function finish({ page }: Pick<Visit, 'page'>): Promise<void> {
  await page.getByRole('button', { name: 'Finish', exact: true }).first().click();
  await page.getByRole('dialog', { name: 'Take it with you' }).waitFor();
}

/** Presses a button of the screen where a visit ends, after what is chosen there, and answers with the file that comes. */
export async function taken(
  here: Pick<Visit, 'page'>,
  button: string,
  { chosen, withinMs = 60_000 }: { readonly chosen?: string; readonly withinMs?: number } = {},
): Promise<TakenFile> {
  await finish(here);
  if (chosen !== undefined) await here.page.getByRole('radio', { name: chosen, exact: true }).check();
  const [download] = await Promise.all([
    here.page.waitForEvent('download', { timeout: withinMs }),
    here.page.getByRole('dialog').getByRole('button', { name: button, exact: true }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** Kinds of the chunks of a PNG. */
const chunksOf = (png: Buffer): readonly string[] => {
  const kinds: string[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) kinds.push(png.toString('latin1', at + 4, at + 8));
  return [...new Set(kinds)];
};

/** Nothing is in the PNG but its picture: neither where nor when nor with what it was made. */
export const expectPlainPng = (png: Buffer): void =>
  expect(chunksOf(png).filter((kind) => !['IHDR', 'IDAT', 'IEND', 'sRGB', 'sBIT'].includes(kind))).toEqual([]);

/** Everything that was asked for since the visit began came from where the app runs. */
export function expectNoStrangers({ requests }: Pick<Visit, 'requests'>): void {
  const { origin } = new URL(builtAddress());
  expect(requests.length).toBeGreaterThan(5);
  expect(requests.filter((url) => !/^(blob|data):/.test(url) && new URL(url).origin !== origin)).toEqual([]);
}

/** A reader of PDF may put a space where letters were set apart. */
export const flat = (text: string): string => text.replace(/\s+/g, '');
