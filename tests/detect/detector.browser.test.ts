import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createDetector } from '~/detect/create-detector';
import type { Detector } from '~/detect/detector';
import type { Result } from '~/model/base/result';
import type { OutlineMask } from '~/model/raster/photo-map';
import type { FaceReading } from '~/model/view/head-reading';
import { PLAIN_HEAD, webSized } from '../support/pictures';

const PATIENT = new AbortController().signal;
const FROM_BEHIND = '/samples/from-behind-web.jpg';

async function bitmapOf(url: string): Promise<ImageBitmap> {
  const response = await fetch(url);
  expect(response.headers.get('content-type')).toContain('image');
  return createImageBitmap(await response.blob());
}

function valueOf<Value, Problem>(result: Result<Value, Problem>): Value {
  if (!result.ok) throw new Error(`Expected an answer, got ${String(result.problem)}`);
  return result.value;
}

/** Copies of a picture drawn into a larger one: each at left, top, with a width (px). */
async function scene(
  width: number,
  height: number,
  picture: ImageBitmap,
  places: readonly (readonly [left: number, top: number, width: number])[],
): Promise<ImageBitmap> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('No 2D canvas');
  context.fillStyle = 'rgb(120 130 140)';
  context.fillRect(0, 0, width, height);
  for (const [left, top, w] of places) context.drawImage(picture, left, top, w, (w * picture.height) / picture.width);
  return createImageBitmap(canvas);
}

/** A picture rolled by so many degrees with the clock, or its mirror image, with room for all of it. */
async function rolled(picture: ImageBitmap, degrees: number, isMirrored: boolean): Promise<ImageBitmap> {
  const side = Math.ceil(Math.hypot(picture.width, picture.height));
  const canvas = new OffscreenCanvas(side, side);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('No 2D canvas');
  context.fillStyle = 'rgb(120 130 140)';
  context.fillRect(0, 0, side, side);
  context.translate(side / 2, side / 2);
  context.rotate((degrees * Math.PI) / 180);
  if (isMirrored) context.scale(-1, 1);
  context.drawImage(picture, -picture.width / 2, -picture.height / 2);
  return createImageBitmap(canvas);
}

const landmark = (face: FaceReading, i: number): { x: number; y: number; z: number } => ({
  x: face.landmarksPx[3 * i],
  y: face.landmarksPx[3 * i + 1],
  z: face.landmarksPx[3 * i + 2],
});

/** Confidence 0..255 at a place of the photo, px. */
function confidenceAt(mask: OutlineMask, xPx: number, yPx: number): number {
  const column = Math.floor((xPx - mask.leftPx) / mask.pxPerSample);
  const row = Math.floor((yPx - mask.topPx) / mask.pxPerSample);
  return mask.confidence[row * mask.columns + column];
}

