import { clamp } from '~/model/maths/numbers';
import type { LinearRgb } from './linear-rgb';

/**
 * How much of the light's colour, as highlights tell it, is taken out of the skin's: half, because two photos from one studio
 * were read as warm and as cold. Share (docs/model.md, Reading a photo).
 */
const LIGHT_TRUSTED = 0.5;
/** Band that counts as black: ratios of less are noise. */
const LEAST = 1e-3;

/** ln of each band over green. */
const overGreen = ([red, green, blue]: LinearRgb): LinearRgb => {
  const over = (band: number): number => Math.log(Math.max(band, LEAST) / Math.max(green, LEAST));
  return [over(red), 0, over(blue)];
};

/** What of a photo's colours is the skin's and what the light's: ln of each band over green. Grey is 0, 0, 0; skin about .7, 0, −.4. */
export interface SkinColour {
  readonly skin: LinearRgb;
  readonly light: LinearRgb;
}

/**
 * More colour than this no skin has: what is beyond it is the camera's. ln of red and of blue over green. Brown skin in warm light shows 1.05 and
 * −.9 (docs/model.md, What photographs say).
 */
const MOST_RED = 1.2;
const MOST_BLUE = 1;

/**
 * And all skin is yellow as far as it is red: its blue is less than its green by at least so many times what its red is more (ln; seven crops of
 * real work and six people .5 to .9, but for one in cold light, whose field is as blue as that light). What blue is beyond it is the light's.
 */
const LEAST_YELLOW = 0.5;

const WHITE: LinearRgb = [1, 1, 1];

/** `skin`: as a photo shows it, linear; `light`: the light's colour in it, linear. */
export function skinColour(skin: LinearRgb, light: LinearRgb = WHITE): SkinColour {
  const [seen, lit] = [overGreen(skin), overGreen(light)];
  const [red, blue] = [LIGHT_TRUSTED * lit[0], LIGHT_TRUSTED * lit[2]];
  const ownRed = clamp(seen[0] - red, 0, MOST_RED);
  const seenBlue = seen[2] - blue;
  const ownBlue = clamp(seenBlue, -MOST_BLUE, -LEAST_YELLOW * ownRed);
  return { skin: [ownRed, 0, ownBlue], light: [red, 0, blue + Math.max(0, seenBlue - ownBlue)] };
}
