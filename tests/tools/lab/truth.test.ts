import { describe, expect, it } from 'vitest';
import { correctHead, placeByHand } from '~/model/fit/place-by-hand';
import { multiply, turnBy } from '~/model/maths/rotation';
import { projectPinhole } from '~/model/view/camera';
import { placementOfTruth } from '../../../tools/lab/truth';

const RADIANS = Math.PI / 180;
const SIZE = { widthPx: 800, heightPx: 1066 };

describe('a rendered head without a face', () => {
  it.each([
    [0, 72, 0],
    [90, 5, -4],
    [-168, 36, 8],
  ])('turned %i°, bowed %i°, rolled %i° is placed as it was rendered', (turn, tilt, roll) => {
    const rotation = multiply(
      turnBy(0, 0, -roll * RADIANS),
      multiply(turnBy(tilt * RADIANS, 0, 0), turnBy(0, turn * RADIANS, 0)),
    );
    const translationMm = [12, -30, -1100] as const;
    const signs = [1, -1, -1];
    const json = JSON.stringify({
      image: { width: SIZE.widthPx, height: SIZE.heightPx },
      camera: { intrinsics: { fx: 2200, cx: 380, cy: 600 } },
      // Centimetres; y down and z forward.
      head_to_camera_opencv: signs.map((sign, row) => [
        ...rotation.slice(3 * row, 3 * row + 3).map((value) => sign * value),
        (sign * translationMm[row]) / 10,
      ]),
      scalp_points: { head_cm: [], normal_head: [], px: [], visible: [] },
    });
    const placement = placementOfTruth(json);
    if (placement === null) throw new Error('no placement');
    const placed = correctHead(placeByHand(SIZE, 'men'), placement);
    placed.pose.rotation.forEach((value, i) => {
      expect(value).toBeCloseTo(rotation[i], 6);
    });
    const truth = { rotation, translationMm, focalPx: 2200, principal: { xPx: 380, yPx: 600 } };
    const [seen, wanted] = [placed.pose, truth].map((pose) => projectPinhole(pose, placed.cranium.centre));
    expect(seen.xPx).toBeCloseTo(wanted.xPx, 3);
    expect(seen.yPx).toBeCloseTo(wanted.yPx, 3);
    expect(placed.pose.focalPx / seen.depthMm).toBeCloseTo(2200 / wanted.depthMm, 6);
  });

  it('other JSON says nothing', () => {
    expect(placementOfTruth('{}')).toBeNull();
  });
});
