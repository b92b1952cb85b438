import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { hashUnit } from '~/model/maths/hash';
import { textInPicture } from '~/ui/code/text-in-picture';

const TEXT = `https://example.org/#d=${Array.from({ length: 300 }, (_, i) => Math.floor(36 * hashUnit(7, i)).toString(36)).join('')}`;
const [WIDTH, HEIGHT] = [960, 640];
/** Distance of the camera in units of the code's side, with which it takes 0.6 of the picture's height. */
const [FOCAL_PX, FAR] = [0.8 * WIDTH, (0.8 * WIDTH) / (0.6 * HEIGHT)];
/** Places of a pixel that are looked at, px from its middle. */
const WITHIN = [-0.25, 0.25];
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** A photo of a code on paper whose far edge leans away by so many degrees, about an axis that is aslant, and that is turned in the picture. */
async function photographed(tilt: number, roll: number): Promise<File> {
  const { data: squares, size } = encode(TEXT, { ecc: 'M', border: 4 });
  const [ax, ay, az] = [radians(0.77 * tilt), radians(0.64 * tilt), radians(roll)];
  const [ca, sa, cb, sb, cr, sr] = [ax, ay, az].flatMap((angle) => [Math.cos(angle), Math.sin(angle)]);
  // Where the sides of the code lead to, seen from the camera.
  const side = [cb * cr, ca * sr + sa * sb * cr, sa * sr - ca * sb * cr];
  const down = [-cb * sr, ca * cr - sa * sb * sr, sa * cr + ca * sb * sr];
  const picture = new ImageData(WIDTH, HEIGHT);
  for (let i = 0; i < WIDTH * HEIGHT; i += 1) {
    let light = 0;
    for (const dx of WITHIN)
      for (const dy of WITHIN) {
        const [x, y] = [
          ((i % WIDTH) + dx - WIDTH / 2) / FOCAL_PX,
          (Math.floor(i / WIDTH) + dy - HEIGHT / 2) / FOCAL_PX,
        ];
        // The sight line meets the paper: two equations, by Cramer's rule.
        const [a, b, c] = [side[0] - x * side[2], down[0] - x * down[2], x * FAR];
        const [d, e, f] = [side[1] - y * side[2], down[1] - y * down[2], y * FAR];
        const det = a * e - b * d;
        const [u, v] = [(c * e - b * f) / det + 0.5, (a * f - c * d) / det + 0.5];
        const square = squares.at(Math.floor(v * size))?.[Math.floor(u * size)];
        const isOn = u >= 0 && v >= 0 && u < 1 && v < 1;
        light += isOn && square === true ? 45 : 215;
      }
    const value = (light / WITHIN.length ** 2) * (0.8 + (0.2 * (i % WIDTH)) / WIDTH) + 8 * (hashUnit(3, i) - 0.5);
    picture.data.set([value, value, value, 255], 4 * i);
  }
  const canvas = new OffscreenCanvas(WIDTH, HEIGHT);
  canvas.getContext('2d')?.putImageData(picture, 0, 0);
  return new File([await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })], 'code.jpg');
}

test.each([0, 15, 30, 40])(
  'a code is read from a photo taken from %s degrees aside, however it is turned in it',
  async (tilt) => {
    const missed: number[] = [];
    for (let roll = -50; roll <= 40; roll += 22.5)
      if ((await textInPicture(await photographed(tilt, roll))) !== TEXT) missed.push(roll);
    expect(missed).toEqual([]);
  },
);

test('in a picture without a code there is none', async () => {
  const canvas = new OffscreenCanvas(300, 200);
  canvas.getContext('2d')?.fillRect(30, 30, 100, 100);
  expect(await textInPicture(new File([await canvas.convertToBlob()], 'no.png'))).toBe(null);
});
