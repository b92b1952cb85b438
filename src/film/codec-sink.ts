import { BufferTarget, CanvasSource, Mp4OutputFormat, Output, Quality, WebMOutputFormat } from 'mediabunny';
import { undatedMp4 } from '~/bytes/undated-mp4';
import { within } from '~/load/load-part';
import { FRAMES_PER_SECOND } from './film-plan';
import type { OpenSink } from './sink';

/** What plays on most devices first. */
const CODECS = [
  { codec: 'avc', extension: '.mp4', type: 'video/mp4' },
  { codec: 'vp9', extension: '.webm', type: 'video/webm' },
  { codec: 'vp8', extension: '.webm', type: 'video/webm' },
] as const;
type Coding = (typeof CODECS)[number];

/** Of 0..1: dots a px wide have to be there still when the film is shown. */
const QUALITY = 0.9;
/** Players can go to any second. */
const KEY_FRAME_SECONDS = 1;
/** Two frames take an encoder no longer than this, ms; one that hangs is none. */
const TRIAL_MS = 6000;

interface Begun {
  readonly output: Output;
  readonly target: BufferTarget;
  readonly source: CanvasSource;
}

async function begin(canvas: HTMLCanvasElement, { codec, extension }: Coding): Promise<Begun> {
  const target = new BufferTarget();
  const format = extension === '.mp4' ? new Mp4OutputFormat({ fastStart: 'in-memory' }) : new WebMOutputFormat();
  const output = new Output({ format, target });
  const source = new CanvasSource(canvas, {
    codec,
    quality: new Quality({ quality: QUALITY }),
    keyFrameInterval: KEY_FRAME_SECONDS,
  });
  output.addVideoTrack(source, { frameRate: FRAMES_PER_SECOND });
  await output.start();
  return { output, target, source };
}

/** Bytes of a film of two frames; 0 where none comes. Some browsers say that they can, and cannot. */
async function tried(canvas: HTMLCanvasElement, coding: Coding): Promise<number> {
  const { output, target, source } = await begin(canvas, coding);
  try {
    for (const frame of [0, 1]) await source.add(frame / FRAMES_PER_SECOND, 1 / FRAMES_PER_SECOND);
    await output.finalize();
    return target.buffer?.byteLength ?? 0;
  } catch (error) {
    await output.cancel();
    throw error;
  }
}

/** The encoders that the browser hands to pages, with its own files around what they give. */
const codecSink =
  (coding: Coding): OpenSink =>
  async (canvas) => {
    if (!('VideoEncoder' in globalThis)) return null;
    const bytes = await within(TRIAL_MS, tried(canvas, coding)).catch(() => 0);
    if (bytes === 0) return null;
    const { output, target, source } = await begin(canvas, coding);
    let frame = 0;
    return {
      extension: coding.extension,
      async add(frames) {
        for (const end = frame + frames; frame < end; frame++)
          await source.add(frame / FRAMES_PER_SECOND, 1 / FRAMES_PER_SECOND);
      },
      async finish() {
        await output.finalize();
        const bytes = new Uint8Array(target.buffer ?? new ArrayBuffer(0));
        return new Blob([coding.extension === '.mp4' ? undatedMp4(bytes) : bytes], { type: coding.type });
      },
      cancel: () => output.cancel(),
    };
  };

/** The encoders in the order in which they are tried. */
export const CODEC_SINKS: readonly OpenSink[] = CODECS.map(codecSink);
