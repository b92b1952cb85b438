import { FRAMES_PER_SECOND } from './film-plan';
import type { OpenSink } from './sink';

/** What a recorder is asked for, the best first; the last one leaves it to the browser. */
const TYPES = ['video/mp4;codecs=avc1.640028', 'video/webm;codecs=vp9', 'video/webm;codecs=vp8', 'video/webm'] as const;

/** It records as time passes and has no measure of quality but this: bits for each px of a frame. */
const BITS_PER_PX = 0.5;

const passed = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
const told = (recorder: MediaRecorder, event: string): Promise<void> =>
  new Promise((done) => recorder.addEventListener(event, () => done(), { once: true }));

/**
 * For browsers that give pages no encoder: they record what a canvas shows while time really passes. It is stopped while the
 * next picture is drawn.
 */
export const recorderSink: OpenSink = async (canvas) => {
  if (!('MediaRecorder' in globalThis) || !('captureStream' in canvas)) return null;
  const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type));
  if (mimeType === undefined) return null;
  const stream = canvas.captureStream(FRAMES_PER_SECOND);
  const recorder = new MediaRecorder(stream, {
    mimeType,
    videoBitsPerSecond: Math.round(BITS_PER_PX * canvas.width * canvas.height * FRAMES_PER_SECOND),
  });
  const pieces: Blob[] = [];
  recorder.addEventListener('dataavailable', ({ data }) => pieces.push(data));
  let broken = false;
  recorder.addEventListener('error', () => (broken = true));
  const end = async (): Promise<void> => {
    const stopped = told(recorder, 'stop');
    if (recorder.state !== 'inactive') {
      recorder.stop();
      await stopped;
    }
    for (const track of stream.getTracks()) track.stop();
  };
  const type = mimeType.startsWith('video/mp4') ? 'video/mp4' : 'video/webm';
  return Promise.resolve({
    extension: type === 'video/mp4' ? '.mp4' : '.webm',
    async add(frames) {
      if (recorder.state === 'inactive') recorder.start();
      else recorder.resume();
      await passed((1000 * frames) / FRAMES_PER_SECOND);
      if (broken || recorder.state !== 'recording') throw new Error('The recorder gave up.');
      recorder.pause();
    },
    async finish() {
      await end();
      if (broken || pieces.every(({ size }) => size === 0)) throw new Error('The recorder gave nothing.');
      return new Blob(pieces, { type });
    },
    cancel: end,
  });
};
