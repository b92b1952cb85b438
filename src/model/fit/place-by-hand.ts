import type { SizePx } from '~/model/base/units';
import type { Build } from '~/model/design/choices';
import { HEAD_SCALES } from '~/model/design/head-correction';
import type { HeadCorrection } from '~/model/design/head-correction';
import { meanCranium, resizeCranium } from '~/model/head/cranium';
import { averageFacePoints } from '~/model/head/face-points';
import type { HeadInView, Pose } from '~/model/view/view';
import { clamp } from '~/model/maths/numbers';
import { IDENTITY, multiply, rotate, turnBy } from '~/model/maths/rotation';
import { rewarp } from '~/model/view/outline-warp';
import { OTHER_DISTANCE_MM } from './camera-prior';

/**
 * A head placed by hand begins as large as this share of the picture's shorter side, chin to crown. 225 mm is an average head from chin
 * to crown; the share is our choice.
 */
const HEAD_SHARE = 0.6;
const HEAD_HEIGHT_MM = 225;
const RADIANS = Math.PI / 180;

/** A head of the usual size in the middle of the picture, looking at the camera. Corrections take it from there. */
export function placeByHand(photo: SizePx, build: Build): HeadInView {
  const cranium = meanCranium(build);
  const scale = Math.max(HEAD_SHARE * Math.min(photo.widthPx, photo.heightPx), 1) / HEAD_HEIGHT_MM;
  const { xMm, yMm, zMm } = cranium.centre;
  return {
    pose: {
      rotation: IDENTITY,
      // Without a face it is mostly a head from behind, which somebody else took.
      translationMm: [-xMm, -yMm, -zMm - OTHER_DISTANCE_MM],
      focalPx: OTHER_DISTANCE_MM * scale,
      principal: { xPx: photo.widthPx / 2, yPx: photo.heightPx / 2 },
    },
    cranium,
    warp: null,
    face: averageFacePoints(cranium),
    source: 'hand',
  };
}

/** Turns and shifts about the cranium's centre, and scales the picture of the head about where that centre is seen. */
function correctPose(fit: HeadInView, correction: HeadCorrection): Pose {
  const { pose } = fit;
  const { xMm, yMm, zMm } = fit.cranium.centre;
  const turn = multiply(
    turnBy(0, 0, -correction.rollDegrees * RADIANS),
    multiply(turnBy(correction.tiltDegrees * RADIANS, 0, 0), turnBy(0, correction.turnDegrees * RADIANS, 0)),
  );
  const rotation = multiply(turn, pose.rotation);
  const scale = clamp(correction.scale, ...HEAD_SCALES);
  const [tx, ty, tz] = pose.translationMm;
  const [seenX, seenY, seenZ] = rotate(pose.rotation, xMm, yMm, zMm);
  const cx = (seenX + tx) / scale + correction.rightMm;
  const cy = (seenY + ty) / scale + correction.upMm;
  const cz = seenZ + tz;
  const [turnedX, turnedY, turnedZ] = rotate(rotation, xMm, yMm, zMm);
  return {
    rotation,
    translationMm: [cx - turnedX, cy - turnedY, cz - turnedZ],
    focalPx: pose.focalPx * scale,
    principal: pose.principal,
  };
}

const isNone = (c: HeadCorrection): boolean =>
  c.rightMm === 0 &&
  c.upMm === 0 &&
  c.scale === 1 &&
  c.turnDegrees === 0 &&
  c.tiltDegrees === 0 &&
  c.rollDegrees === 0 &&
  c.breadthMm === 0 &&
  c.lengthMm === 0 &&
  c.heightMm === 0;

/**
 * The head with the user's correction on top of what was found: turned about the camera's axes through the cranium's
 * centre (positive: face to the right of the picture, crown towards the camera, clockwise), moved and scaled as seen.
 * No correction gives the fit itself back.
 */
export function correctHead(fit: HeadInView, correction: HeadCorrection): HeadInView {
  if (isNone(correction)) return correction.followOutline || fit.warp === null ? fit : { ...fit, warp: null };
  const cranium = resizeCranium(fit.cranium, correction.breadthMm, correction.lengthMm, correction.heightMm);
  const pose = correctPose(fit, correction);
  return {
    ...fit,
    pose,
    cranium,
    warp: fit.warp === null || !correction.followOutline ? null : rewarp(cranium, pose, fit.warp),
    face: fit.source === 'hand' ? averageFacePoints(cranium) : fit.face,
  };
}
