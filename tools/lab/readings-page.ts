import { createDetector } from '~/detect/create-detector';
import { outlineAround } from '~/intake/reading-around';
import { readPixels } from '~/io/read-pixels';
import type { OutlineMask } from '~/model/raster/photo-map';

/** A share of the picture's width and height cut off on each side. */
export type Margins = readonly [left: number, top: number, right: number, bottom: number];

/** One way of showing a picture to the detector. */
export interface Look {
  readonly mirrored: boolean;
  readonly margins: Margins;
}

/** What the detector reads, as text that a page can hand over: in px of the whole picture, mirrored where the look is. */
export interface PlainReading {
  readonly widthPx: number;
  readonly heightPx: number;
  /** 2 × 468. */
  readonly landmarksPx: readonly number[];
  readonly outline: Omit<OutlineMask, 'confidence'> & { readonly confidence: readonly number[] };
}

/** Reads every served picture in all these ways; null where no face was seen. */
export async function readHeads(
  pictures: number,
  looks: readonly Look[],
): Promise<readonly (readonly (PlainReading | null)[])[]> {
  const detector = createDetector();
  const all: (PlainReading | null)[][] = [];
  for (let i = 0; i < pictures; i++) {
    const picture = await createImageBitmap(await (await fetch(`/lab-file/${String(i)}`)).blob());
    const readings: (PlainReading | null)[] = [];
    for (const look of looks) readings.push(await readOne(detector, picture, look));
    all.push(readings);
    picture.close();
  }
  detector.dispose();
  return all;
}

async function readOne(
  detector: ReturnType<typeof createDetector>,
  picture: ImageBitmap,
  { mirrored, margins: [left, top, right, bottom] }: Look,
): Promise<PlainReading | null> {
  const { width, height } = picture;
  const fromX = Math.round(left * width);
  const fromY = Math.round(top * height);
  const canvas = new OffscreenCanvas(
    Math.round((1 - right) * width) - fromX,
    Math.round((1 - bottom) * height) - fromY,
  );
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('No 2D canvas');
  if (mirrored) context.setTransform(-1, 0, 0, 1, width - fromX, -fromY);
  else context.setTransform(1, 0, 0, 1, -fromX, -fromY);
  context.drawImage(picture, 0, 0);
  const shown = canvas.transferToImageBitmap();
  const never = new AbortController().signal;
  const faces = await detector.findFaces(shown, never);
  const face = faces.ok ? faces.value.at(0) : undefined;
  if (face === undefined) return null;
  const size = { widthPx: shown.width, heightPx: shown.height };
  const photo = { working: shown, size, full: size, file: new Blob(), name: '', focalPx: null };
  const outline = await outlineAround(photo, face.box, { detector, readPixels }, never, 0);
  if (outline === null) return null;
  return {
    widthPx: width,
    heightPx: height,
    landmarksPx: Array.from({ length: (face.landmarksPx.length * 2) / 3 }, (_, k) => {
      const at = (face.landmarksPx[3 * (k >> 1) + (k & 1)] ?? 0) + (k % 2 === 0 ? fromX : fromY);
      return Math.round(at * 100) / 100;
    }),
    outline: {
      ...outline,
      leftPx: outline.leftPx + fromX,
      topPx: outline.topPx + fromY,
      confidence: [...outline.confidence],
    },
  };
}
