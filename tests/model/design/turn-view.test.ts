import { describe, expect, it } from 'vitest';
import { ORIENTATIONS, turnedBack, turnedPlace, turnedSize } from '~/model/base/orientation';
import { addView, consultationOf, withLaid } from '~/model/design/consultation';
import { NO_CORRECTION } from '~/model/design/head-correction';
import { turnedPlacement, turnView } from '~/model/design/turn-view';
import { correctHead, placeByHand } from '~/model/fit/place-by-hand';
import { projectPoint } from '~/model/view/camera';
import { FULL_DESIGN } from '../../support/sample-work';

const SIZE = { widthPx: 600, heightPx: 800 };
const WHOLE = consultationOf(FULL_DESIGN);

describe('a document whose photo is turned', () => {
  it('comes back as it was when the photo is turned back', () => {
    for (const by of ORIENTATIONS) {
      const turned = turnView(WHOLE, by, SIZE);
      expect(turned.views[0].turned).toBe(by);
      expect(turnView(turned, turnedBack(by), turnedSize(SIZE, by))).toEqual(WHOLE);
    }
  });

  it('keeps a head that was placed by hand where it lies in the picture', () => {
    const placement = {
      ...NO_CORRECTION,
      rightMm: 31,
      upMm: -18,
      scale: 1.3,
      turnDegrees: 35,
      tiltDegrees: -20,
      rollDegrees: 170,
    };
    const head = correctHead(placeByHand(SIZE, 'men'), placement);
    // Places of the head that lie to all sides; mirrored, left and right of it change places.
    const places = [
      { xMm: 0, yMm: 150, zMm: 0 },
      { xMm: 70, yMm: 60, zMm: 20 },
      { xMm: 0, yMm: 48.9, zMm: 90 },
    ];
    for (const by of ORIENTATIONS) {
      const turned = correctHead(placeByHand(turnedSize(SIZE, by), 'men'), {
        ...placement,
        ...turnedPlacement(placement, by),
      });
      const mirrored = [2, 4, 5, 7].includes(by);
      for (const place of places) {
        const seen = projectPoint(turned, mirrored ? { ...place, xMm: -place.xMm } : place);
        const wanted = turnedPlace(projectPoint(head, place), SIZE, by);
        expect(Math.hypot(seen.xPx - wanted.xPx, seen.yPx - wanted.yPx), String(by)).toBeLessThan(1e-6);
      }
    }
  });

  it('has what was drawn on the other side of a mirrored head, and on the same side of a turned one', () => {
    const { head, designs } = turnView(WHOLE, 2, SIZE);
    expect(head.marks[0].path).toEqual([{ x: -0.8, y: 0.6, z: 0 }]);
    expect(designs[0].drawn.handles).toEqual({
      middle: { sideMm: 2.5, upMm: 7 },
      rightEar: { sideMm: -0.1, upMm: -0.2 },
    });
    expect(designs[0].drawn.points.map(({ side }) => side)).toEqual(['right', 'left']);
    expect(turnView(WHOLE, 6, SIZE)).toMatchObject({ head: WHOLE.head, designs: WHOLE.designs });
  });

  it('keeps what a head was laid by on what was tapped, of the other side where the photo is mirrored', () => {
    const laid = withLaid(WHOLE, { leftEar: { xPx: 250, yPx: 410 }, crown: { xPx: 380, yPx: 150 } });
    expect(turnView(laid, 6, SIZE).views[0].laidBy).toEqual({
      leftEar: { xPx: 390, yPx: 250 },
      crown: { xPx: 650, yPx: 380 },
    });
    expect(turnView(laid, 2, SIZE).views[0].laidBy).toEqual({
      rightEar: { xPx: 350, yPx: 410 },
      crown: { xPx: 220, yPx: 150 },
    });
    for (const by of ORIENTATIONS)
      expect(turnView(turnView(laid, by, SIZE), turnedBack(by), turnedSize(SIZE, by))).toEqual(laid);
  });

  it('leaves what was drawn to the head where other photos show it too', () => {
    const two = addView(WHOLE, 'view2', 'left');
    const turned = turnView(two, 2, SIZE);
    expect(turned.head).toBe(two.head);
    expect(turned.designs).toBe(two.designs);
    expect(turned.views.map((view) => view.turned)).toEqual([1, 2]);
  });
});
