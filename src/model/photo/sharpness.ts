/** A small picture in grey, 0..255 each px, row by row from the top. */
export interface GreyPicture {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly grey: ArrayLike<number>;
}

/** RGBA bytes, row by row from the top, as a canvas gives them. */
interface RgbaPicture {
  readonly width: number;
  readonly height: number;
  readonly data: ArrayLike<number>;
}

/** Grey of RGBA bytes, by Rec. 709 weights. */
export function greyOf({ width, height, data }: RgbaPicture): GreyPicture {
  const grey = Float32Array.from(
    { length: width * height },
    (_, i) => 0.2126 * data[4 * i] + 0.7152 * data[4 * i + 1] + 0.0722 * data[4 * i + 2],
  );
  return { widthPx: width, heightPx: height, grey };
}

/**
 * How sharp a picture is: the variance of its Laplacian (Pech-Pacheco et al. 2000), 0 for one tone and for less than 3 × 3 px. It
 * tells frames of the same scene apart, not one scene from another.
 */
export function sharpness({ widthPx, heightPx, grey }: GreyPicture): number {
  let [count, sum, squares] = [0, 0, 0];
  for (let y = 1; y < heightPx - 1; y++) {
    for (let x = 1; x < widthPx - 1; x++) {
      const at = y * widthPx + x;
      const laplacian = grey[at - 1] + grey[at + 1] + grey[at - widthPx] + grey[at + widthPx] - 4 * grey[at];
      count++;
      sum += laplacian;
      squares += laplacian * laplacian;
    }
  }
  return count === 0 ? 0 : squares / count - (sum / count) ** 2;
}
