import { gaussianBlur } from '~/model/raster/gaussian-blur';
import { hashUnit } from '~/model/maths/hash';

/** What becomes of a picture on its way through a camera and the web. */
export interface CameraWay {
  /** Made smaller by this factor. */
  readonly scale: number;
  /** Amount of an unsharp mask of radius 1 px. */
  readonly sharpened: number;
  /** Standard deviation, sRGB codes. */
  readonly noiseCodes: number;
  /** JPEG quality 0..1; 1: not compressed. */
  readonly quality: number;
}

function pixelsOf(bitmap: ImageBitmap): ImageData {
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no 2d canvas');
  context.drawImage(bitmap, 0, 0);
  return context.getImageData(0, 0, bitmap.width, bitmap.height);
}

/** The picture as it arrives. The same noise at every call. */
export async function asCamera(picture: ImageData, way: CameraWay): Promise<ImageData> {
  const columns = Math.round(picture.width * way.scale);
  const rows = Math.round(picture.height * way.scale);
  const { data } = pixelsOf(
    await createImageBitmap(picture, { resizeWidth: columns, resizeHeight: rows, resizeQuality: 'high' }),
  );
  const noise = Float32Array.from({ length: columns * rows }, (_, i) => {
    const uniform = [1, 2, 3, 4].reduce((sum, key) => sum + hashUnit(i, key), -2);
    return way.noiseCodes * Math.sqrt(3) * uniform;
  });
  for (const band of [0, 1, 2]) {
    const values = Float32Array.from(noise, (_, i) => data[4 * i + band]);
    const soft = gaussianBlur({ columns, rows, values }, 1).values;
    for (let i = 0; i < values.length; i++) {
      data[4 * i + band] = values[i] + way.sharpened * (values[i] - soft[i]) + noise[i];
    }
  }
  const arrived = new ImageData(data, columns, rows);
  if (way.quality === 1) return arrived;
  const canvas = new OffscreenCanvas(columns, rows);
  canvas.getContext('2d')?.putImageData(arrived, 0, 0);
  return pixelsOf(await createImageBitmap(await canvas.convertToBlob({ type: 'image/jpeg', quality: way.quality })));
}