describe('the detector', () => {
  let detector: Detector;
  let frontal: ImageBitmap;
  beforeAll(async () => {
    detector = createDetector();
    detector.warmUp();
    frontal = await webSized(PLAIN_HEAD);
  });
  afterAll(() => detector.dispose());

  it('finds the face of a frontal head', async () => {
    const faces = valueOf(await detector.findFaces(frontal, PATIENT));
    expect(faces).toHaveLength(1);
    const [face] = faces;
    expect(face.landmarksPx).toHaveLength(3 * 468);
    // It is upright and frontal: brow over nose over chin, the subject's right eye on the left, the nose nearest.
    expect(landmark(face, 9).y).toBeLessThan(landmark(face, 1).y);
    expect(landmark(face, 1).y).toBeLessThan(landmark(face, 152).y);
    expect(landmark(face, 33).x).toBeLessThan(landmark(face, 263).x);
    expect(landmark(face, 1).z).toBeLessThan(landmark(face, 234).z);
    const middle = (landmark(face, 234).x + landmark(face, 454).x) / 2;
    expect(Math.abs(middle - landmark(face, 1).x)).toBeLessThan(0.05 * frontal.width);
    expect(face.box.top).toBeLessThan(landmark(face, 9).y);
    expect(face.box.bottom).toBeGreaterThanOrEqual(landmark(face, 152).y);
  });

  it('reads landmarks in px of a large photo, whatever size it works in', async () => {
    const small = valueOf(await detector.findFaces(frontal, PATIENT))[0];
    const scale = 5;
    const large = await createImageBitmap(frontal, {
      resizeWidth: scale * frontal.width,
      resizeHeight: scale * frontal.height,
    });
    const face = valueOf(await detector.findFaces(large, PATIENT))[0];
    for (const i of [1, 9, 33, 152, 263]) {
      const apart = Math.hypot(
        landmark(face, i).x / scale - landmark(small, i).x,
        landmark(face, i).y / scale - landmark(small, i).y,
      );
      expect(apart).toBeLessThan(0.02 * (small.box.bottom - small.box.top));
    }
  });

  it('finds several heads, small ones too, largest first', async () => {
    const crowd = await scene(1400, 1000, frontal, [
      [40, 60, 300],
      [520, 300, 160],
      [800, 40, 120],
      [1200, 780, 120],
      [60, 780, 110],
    ]);
    const faces = valueOf(await detector.findFaces(crowd, PATIENT));
    expect(faces).toHaveLength(5);
    const areas = faces.map(({ box }) => (box.right - box.left) * (box.bottom - box.top));
    expect(areas).toEqual(areas.toSorted((a, b) => b - a));
    expect(landmark(faces[0], 1).x).toBeGreaterThan(40);
    expect(landmark(faces[0], 1).x).toBeLessThan(340);
  });

  it.each(Array.from({ length: 12 }, (_, i) => 30 * i))(
    'reads a head that is rolled by %i degrees as it stands, or not at all, and its mirror image',
    async (degrees) => {
      for (const isMirrored of [false, true]) {
        const faces = valueOf(await detector.findFaces(await rolled(frontal, degrees, isMirrored), PATIENT));
        // By hand where it cannot be read; of quarters, as phones hold them, there is no doubt.
        if (degrees % 90 === 0) expect(faces).toHaveLength(1);
        expect(faces.length).toBeLessThan(2);
        for (const face of faces) {
          const [chin, brow] = [landmark(face, 152), landmark(face, 9)];
          const roll = (Math.atan2(brow.x - chin.x, chin.y - brow.y) * 180) / Math.PI;
          expect(Math.abs(((roll - degrees + 540) % 360) - 180), isMirrored ? 'mirrored' : 'as it is').toBeLessThan(15);
        }
      }
    },
  );

  it('finds no face on the back of a head, nor in an empty picture', async () => {
    expect(valueOf(await detector.findFaces(await bitmapOf(FROM_BEHIND), PATIENT))).toEqual([]);
    expect(valueOf(await detector.findFaces(await scene(300, 200, frontal, []), PATIENT))).toEqual([]);
  });

  it('finds the outline of a bald head, and nothing beyond the photo', async () => {
    // Cut close, so that the crop around the head sticks out of the photo on three sides.
    const cut = await createImageBitmap(frontal, 90, 60, 420, 560);
    const [face] = valueOf(await detector.findFaces(cut, PATIENT));
    const mask = valueOf(await detector.readOutline(cut, face.box, PATIENT));
    expect(mask.confidence).toHaveLength(mask.columns * mask.rows);
    expect(mask.leftPx).toBeLessThan(0);
    const { x, y } = landmark(face, 10);
    const faceHeight = face.box.bottom - face.box.top;
    expect(confidenceAt(mask, x, y - 0.15 * faceHeight)).toBeGreaterThan(230);
    expect(confidenceAt(mask, 8, 8)).toBeLessThan(25);
    expect(confidenceAt(mask, cut.width - 8, 8)).toBeLessThan(25);
    let beyond = 0;
    mask.confidence.forEach((value, i) => {
      const xPx = mask.leftPx + ((i % mask.columns) + 0.5) * mask.pxPerSample;
      const yPx = mask.topPx + (Math.floor(i / mask.columns) + 0.5) * mask.pxPerSample;
      if (xPx < 0 || yPx < 0 || xPx >= cut.width || yPx >= cut.height) beyond = Math.max(beyond, value);
    });
    expect(beyond).toBe(0);
  });

  it('gives up at once when nobody wants the answer, and goes on with the next photo', async () => {
    const impatient = new AbortController();
    const crowd = await scene(1400, 1000, frontal, [[40, 60, 120]]);
    const unwanted = detector.findFaces(crowd, impatient.signal);
    impatient.abort();
    const next = detector.findFaces(frontal, PATIENT);
    expect(await unwanted).toEqual({ ok: false, problem: 'aborted' });
    expect(valueOf(await next)).toHaveLength(1);
    expect(await detector.findFaces(frontal, AbortSignal.abort())).toEqual({ ok: false, problem: 'aborted' });
  });

  it('keeps answers to two photos apart', async () => {
    const small = await scene(600, 800, frontal, [[0, 0, 450]]);
    const [first, second] = await Promise.all([
      detector.findFaces(frontal, PATIENT),
      detector.findFaces(small, PATIENT),
    ]);
    const height = (result: typeof first): number => valueOf(result)[0].box.bottom - valueOf(result)[0].box.top;
    expect(height(second) / height(first)).toBeCloseTo(0.75, 1);
  });

  it('calls a closed bitmap a bug of ours, and works on', async () => {
    const closed = await createImageBitmap(frontal);
    closed.close();
    await expect(detector.findFaces(closed, PATIENT)).rejects.toThrow(/closed/);
    expect(valueOf(await detector.findFaces(frontal, PATIENT))).toHaveLength(1);
  });
});

