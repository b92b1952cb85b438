import type { Photo } from './photo';
import { sizeWithin } from './shrink-bitmap';

/** Longest side; shown at half of it on dense screens. */
const LONGEST_PX = 240;
const JPEG_QUALITY = 0.8;

/** A small JPEG of the photo, to know a kept project by. null: this browser cannot make one. */
export async function makeThumbnail(photo: Photo): Promise<Blob | null> {
  const { widthPx, heightPx } = sizeWithin(photo.size, LONGEST_PX);
  try {
    const small = await createImageBitmap(photo.working, {
      resizeWidth: widthPx,
      resizeHeight: heightPx,
      resizeQuality: 'high',
    });
    const canvas = new OffscreenCanvas(widthPx, heightPx);
    const context = canvas.getContext('2d', { alpha: false });
    context?.drawImage(small, 0, 0);
    small.close();
    return await canvas.convertToBlob({ type: 'image/jpeg', quality: JPEG_QUALITY });
  } catch {
    return null;
  }
}
