import { expose } from 'comlink';
import type { OutlineMask } from '~/model/raster/photo-map';
import type { FaceReading } from '~/model/view/head-reading';
import type { QuarterTurns } from '~/model/view/quarter-turn';
import type { Box } from '~/model/base/units';
import { findFaces } from './find-faces';
import { lookForFaces } from './look-for-faces';
import type { PhotoCopy } from './photo-copy';
import { readOutline } from './read-outline';
import { faceTask, outlineTask } from './tasks';

/** The address of the folder with models/ and wasm/ comes as the worker's name: so it is known from the start. */
const source = { assets: self.name, heard: sayAlive };
const faces = faceTask(source);
const outlines = outlineTask(source);

let photo: PhotoCopy | null = null;
const cancelled = new Set<number>();

const worker = {
  /** Loads both models and runs each on an empty picture: the first run of a model takes ten times as long as the next. */
  async warmUp(): Promise<void> {
    const nothing = new OffscreenCanvas(64, 64);
    nothing.getContext('2d');
    await faces.ask((landmarker) => landmarker.detect(nothing));
    await outlines.ask((segmenter) => segmenter.segment(nothing).close());
  },

  /** What the requests after it are about. */
  setPhoto(next: PhotoCopy): void {
    photo = next;
  },

  /** `request` is the number under which it can be cancelled; it throws then. */
  async findFaces(request: number): Promise<readonly FaceReading[]> {
    const shown = currentPhoto();
    return findFaces(shown.size, async (part, lookPx, isMirrored, turn) => {
      await waitingMessages();
      if (cancelled.delete(request)) throw new Error('Cancelled');
      sayAlive();
      return lookForFaces(faces, shown, part, lookPx, isMirrored, turn);
    });
  },

  async readOutline(around: Box, turn: QuarterTurns): Promise<OutlineMask> {
    return readOutline(outlines, currentPhoto(), around, turn);
  },

  cancel(request: number): void {
    cancelled.add(request);
  },
};

export type DetectWorker = typeof worker;

function currentPhoto(): PhotoCopy {
  if (photo === null) throw new Error('The worker was asked about a photo that it never got');
  return photo;
}

/** A message of no meaning to whoever waits for an answer, but that there is something going on here. */
function sayAlive(): void {
  self.postMessage('alive');
}

/** Lets what waits, such as a cancellation, come in between two runs of a model. */
function waitingMessages(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(null);
  });
}

expose(worker);
