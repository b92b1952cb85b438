/** Peak signal to noise of two pictures of the same size, rows of RGBA bytes, dB: the higher the more alike. */
export function psnr(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let squares = 0;
  for (let i = 0; i < a.length; i++) if (i % 4 < 3) squares += (a[i] - b[i]) ** 2;
  return 10 * Math.log10(255 ** 2 / (squares / (0.75 * a.length)));
}
