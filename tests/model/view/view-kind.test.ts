import { describe, expect, it } from 'vitest';
import { NO_CORRECTION } from '~/model/design/head-correction';
import { correctHead, placeByHand } from '~/model/fit/place-by-hand';
import { viewKindOf } from '~/model/view/view-kind';

const head = placeByHand({ widthPx: 600, heightPx: 800 }, 'men');
const turned = (turnDegrees: number, tiltDegrees = 0) =>
  viewKindOf(correctHead(head, { ...NO_CORRECTION, turnDegrees, tiltDegrees }).pose);

describe('from where a photo shows the head', () => {
  it.each([
    [0, 0, 'front'],
    [20, 0, 'front'],
    [-90, 0, 'left'],
    [-45, 0, 'left'],
    [90, 0, 'right'],
    [40, 10, 'right'],
    [180, 0, 'back'],
    [0, 80, 'top'],
    [180, 60, 'top'],
  ])('turned by %i°, bowed by %i°: %s', (turnDegrees, tiltDegrees, kind) => {
    expect(turned(turnDegrees, tiltDegrees)).toBe(kind);
  });
});
