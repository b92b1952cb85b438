import { exifText } from './exif';

/** As phones name their lens: "iPhone 13 front camera 2.71mm f/2.2", "iPhone 12 Pro front TrueDepth camera", "Pixel 7 front camera". */
const FRONT = /\bfront[ -](?:(?:TrueDepth|facing|dual|wide)[ -])?camera\b/i;

/** Whether a photo's EXIF says that the front camera of a phone took it: some of those mirror what they keep. */
export const isOfFrontCamera = (exif: Uint8Array | null): boolean => FRONT.test(exifText(exif));
