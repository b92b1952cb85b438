import { describe, expect, it } from 'vitest';
import { exifBlock } from '~/bytes/exif';
import { isOfFrontCamera } from '~/bytes/front-camera';
import { jpegWithExif } from '../support/picture-bytes';

describe('a photo of a front camera', () => {
  it.each([
    ['iPhone 13 front camera 2.71mm f/2.2', true],
    ['iPhone 12 Pro front TrueDepth camera 2.71mm f/2.2', true],
    ['Pixel 7 front camera 2.74mm f/2.2', true],
    ['iPhone 13 back dual wide camera 5.1mm f/1.6', false],
    ['Front Street Camera Shop', false],
    ['', false],
  ])('%s: %s', (lens, is) => {
    expect(isOfFrontCamera(exifBlock(jpegWithExif(lens), 'jpeg'))).toBe(is);
  });

  it('is none without EXIF', () => {
    expect(isOfFrontCamera(exifBlock(Uint8Array.from([0xff, 0xd8, 0xff, 0xd9]), 'jpeg'))).toBe(false);
    expect(isOfFrontCamera(exifBlock(new Uint8Array(0), 'png'))).toBe(false);
  });
});
