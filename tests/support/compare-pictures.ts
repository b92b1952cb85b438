import type { Page } from 'playwright';

/** What a saved picture is like beside the photo it was made from, in sRGB bytes and photo px. */
export interface Comparison {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly sameSize: boolean;
  /** Pixels that differ at all. */
  readonly changed: number;
  /** Box of the changed pixels. */
  readonly box: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
  /** Loss of green summed over the picture, bytes per pixel of it; positive where the saved picture is darker. */
  readonly darker: number;
  /** Lowest row with pigment in the middle tenth of the box, above the eyes: where the line stands. */
  readonly lineRow: number;
  /** Pixels that became lighter by more than one byte. */
  readonly lighter: number;
}

/**
 * Decodes both in the page (so that the photo's pixels are the browser's own) and compares them.
 * `photo` is an address of the page or bytes; `saved` the bytes of the saved picture.
 */
export async function comparePictures(page: Page, photo: string | Buffer, saved: Buffer): Promise<Comparison> {
  return page.evaluate(
    async ([photoFrom, savedBase64]) => {
      const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
        Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
      const pixelsOf = async (blob: Blob): Promise<ImageData> => {
        const bitmap = await createImageBitmap(blob, { premultiplyAlpha: 'none' });
        const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
        if (pen === null) throw new Error('no 2d canvas');
        // What shines through is white, as in the app.
        pen.fillStyle = '#fff';
        pen.fillRect(0, 0, bitmap.width, bitmap.height);
        pen.drawImage(bitmap, 0, 0);
        return pen.getImageData(0, 0, bitmap.width, bitmap.height);
      };
      const photoBlob = photoFrom.startsWith('data:')
        ? new Blob([bytesOf(photoFrom.slice(5))])
        : await (await fetch(photoFrom)).blob();
      const before = await pixelsOf(photoBlob);
      const after = await pixelsOf(new Blob([bytesOf(savedBase64)]));
      const { width, height } = before;
      let changed = 0;
      let lighter = 0;
      let sum = 0;
      const box = { left: width, top: height, right: 0, bottom: 0 };
      if (after.width === width && after.height === height) {
        for (let y = 0, at = 0; y < height; y++) {
          for (let x = 0; x < width; x++, at += 4) {
            const loss = before.data[at + 1] - after.data[at + 1];
            if (loss === 0 && before.data[at] === after.data[at] && before.data[at + 2] === after.data[at + 2])
              continue;
            changed++;
            sum += loss;
            if (loss < -1) lighter++;
            box.left = Math.min(box.left, x);
            box.right = Math.max(box.right, x);
            box.top = Math.min(box.top, y);
            box.bottom = Math.max(box.bottom, y);
          }
        }
      }
      // Row by row in the middle of the head: the lowest that lost at least a fifth of what the scalp above it lost.
      const middle = Math.round((box.left + box.right) / 2);
      const half = Math.max(2, Math.round((box.right - box.left) / 20));
      const lossOfRow = (y: number): number => {
        let loss = 0;
        for (let x = middle - half; x <= middle + half; x++) {
          const at = 4 * (y * width + x) + 1;
          loss += before.data[at] - after.data[at];
        }
        return loss / (2 * half + 1);
      };
      const losses: number[] = [];
      for (let y = box.top; y <= box.bottom; y++) losses.push(lossOfRow(y));
      const full = [...losses].sort((a, b) => a - b)[Math.floor(losses.length * 0.9)] ?? 0;
      let lineRow = box.top;
      for (let i = 0; i < losses.length; i++) if (losses[i] > full / 5) lineRow = box.top + i;
      return {
        widthPx: after.width,
        heightPx: after.height,
        sameSize: after.width === width && after.height === height,
        changed,
        box,
        darker: sum / (width * height),
        lineRow,
        lighter,
      };
    },
    [typeof photo === 'string' ? photo : `data:${photo.toString('base64')}`, saved.toString('base64')] as const,
  );
}
