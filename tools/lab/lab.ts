import { createDetector } from '~/detect/create-detector';
import { readHead } from '~/intake/read-head';
import { readingAround } from '~/intake/reading-around';
import { SAMPLES } from '~/intake/samples';
import type { SampleId } from '~/intake/samples';
import { openPhoto } from '~/io/decode-photo';
import type { Photo } from '~/io/photo';
import { readPatch, readPixels } from '~/io/read-pixels';
import { createDerivation } from '~/model/derive';
import { initialDesign } from '~/model/design/design';
import type { Design } from '~/model/design/design';
import { NO_CORRECTION } from '~/model/design/head-correction';
import type { HeadCorrection } from '~/model/design/head-correction';
import { readDotField } from '~/model/dots/dot-field';
import type { DotField } from '~/model/dots/dot-field';
import type { HeadReading } from '~/model/view/head-reading';
import { derivedScenes } from '~/preview/scenes';
import { createRenderer } from '~/render/create-renderer';
import type { Renderer, Scene } from '~/render/scene';
import type { Subject } from '~/store/app-state';
import { SAMPLE_HEADS } from './truth';

/** The app without its screen: for the gallery and the bench, which run in a page of the dev server. */
export interface Lab {
  readonly renderer: Renderer;
  readonly field: DotField;
  /** Opens a picture and understands its largest head; a sentence where it could not. */
  understand(file: Blob, placement: HeadCorrection | null): Promise<Understood | string>;
  /** Skin, light and hair of a picture whose head was read already. */
  understandRead(photo: Photo, reading: HeadReading, design: Design): Promise<Subject>;
  sceneOf(subject: Subject, design: Design): Scene;
  /** A part of the picture with pigment as it is saved, at `scale` output px per photo px. */
  draw(scene: Scene, part: PhotoPart): Promise<ImageData>;
  /** The same as the screen shows it: zoomed in, dots stay crisp. */
  show(scene: Scene, part: PhotoPart): ImageData;
}

export interface Understood {
  readonly subject: Subject;
  readonly design: Design;
  readonly faces: number;
}

/** A box of the photo, photo px, and how much larger it is wanted. */
export interface PhotoPart {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

/** Where the head lies in a sample that shows no face, by the file name of the sample or of the same rendered head. */
export function placementOf(name: string): HeadCorrection | null {
  const isOf = (id: SampleId): boolean => name.startsWith(id) || name.startsWith(SAMPLE_HEADS[id]);
  return SAMPLES.find(({ id }) => isOf(id))?.placement ?? null;
}

const SEED = 1;

export async function createLab(): Promise<Lab> {
  const [renderer, dots] = await Promise.all([
    createRenderer(),
    fetch('/dots.bin').then((answer) => answer.arrayBuffer()),
  ]);
  const field = readDotField(dots);
  if (!renderer.ok) throw new Error('This Chromium has no WebGL2.');
  if (!field.ok) throw new Error('assets/dots.bin is damaged: run npm run build.');
  const detector = createDetector();
  const derivation = createDerivation();
  const never = new AbortController().signal;
  const understandRead: Lab['understandRead'] = (photo, reading, design) =>
    readHead(photo, reading, design, { readPixels, readPatch });
  return {
    renderer: renderer.value,
    field: field.value,
    understandRead,
    understand: async (file, placement) => {
      const opened = await openPhoto(file);
      if (!opened.ok) return `not opened: ${opened.problem.kind}`;
      const photo = opened.value;
      const faces = await detector.findFaces(photo.working, never);
      if (!faces.ok) return 'the detector failed';
      const face = faces.value.at(0) ?? null;
      if (face === null && placement === null) return 'no face found: placed by hand in the app';
      const design = { ...initialDesign(SEED), head: placement ?? NO_CORRECTION };
      const reading = await readingAround(photo, face, design, { detector, readPixels }, never);
      const subject = await understandRead(photo, reading, design);
      return { subject, design, faces: faces.value.length };
    },
    sceneOf: (subject, design) => derivedScenes(derivation)(subject, design, field.value),
    draw: async (scene, { left, top, width, height, scale }) => {
      const resizeWidth = Math.round(width * scale);
      const resizeHeight = Math.round(height * scale);
      const photo = await createImageBitmap(scene.photo, left, top, width, height, {
        resizeWidth,
        resizeHeight,
        resizeQuality: 'high',
        premultiplyAlpha: 'none',
      });
      const pixels = await renderer.value.readPixels(scene, { photo, leftPx: left * scale, topPx: top * scale, scale });
      photo.close();
      if (pixels === null) throw new Error('The graphics card is gone.');
      return new ImageData(new Uint8ClampedArray(pixels), resizeWidth, resizeHeight);
    },
    show: (scene, { left, top, width, height, scale }) => {
      const size = { widthPx: Math.round(width * scale), heightPx: Math.round(height * scale) };
      const camera = { scale, offsetXPx: -left * scale, offsetYPx: -top * scale };
      renderer.value.show(scene, { size, camera, wipe: 0, moving: false });
      const pen = new OffscreenCanvas(size.widthPx, size.heightPx).getContext('2d', { willReadFrequently: true });
      if (pen === null) throw new Error('no 2d canvas');
      pen.drawImage(renderer.value.canvas, 0, 0);
      return pen.getImageData(0, 0, size.widthPx, size.heightPx);
    },
  };
}
