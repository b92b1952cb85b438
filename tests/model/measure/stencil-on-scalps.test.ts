import { describe, expect, test } from 'vitest';
import type { PointMm } from '~/model/base/units';
import { initialDesign } from '~/model/design/design';
import type { Design } from '~/model/design/design';
import { fitHead } from '~/model/fit/fit-head';
import { hairlineOf } from '~/model/hairline/hairline';
import { directionTo } from '~/model/head/cranium';
import type { Head } from '~/model/head/head';
import { straightWay, turnedOnSkin } from '~/model/head/straight-way';
import { rotateBack } from '~/model/maths/rotation';
import { dot, length, scale, subtract } from '~/model/maths/vector';
import type { Vector3 } from '~/model/maths/vector';
import { scaleError } from '~/model/measure/face-measures';
import { EXACT_MM } from '~/model/measure/stencil';
import { acrossOnSkin, unrolledLine } from '~/model/measure/unrolled-line';
import type { UnrolledPlace } from '~/model/measure/unrolled-line';
import { cameraPlace, facing, projectPoint } from '~/model/view/camera';
import type { HeadInView, Pose } from '~/model/view/view';
import { headWith } from '../../support/random-heads';
import { renderedHead } from '../../support/rendered-head';
import { HEADS_ARE_THERE, trueScalp } from '../../support/true-scalp';
import type { TrueScalp } from '../../support/true-scalp';

/** Off the exact places by more than this, the skin between them is a guess, mm: there nothing is measured. */
const KNOWN_MM = 8;
/** Skin that turns away from the camera by more than this cosine tells is not seen well enough to be carried over. */
const LEAST_FACING = 0.25;
const ALONG_MM = 30;

const vector = ({ xMm, yMm, zMm }: PointMm): Vector3 => [xMm, yMm, zMm];
const apart = (a: PointMm, b: PointMm): number => length(subtract(vector(a), vector(b)));
const design = (hairlineHeightMm: number): Design => ({ ...initialDesign(1), hairlineHeightMm });

function unrolled(of: Design, head: Head): readonly UnrolledPlace[] {
  const line = hairlineOf(of, head);
  return unrolledLine(line, head.cranium, line.pointArcLengthMm.rightEar, line.pointArcLengthMm.leftEar);
}

/** A place of the head that was understood, where it lies on the true skin; null where that is not seen. */
type Carry = (place: PointMm) => PointMm | null;

/** By how much the true skin is longer than the paper, as a share: along the line, and straight across it to both sides. */
function stretches(places: readonly UnrolledPlace[], head: Head, scalp: TrueScalp, carry: Carry) {
  const sure = (place: PointMm | null): place is PointMm => place !== null && scalp.fromExactMm(place) < KNOWN_MM;
  const on = places.map(({ onSkin }) => {
    const there = carry(onSkin.pointMm);
    return sure(there) ? there : null;
  });
  const along: number[] = [];
  for (const [from, first] of on.entries()) {
    const to = places.findIndex((place) => place.atMm >= places[from].atMm + ALONG_MM);
    if (first === null || to < 0) continue;
    let here = first;
    let mm = 0;
    const whole = on.slice(from + 1, to + 1).every((next) => {
      if (next === null) return false;
      mm += apart(here, next);
      here = next;
      return true;
    });
    if (whole) along.push(mm / (places[to].atMm - places[from].atMm) - 1);
  }
  const across: number[] = [];
  for (let i = 2; i < places.length - 2; i += 6) {
    const first = on[i];
    if (first === null) continue;
    for (const sign of [1, -1]) {
      const lengths = Array.from({ length: EXACT_MM }, (_, mm) => sign * (mm + 1));
      const way = straightWay(head.cranium, acrossOnSkin(head.cranium, places[i]), lengths).map((b) =>
        carry(b.pointMm),
      );
      if (!way.every((place) => place !== null) || !sure(way[way.length - 1])) continue;
      across.push(way.reduce((sum, place, k) => sum + apart(k === 0 ? first : way[k - 1], place), 0) / EXACT_MM - 1);
    }
  }
  return { along, across };
}
const worst = (shares: readonly number[]): number => Math.max(...shares.map(Math.abs));

