import type { DrawProblem, PaintPart } from '~/io/encode-picture';
import type { Photo } from '~/io/photo';
import { cutOpaque, shrinkBitmap } from '~/io/shrink-bitmap';
import { fail, ok } from '~/model/base/result';
import type { Result } from '~/model/base/result';
import type { SizePx } from '~/model/base/units';
import type { Design } from '~/model/design/design';
import type { Moment } from '~/model/design/time-scale';
import { FRAMES_PER_SECOND, filmOf, framesOf, spanOf } from './film-plan';
import type { FilmKind, FilmPicture } from './film-plan';
import { CODEC_SINKS } from './codec-sink';
import { recorderSink } from './recorder-sink';
import type { FilmSink, OpenSink } from './sink';
import { writeFrame } from './write-frame';

/** What a film is made of: which one, by which plan of visits. */
export interface FilmWanted {
  readonly kind: FilmKind;
  readonly plan: Pick<Design, 'sessionsPlanned' | 'sessionGapsDays'>;
}

/** What is written on each frame. */
export interface FilmWords {
  readonly momentOf: (moment: Moment) => string;
  readonly foot: string;
}

export interface EncodedFilm {
  readonly blob: Blob;
  readonly extension: FilmSink['extension'];
  readonly size: SizePx<'still'>;
  readonly seconds: number;
  /** The first and the last moment of it. */
  readonly span: readonly [from: Moment, to: Moment];
}

/** `noEncoder`: this browser makes no film at all. */
export type FilmProblem = DrawProblem | 'noEncoder' | 'failed';

export interface FilmOptions {
  readonly signal: AbortSignal;
  /** Told how far it has come, 0..1. */
  readonly progress: (share: number) => void;
  /** Ways to encode, the best first; a test hands in others. */
  readonly sinks?: readonly OpenSink[];
}

/** All ways to a film, the best first. */
const SINKS: readonly OpenSink[] = [...CODEC_SINKS, recorderSink];

/** 720p, upright or lying as the photo is. */
const LONGEST_PX = 1280;
const SHORTEST_PX = 720;

/** The size of a film of a photo: within 1280 × 720 px, no larger than the photo, and even, as encoders want it. */
export function filmSize({ widthPx, heightPx }: SizePx<'full'>): SizePx<'still'> {
  const scale = Math.min(1, LONGEST_PX / Math.max(widthPx, heightPx), SHORTEST_PX / Math.min(widthPx, heightPx));
  const even = (px: number): number => Math.max(2, 2 * Math.floor((px * scale) / 2 + 1e-6));
  return { widthPx: even(widthPx), heightPx: even(heightPx) };
}

/** The photo at the film's breadth; its original, or what is worked on where that does not open any more. */
async function photoOfFilm(
  { file, working, full }: Photo,
  { widthPx, heightPx }: SizePx<'still'>,
): Promise<ImageBitmap> {
  const decoded = await createImageBitmap(file).catch(() => working);
  // Of its own shape: the last row may have to go, for an even height.
  const whole = { widthPx, heightPx: Math.max(heightPx, Math.round((widthPx * full.heightPx) / full.widthPx)) };
  const small = await shrinkBitmap(decoded, whole);
  const part = cutOpaque(small, 0, 0, { widthPx, heightPx });
  if (small !== decoded) small.close();
  if (decoded !== working) decoded.close();
  return part;
}

/** Pictures of moments as they were painted last: two, for what becomes the other. */
interface Pictures {
  /** null: the card that paints is lost. */
  at(moment: Moment): Promise<HTMLCanvasElement | null>;
}

