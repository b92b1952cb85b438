import type { Page } from 'playwright';

/** A picture as the browser opens it. */
export interface OpenedPicture {
  readonly widthPx: number;
  readonly heightPx: number;
  /** How near it is to the other one, peak signal to noise, dB; not a number where their sizes differ. */
  readonly db: number;
}

/** Opens a saved picture and another that should show the same, and says its size and how near the two are. */
export const openedBeside = (page: Page, saved: Buffer, other: Buffer): Promise<OpenedPicture> =>
  page.evaluate(
    async (files) => {
      const [a, b] = await Promise.all(
        files.map(async (base64) => {
          const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
          const bitmap = await createImageBitmap(new Blob([bytes]));
          const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
          if (pen === null) throw new Error('no 2d canvas');
          pen.drawImage(bitmap, 0, 0);
          return pen.getImageData(0, 0, bitmap.width, bitmap.height);
        }),
      );
      let squares = a.width === b.width && a.height === b.height ? 0 : NaN;
      for (let i = 0; i < a.data.length; i++) if (i % 4 < 3) squares += (a.data[i] - b.data[i]) ** 2;
      const db = 10 * Math.log10(255 ** 2 / (squares / (0.75 * a.data.length)));
      return { widthPx: a.width, heightPx: a.height, db };
    },
    [saved.toString('base64'), other.toString('base64')],
  );
