import { srgbToLinear } from '~/model/colour/linear-rgb';

/** How two pictures of one scene differ. */
export interface Difference {
  /** Mean over pixels and bands, sRGB bytes. */
  readonly mean: number;
  /** Share of the pixels of which a band is off by more than 3 of 255. */
  readonly off: number;
}

type Pixels = Pick<ImageData, 'data' | 'width' | 'height'>;

const FAR_OFF = 3;

export function differenceOf(golden: Pixels, now: Pixels): Difference {
  let sum = 0;
  let off = 0;
  for (let at = 0; at < golden.data.length; at += 4) {
    let worst = 0;
    for (let band = 0; band < 3; band++) {
      const apart = Math.abs(golden.data[at + band] - now.data[at + band]);
      sum += apart;
      worst = Math.max(worst, apart);
    }
    if (worst > FAR_OFF) off++;
  }
  const pixels = golden.data.length / 4;
  return { mean: sum / (3 * pixels), off: off / pixels };
}

/** Share of the light (linear, green) that pigment takes off the picture as a whole. */
export function darkeningOf(bare: Pixels, treated: Pixels): number {
  let before = 0;
  let after = 0;
  for (let at = 1; at < bare.data.length; at += 4) {
    before += srgbToLinear(bare.data[at]);
    after += srgbToLinear(treated.data[at]);
  }
  return 1 - after / before;
}

/** Golden, now, and their difference eight times as strong around grey, side by side. */
export function sideBySide(golden: Pixels, now: Pixels): ImageData {
  const { width, height } = golden;
  const sheet = new ImageData(3 * width, height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = 4 * (y * width + x);
      const to = 4 * (y * 3 * width + x);
      for (let band = 0; band < 4; band++) {
        sheet.data[to + band] = golden.data[from + band];
        sheet.data[to + 4 * width + band] = now.data[from + band];
        const apart = 128 + 8 * (now.data[from + band] - golden.data[from + band]);
        sheet.data[to + 8 * width + band] = band === 3 ? 255 : apart;
      }
    }
  }
  return sheet;
}
