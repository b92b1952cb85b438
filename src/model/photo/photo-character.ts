import { clamp } from '~/model/maths/numbers';
import type { PhotoPixels } from '~/model/raster/photo-pixels';
import { measureGrain } from './measure-grain';
import type { Grain } from './measure-grain';
import { measureSharpness } from './measure-sharpness';
import type { Sharpness } from './measure-sharpness';

/** What camera, sharpening, noise and compression made of everything in the photo, and so would have made of dots. */
export interface PhotoCharacter extends Sharpness {
  readonly grain: Grain;
}

/**
 * Reads it in full-resolution pixels (photoPxPerPixel 1): sharpness of the head with its outline, noise of skin alone.
 *
 * Strong compression and noise reduction leave edges alone and wipe out what is faint and fine: noise, and dots with it.
 * So dots are blurred further where noise is smeared out.
 */
export function measureCharacter(head: PhotoPixels, skin: PhotoPixels): PhotoCharacter {
  const sharpness = measureSharpness(head);
  const grain = measureGrain(skin);
  const smeared = (grain.smearPx / skin.photoPxPerPixel) ** 2;
  const wipedPx2 = clamp(WIPED_SHARE * (smeared - SMEARED_FROM_PX2), 0, MOST_WIPED_PX2);
  return { ...sharpness, blurPx: Math.hypot(sharpness.blurPx, Math.sqrt(wipedPx2) * head.photoPxPerPixel), grain };
}

/**
 * Uncompressed skin's own fine texture is as smeared as this; JPEG of quality 60 makes it 0.6 px², of quality 30 0.7. The
 * share is fitted to dots that were compressed themselves (tests/render/through-camera.browser.test.ts).
 */
const SMEARED_FROM_PX2 = 0.42;
const WIPED_SHARE = 0.2;
const MOST_WIPED_PX2 = 0.25;
