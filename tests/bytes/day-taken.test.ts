import { describe, expect, it } from 'vitest';
import { dayTakenIn } from '~/bytes/day-taken';
import { jpegWithExif as photo } from '../support/picture-bytes';

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

describe('the day that a photo was taken on', () => {
  it('is the earliest that its EXIF says: what was edited later says when', () => {
    expect(dayTakenIn(photo('2026:11:28 10:00:00\u00002026:09:05 23:59:59\0'))).toBe('2026-09-05');
  });

  it('is unknown without EXIF, of days that no calendar has, and of other files', () => {
    expect(dayTakenIn(photo('2026:13:40 10:00:00'))).toBeNull();
    expect(dayTakenIn(photo('0000:00:00 00:00:00'))).toBeNull();
    expect(dayTakenIn(Uint8Array.from([0xff, 0xd8, 0xff, 0xd9]))).toBeNull();
    expect(dayTakenIn(bytesOf('2026:09:05 23:59:59'))).toBeNull();
    expect(dayTakenIn(new Uint8Array(0))).toBeNull();
  });
});