/** Paper laid on the true skin at the middle of the line and rolled off to one side: the farthest that it comes to lie off the line, as a share of the way. */
function rolledOff(places: readonly UnrolledPlace[], scalp: TrueScalp, side: 1 | -1): { share: number; toMm: number } {
  const middle = places.findIndex(({ atMm }) => atMm === 0);
  const on = (i: number): PointMm => scalp.under(places[i].onSkin.pointMm);
  const first = on(middle);
  const normal = scalp.normalAt(first);
  const chord = subtract(vector(on(middle + 1)), vector(on(middle - 1)));
  const flat = subtract(chord, scale(normal, dot(normal, chord)));
  let here = { pointMm: first, way: scale(flat, 1 / length(flat)) };
  let turn = places[middle].turn;
  let [share, toMm] = [0, 0];
  for (let i = middle; i + side >= 0 && i + side < places.length; i += side) {
    const next = on(i + side);
    if (scalp.fromExactMm(next) > KNOWN_MM) break;
    const [[ax, ay], [bx, by]] = [places[i].onPaper, places[i + side].onPaper];
    const heading = Math.atan2(side * (by - ay), side * (bx - ax));
    const way = turnedOnSkin(scalp.normalAt(here.pointMm), here.way, heading - turn);
    here = scalp.ahead({ ...here, way }, side * Math.hypot(bx - ax, by - ay));
    turn = heading;
    toMm = Math.abs(places[i + side].atMm);
    // At first a tenth of a mm is a large share of nothing.
    if (toMm > 20) share = Math.max(share, apart(here.pointMm, next) / toMm);
  }
  return { share, toMm };
}

/** Where on the true skin a photo shows a place of the head as it was understood from that photo. */
function throughPhoto(fit: HeadInView, pose: Pose, scalp: TrueScalp): Carry {
  const camera = cameraPlace(pose);
  return (place) => {
    if (facing(fit, directionTo(fit.cranium, place)) < LEAST_FACING) return null;
    const { xPx, yPx } = projectPoint(fit, place);
    const { principal, focalPx, rotation } = pose;
    const ray = rotateBack(rotation, (xPx - principal.xPx) / focalPx, (principal.yPx - yPx) / focalPx, -1);
    const at = (t: number): PointMm => ({
      xMm: camera.xMm + t * ray[0],
      yMm: camera.yMm + t * ray[1],
      zMm: camera.zMm + t * ray[2],
    });
    let t = apart(camera, place) / Math.hypot(...ray);
    for (let round = 0; round < 12; round++) {
      const skin = scalp.under(at(t));
      const normal = scalp.normalAt(skin);
      t += dot(subtract(vector(skin), vector(at(t))), normal) / dot([ray[0], ray[1], ray[2]], normal);
    }
    return at(t);
  };
}

/**
 * What a stencil is worth on heads that are known place by place. Two things are kept apart: the unrolling, of the skull that lies
 * nearest to the true one, and what the head that was understood from one photo adds to it.
 */
describe.skipIf(!HEADS_ARE_THERE)(
  `the stencil rolled back on rendered heads${HEADS_ARE_THERE ? '' : ' (skipped: none beside the project)'}`,
  () => {
    test.each([
      'heads/head_t2_front',
      'heads2/goran_hard',
      'heads2/series_front',
      'heads2/benjo_overhead',
      'heads2/edita_buzz',
    ])('%s: unrolled from its own skull it is true within a hundredth along the line and across it', (name) => {
      const scalp = trueScalp(name);
      const head = headWith(scalp.nearest);
      const places = unrolled(design(80), head);
      const { along, across } = stretches(places, head, scalp, scalp.under);
      expect(along.length).toBeGreaterThan(50);
      expect(across.length).toBeGreaterThan(15);
      expect(worst(along)).toBeLessThan(0.01);
      expect(worst(across)).toBeLessThan(0.01);
      // Laid on at its middle alone it strays aside: what skull and skin differ by turns it, and a turn goes on growing.
      for (const side of [1, -1] as const) {
        const { share, toMm } = rolledOff(places, scalp, side);
        expect(toMm).toBeGreaterThan(60);
        expect(share).toBeLessThan(0.025);
      }
    });

    test('a skull with a keel, which the model’s skulls have not, costs a fifth of a mm across 15 mm at its worst', () => {
      const scalp = trueScalp('heads2/ansel_self40');
      const head = headWith(scalp.nearest);
      const { along, across } = stretches(unrolled(design(80), head), head, scalp, scalp.under);
      expect(scalp.offMm).toBeGreaterThan(1);
      expect(worst(along)).toBeLessThan(0.01);
      expect(EXACT_MM * worst(across)).toBeLessThan(0.2);
    });

    test.each(['head_t2_front', 'head_t4_hardlight', 'head_t6_yawm45'] as const)(
      '%s: understood from its photo it is as true as the plan says the scale is',
      (name) => {
        const scalp = trueScalp(`heads/${name}`);
        const { reading, pose } = renderedHead(name);
        const of = design(80);
        const fit = fitHead(reading, 'men');
        const places = unrolled(of, fit);
        const { along, across } = stretches(places, fit, scalp, throughPhoto(fit, pose, scalp));
        expect(along.length).toBeGreaterThan(30);
        expect(across.length).toBeGreaterThan(10);
        expect(worst(along)).toBeLessThan(scaleError(of));
        expect(worst(across)).toBeLessThan(scaleError(of));
      },
    );
  },
);