function picturesOf(photo: ImageBitmap, scale: number, paintAt: (moment: Moment) => PaintPart): Pictures {
  let kept: readonly { readonly moment: Moment; readonly canvas: HTMLCanvasElement }[] = [];
  return {
    async at(moment) {
      const known = kept.find(
        ({ moment: { sessionsDone, timeYears } }) =>
          sessionsDone === moment.sessionsDone && timeYears === moment.timeYears,
      );
      if (known !== undefined) {
        kept = [known, ...kept.filter((other) => other !== known)];
        return known.canvas;
      }
      const painted = await paintAt(moment)({ photo, leftPx: 0, topPx: 0, scale });
      if (painted === null) return null;
      const [canvas, context] = kept.length < 2 ? canvasOf(photo.width, photo.height) : again(kept[1].canvas);
      // A copy: the painter may use its buffer again.
      context.putImageData(new ImageData(new Uint8ClampedArray(painted), photo.width, photo.height), 0, 0);
      kept = [{ moment, canvas }, ...kept.slice(0, 1)];
      return canvas;
    },
  };
}

type Drawn = readonly [canvas: HTMLCanvasElement, context: CanvasRenderingContext2D];

/** In memory, not on the graphics card: a frame that is taken from there is blank once the card is lost, and nobody tells. */
function again(canvas: HTMLCanvasElement): Drawn {
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (context === null) throw new Error('This browser has no 2D canvas.');
  return [canvas, context];
}

function canvasOf(width: number, height: number): Drawn {
  const canvas = document.createElement('canvas');
  return again(Object.assign(canvas, { width, height }));
}

/**
 * Makes a film of the whole photo through the moments of a design, with the moment written on every frame. Frames are painted as
 * saved pictures are, one after the other: no more than two are in memory. No metadata, and no time of day.
 */
export async function encodeFilm(
  photo: Photo,
  { kind, plan }: FilmWanted,
  paintAt: (moment: Moment) => PaintPart,
  words: FilmWords,
  { signal, progress, sinks = SINKS }: FilmOptions,
): Promise<Result<EncodedFilm, FilmProblem>> {
  const film = filmOf(kind, plan);
  const size = filmSize(photo.full);
  const small = await photoOfFilm(photo, size).catch(() => null);
  if (small === null) return fail('failed');
  const pictures = picturesOf(small, size.widthPx / photo.size.widthPx, paintAt);
  const [canvas, context] = canvasOf(size.widthPx, size.heightPx);
  let opened = 0;
  try {
    for (const open of sinks) {
      if (signal.aborted) return fail('aborted');
      const sink = await open(canvas).catch(() => null);
      if (sink === null) continue;
      opened++;
      try {
        const problem = await drawFilm(context, film, pictures, words, sink, { signal, progress });
        if (problem !== null) {
          await sink.cancel();
          return fail(problem);
        }
        const blob = await sink.finish();
        const seconds = framesOf(film) / FRAMES_PER_SECOND;
        return ok({ blob, extension: sink.extension, size, seconds, span: spanOf(film) });
      } catch {
        // An encoder that gives up half-way: another one may not.
        await sink.cancel().catch(() => undefined);
      }
    }
  } finally {
    small.close();
  }
  return fail(opened === 0 ? 'noEncoder' : 'failed');
}

async function drawFilm(
  context: CanvasRenderingContext2D,
  film: readonly FilmPicture[],
  pictures: Pictures,
  words: FilmWords,
  sink: FilmSink,
  { signal, progress }: Pick<FilmOptions, 'signal' | 'progress'>,
): Promise<DrawProblem | null> {
  const all = framesOf(film);
  let done = 0;
  for (const { moment, frames, into } of film) {
    if (signal.aborted) return 'aborted';
    const shown = await pictures.at(moment);
    const next = into === null ? null : await pictures.at(into.moment);
    if (shown === null || (into !== null && next === null)) return 'cardLost';
    context.globalAlpha = 1;
    context.drawImage(shown, 0, 0);
    if (next !== null && into !== null) {
      context.globalAlpha = into.share;
      context.drawImage(next, 0, 0);
      context.globalAlpha = 1;
    }
    const named = into !== null && into.share >= 0.5 ? into.moment : moment;
    writeFrame(context, words.momentOf(named), words.foot, (done + frames) / all);
    await sink.add(frames);
    done += frames;
    progress(done / all);
    // The page answers between two pictures.
    await new Promise((answered) => setTimeout(answered));
  }
  return null;
}
