/** A picture file decoded by the browser. */
export interface DecodedPicture {
  readonly width: number;
  readonly height: number;
  /** Codes of red, green and blue at a pixel. */
  readonly at: (x: number, y: number) => readonly number[];
}

export async function pixelsOf(blob: Blob): Promise<DecodedPicture> {
  const bitmap = await createImageBitmap(blob);
  const { width, height } = bitmap;
  const pen = new OffscreenCanvas(width, height).getContext('2d');
  if (pen === null) throw new Error('This browser has no canvas.');
  pen.drawImage(bitmap, 0, 0);
  const { data } = pen.getImageData(0, 0, width, height);
  return { width, height, at: (x, y) => [...data.subarray(4 * (y * width + x), 4 * (y * width + x) + 3)] };
}
