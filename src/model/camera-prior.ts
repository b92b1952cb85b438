import type { CameraPrior } from './head-pose';
import type { SizePx } from './units';

/**
 * Main and front cameras of phones: about 27 mm on 36 mm of the longer side. Heads in phone pictures are taken from 0.4 to
 * 1 m; from nearer than that hardly anybody does, and a picture that would say so was cropped or taken with a longer lens,
 * and then from about 1.1 m.
 */
const PHONE_FOCAL_PER_SIDE = 27 / 36;
const PHONE_LOG_DISTANCE = Math.log(550);
const PHONE_DEVIATION = 0.2;
const OTHER_LOG_DISTANCE = Math.log(1100);
const OTHER_DEVIATION = 0.35;
/** How often a picture without EXIF is whole and from a phone, against cropped or from a longer lens. */
const PHONE_ODDS = 0.5;
/** Spread of what a cropped picture would make a phone's distance out to be (log). */
const CROPPED_LOG_DISTANCE = Math.log(350);
const CROPPED_DEVIATION = 0.7;

const bell = (x: number, mean: number, deviation: number): number =>
  Math.exp(-(((x - mean) / deviation) ** 2) / 2) / deviation;

/** Beliefs about the camera: EXIF's focal length where there is one, else from how large the head is in the picture. */
export function cameraPrior(photo: SizePx, focalPx: number | null): CameraPrior {
  const principal = { xPx: photo.widthPx / 2, yPx: photo.heightPx / 2 };
  if (focalPx !== null && focalPx > 0) return { principal, focal: () => ({ px: focalPx, logDeviation: 0.02 }) };
  const phone = PHONE_FOCAL_PER_SIDE * Math.max(photo.widthPx, photo.heightPx);
  return {
    principal,
    focal: (scalePxPerMm) => {
      const implied = Math.log(phone / scalePxPerMm);
      const whole = PHONE_ODDS * bell(implied, PHONE_LOG_DISTANCE, PHONE_DEVIATION);
      const cropped = bell(implied, CROPPED_LOG_DISTANCE, CROPPED_DEVIATION);
      const share = whole / (whole + cropped);
      const logDistance = share * implied + (1 - share) * OTHER_LOG_DISTANCE;
      const apart = implied - OTHER_LOG_DISTANCE;
      const variance = share * 0.1 ** 2 + (1 - share) * OTHER_DEVIATION ** 2 + share * (1 - share) * apart * apart;
      return { px: Math.exp(logDistance) * scalePxPerMm, logDeviation: Math.sqrt(variance) };
    },
  };
}
