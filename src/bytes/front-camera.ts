import { exifBlock } from './exif';
import { latin1 } from './picture-type';
import type { PictureType } from './picture-type';

/** So far into the block the lens is looked for: cameras name it at its beginning, before the small picture. */
const LOOKED_AT_BYTES = 16 * 1024;
/** As phones name their lens: "iPhone 13 front camera 2.71mm f/2.2", "iPhone 12 Pro front TrueDepth camera", "Pixel 7 front camera". */
const FRONT = /\bfront[ -](?:(?:TrueDepth|facing|dual|wide)[ -])?camera\b/i;

/** Whether a photo's EXIF says that the front camera of a phone took it: some of those mirror what they keep. */
export function isOfFrontCamera(bytes: Uint8Array, kind: PictureType['kind']): boolean {
  const block = exifBlock(bytes, kind);
  return block !== null && FRONT.test(latin1(block, 0, Math.min(block.length, LOOKED_AT_BYTES)));
}
