import type { CameraPrior } from './head-pose';
import type { SizePx } from '~/model/base/units';
import type { HeadReading } from '~/model/view/head-reading';
import type { Pose } from '~/model/view/view';

/**
 * Main and front cameras of phones: about 27 mm on 36 mm of the longer side, standard deviation of its logarithm. Heads in
 * phone pictures are taken from 0.4 to 1 m; from nearer than that hardly anybody does, and a picture that would say so was
 * cropped or taken with a longer lens, and then from about 1.1 m.
 */
const PHONE_FOCAL_PER_SIDE = 27 / 36;
export const OTHER_DISTANCE_MM = 1100;
/** Wider than such distances spread (0.35), so that what landmarks and outline tell of a near camera is heard. */
const OTHER_DEVIATION = 0.5;
/**
 * A whole picture: how often one is, against a part cut out of one or one from a longer lens; from what distance heads are taken; and
 * the spread (log) of its focal length. Without EXIF of phones. With it of all lenses, from the length of an arm to a portrait's; and it
 * is seldom that of another picture, for what shows another size or shape than EXIF tells is left out before (bytes/focal-length.ts).
 * Assumed (docs/model.md, Reading a photo).
 */
const PHONE = { odds: 0.5, logDistance: Math.log(550), deviation: 0.2, focalDeviation: 0.1 };
const STATED = { odds: 0.75, logDistance: Math.log(800), deviation: 0.5, focalDeviation: 0.02 };
/**
 * Spread of what a cropped picture would make a phone's distance out to be (log). Distance in mm; assumed (docs/model.md, Reading a
 * photo).
 */
const CROPPED_LOG_DISTANCE = Math.log(350);
const CROPPED_DEVIATION = 0.7;
const bell = (x: number, mean: number, deviation: number): number =>
  Math.exp(-(((x - mean) / deviation) ** 2) / 2) / deviation;

/**
 * The cameras that a picture may be from: the one that EXIF tells of, else a phone's, of a whole picture; or any other, as of a part cut
 * out of one. Each with its odds from how large the head is in the picture; landmarks and outline decide between them.
 */
export function likelyCameras(photo: SizePx, focalPx: number | null): readonly CameraPrior[] {
  const principal = { xPx: photo.widthPx / 2, yPx: photo.heightPx / 2 };
  const told = focalPx !== null && focalPx > 0;
  const px = told ? focalPx : PHONE_FOCAL_PER_SIDE * Math.max(photo.widthPx, photo.heightPx);
  const { odds, logDistance, deviation, focalDeviation } = told ? STATED : PHONE;
  // The distance at which that camera would have taken the picture whole tells how likely one did.
  const whole = (scale: number): number => odds * bell(Math.log(px / scale), logDistance, deviation);
  const cropped = (scale: number): number =>
    (1 - odds) * bell(Math.log(px / scale), CROPPED_LOG_DISTANCE, CROPPED_DEVIATION);
  return [
    { principal, focal: (scale) => ({ px, logDeviation: focalDeviation, odds: whole(scale) }) },
    {
      principal,
      focal: (scale) => ({ px: OTHER_DISTANCE_MM * scale, logDeviation: OTHER_DEVIATION, odds: cropped(scale) }),
    },
  ];
}

/** The camera of those that are likely which a pose found before is nearest to. */
export function cameraOf(reading: HeadReading, pose: Pose): CameraPrior {
  const unlike = (prior: CameraPrior): number => {
    const { px, logDeviation, odds } = prior.focal(pose.focalPx / -pose.translationMm[2]);
    return (Math.log(pose.focalPx / px) / logDeviation) ** 2 - 2 * Math.log(odds);
  };
  const cameras = likelyCameras(reading.photo, reading.focalPx);
  return cameras.reduce((best, other) => (unlike(other) < unlike(best) ? other : best));
}
