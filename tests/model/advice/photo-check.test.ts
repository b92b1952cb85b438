import { describe, expect, it } from 'vitest';
import { checkPhoto, showsPerson } from '~/model/advice/photo-check';
import type { CheckedPhoto } from '~/model/advice/photo-check';
import { NO_CORRECTION } from '~/model/design/head-correction';
import { correctHead, placeByHand } from '~/model/fit/place-by-hand';
import { projectPoint } from '~/model/view/camera';

const photo = { widthPx: 600, heightPx: 800 };
const placed = placeByHand(photo, 'men');
const pxPerMm = placed.pose.focalPx / projectPoint(placed, placed.cranium.centre).depthMm;
const evenly = (code: number) => ({
  widthPx: 150,
  heightPx: 200,
  photoPxPerPixel: 4,
  data: new Uint8ClampedArray(4 * 150 * 200).fill(code),
});
const good: CheckedPhoto = {
  fit: placed,
  photo,
  full: photo,
  pixels: evenly(150),
  pxPerMm,
  grown: 0,
  covered: false,
};
const headAt = (change: Partial<typeof NO_CORRECTION>) => correctHead(placed, { ...NO_CORRECTION, ...change });

describe('the check of a photo', () => {
  it('finds nothing on a good one', () => {
    expect(checkPhoto(good)).toEqual([]);
  });

  it.each<[string, Partial<CheckedPhoto>]>([
    ['cutOff', { fit: headAt({ upMm: 200 }) }],
    ['tooSmall', { full: { widthPx: 200, heightPx: 267 } }],
    ['tooDark', { pixels: evenly(40) }],
    ['burntOut', { pixels: evenly(254) }],
    ['longHair', { grown: 0.8 }],
    ['covered', { covered: true }],
    ['turnedAway', { fit: { ...headAt({ turnDegrees: 75 }), source: 'face' } }],
  ])('finds %s', (fault, change) => {
    expect(checkPhoto({ ...good, ...change })).toEqual([fault]);
  });

  it('takes a quarter turn and black skin in good light for good', () => {
    expect(checkPhoto({ ...good, fit: { ...headAt({ turnDegrees: 45 }), source: 'face' } })).toEqual([]);
    expect(checkPhoto({ ...good, pixels: evenly(75) })).toEqual([]);
  });

  it('tells a picture with nobody in it by its outline', () => {
    const outline = { columns: 10, rows: 10, leftPx: 0, topPx: 0, pxPerSample: 60, confidence: new Uint8Array(100) };
    expect(showsPerson(outline, photo)).toBe(false);
    outline.confidence.fill(255, 40, 60);
    expect(showsPerson(outline, photo)).toBe(true);
  });
});
