import { describe, expect, it } from 'vitest';
import { isOutlineTrusted } from '~/model/fit/outline-trust';
import { placeByHand } from '~/model/fit/place-by-hand';
import type { OutlineMask } from '~/model/raster/photo-map';
import { silhouetteLine } from '~/model/view/silhouette-line';

const photo = { widthPx: 900, heightPx: 1200 };
const fit = placeByHand(photo, 'men');
const rim = silhouetteLine(fit);
const [left, right] = [Math.min(...rim.map(({ xPx }) => xPx)), Math.max(...rim.map(({ xPx }) => xPx))];
const top = Math.min(...rim.map(({ yPx }) => yPx));
const radiusPx = (right - left) / 2;

/** A person as wide as the head and a little wider, all the way down; where `hole` says so, background. */
function outline(hole: (xPx: number, yPx: number) => boolean): OutlineMask {
  const [columns, rows, pxPerSample] = [180, 240, 5];
  const confidence = new Uint8Array(columns * rows);
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      const [xPx, yPx] = [(i + 0.5) * pxPerSample, (j + 0.5) * pxPerSample];
      const person = Math.abs(xPx - (left + right) / 2) < radiusPx + 10 && yPx > top - 10;
      if (person && !hole(xPx, yPx)) confidence[j * columns + i] = 255;
    }
  }
  return { columns, rows, leftPx: 0, topPx: 0, pxPerSample, confidence };
}

describe('an outline read around a head placed by hand', () => {
  it('is trusted where it holds all of the scalp', () => {
    expect(
      isOutlineTrusted(
        fit,
        outline(() => false),
      ),
    ).toBe(true);
  });

  it('is not where it takes a part of the scalp for background, or all of it', () => {
    expect(
      isOutlineTrusted(
        fit,
        outline((_, yPx) => yPx < top + 0.5 * radiusPx),
      ),
    ).toBe(false);
    expect(
      isOutlineTrusted(
        fit,
        outline((xPx) => xPx > right - 0.6 * radiusPx),
      ),
    ).toBe(false);
    expect(
      isOutlineTrusted(
        fit,
        outline(() => true),
      ),
    ).toBe(false);
  });

  it('is not where it says nothing of the head', () => {
    expect(isOutlineTrusted(fit, { ...outline(() => false), leftPx: 5000 })).toBe(false);
  });
});