describe('a detector that cannot start', () => {
  it('says that it failed, each time', async () => {
    const detector = createDetector(new URL('/nowhere/', location.href).href);
    detector.warmUp();
    const photo = await webSized(PLAIN_HEAD);
    const box = { left: 100, top: 100, right: 300, bottom: 300 };
    expect(await detector.findFaces(photo, PATIENT)).toEqual({ ok: false, problem: 'failed' });
    expect(await detector.readOutline(photo, box, PATIENT)).toEqual({ ok: false, problem: 'failed' });
    detector.dispose();
    expect(await detector.findFaces(photo, PATIENT)).toEqual({ ok: false, problem: 'aborted' });
  });

  it('says that it failed where workers are refused, and warming up asks nobody', async () => {
    vi.stubGlobal('Worker', undefined);
    const detector = createDetector();
    expect(() => detector.warmUp()).not.toThrow();
    expect(await detector.findFaces(await webSized(PLAIN_HEAD), PATIENT)).toEqual({ ok: false, problem: 'failed' });
    detector.dispose();
    vi.unstubAllGlobals();
  });

  describe('because its worker dies without a word', () => {
    /** As many workers that say nothing as asked for, and real ones after them. */
    function dumb(count: number): () => number {
      const RealWorker = Worker;
      let made = 0;
      vi.stubGlobal(
        'Worker',
        class extends EventTarget {
          constructor(...given: ConstructorParameters<typeof Worker>) {
            super();
            made++;
            if (made > count) return new RealWorker(...given) as unknown as this;
          }
          postMessage = (): void => undefined;
          terminate = (): void => undefined;
        },
      );
      return () => made;
    }
    afterEach(() => vi.unstubAllGlobals());
    const SOON = { outlineSilentMs: 300 };

    it('is given another worker', async () => {
      const made = dumb(1);
      const patient = createDetector(undefined, { ...SOON, silentMs: 10_000 });
      patient.warmUp();
      expect(valueOf(await patient.findFaces(await webSized(PLAIN_HEAD), PATIENT))).toHaveLength(1);
      expect(made()).toBe(2);
      patient.dispose();
    });

    it('fails in the end, and the outline is not waited for long', async () => {
      const made = dumb(9);
      const given = createDetector(undefined, { ...SOON, silentMs: 300 });
      const photo = await webSized(PLAIN_HEAD);
      expect(await given.findFaces(photo, PATIENT)).toEqual({ ok: false, problem: 'failed' });
      expect(made()).toBe(2);
      const box = { left: 100, top: 100, right: 300, bottom: 300 };
      expect(await given.readOutline(photo, box, PATIENT)).toEqual({ ok: false, problem: 'failed' });
      expect(made()).toBe(3);
      given.dispose();
    });
  });
});
