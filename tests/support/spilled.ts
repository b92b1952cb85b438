import type { Page } from 'playwright';

/** What of the change between a photo and its saved picture lies outside a head's mask, px of the photo and bytes of green. */
export interface Spilled {
  readonly inside: number;
  readonly outside: number;
  /** The darkest that any place outside became. */
  readonly most: number;
}

/** `mask`: white on the head, of any size of the same shape; it is grown by `reachPx`, as edges are soft. All are decoded by the page. */
export const spilled = (page: Page, photo: Buffer, saved: Buffer, mask: Buffer, reachPx: number): Promise<Spilled> =>
  page.evaluate(
    async ([files, reach]) => {
      const [before, after, head] = await Promise.all(
        files.map(async (base64) => {
          const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
          return createImageBitmap(new Blob([bytes]), { premultiplyAlpha: 'none' });
        }),
      );
      const { width, height } = before;
      const pixels = (bitmap: ImageBitmap): Uint8ClampedArray => {
        const pen = new OffscreenCanvas(width, height).getContext('2d');
        if (pen === null) throw new Error('no 2d canvas');
        pen.drawImage(bitmap, 0, 0, width, height);
        return pen.getImageData(0, 0, width, height).data;
      };
      const [was, is, on] = [before, after, head].map(pixels);
      const isNear = (x: number, y: number): boolean => {
        for (let j = Math.max(0, y - reach); j <= Math.min(height - 1, y + reach); j++)
          for (let i = Math.max(0, x - reach); i <= Math.min(width - 1, x + reach); i++)
            if (on[4 * (j * width + i)] > 127) return true;
        return false;
      };
      const found = { inside: 0, outside: 0, most: 0 };
      for (let k = 0; k < width * height; k++) {
        const loss = was[4 * k + 1] - is[4 * k + 1];
        if (Math.abs(loss) < 2) continue;
        if (isNear(k % width, Math.floor(k / width))) found.inside++;
        else {
          found.outside++;
          found.most = Math.max(found.most, loss);
        }
      }
      return found;
    },
    [[photo, saved, mask].map((file) => file.toString('base64')), reachPx] as const,
  );
