import { expect, test, vi } from 'vitest';
import { CODEC_SINKS } from '~/film/codec-sink';
import { encodeFilm, filmSize } from '~/film/encode-film';
import type { EncodedFilm, FilmOptions, FilmProblem } from '~/film/encode-film';
import { filmOf, FRAMES_PER_SECOND } from '~/film/film-plan';
import type { FilmPicture } from '~/film/film-plan';
import { recorderSink } from '~/film/recorder-sink';
import type { FilmSink, OpenSink } from '~/film/sink';
import { paintNothing } from '~/io/encode-picture';
import type { PartToPaint } from '~/io/encode-picture';
import type { Photo } from '~/io/photo';
import type { Result } from '~/model/base/result';
import type { Moment } from '~/model/design/time-scale';
import { PLAIN_HEAD } from '../support/pictures';
import { psnr } from '../support/psnr';

const PLAN = { sessionsPlanned: 1, sessionGapsDays: [] };
const VISITS = { sessionsPlanned: 3, sessionGapsDays: [12, 12] };
const WORDS = { momentOf: ({ timeYears }: Moment) => `Simulated: ${timeYears.toFixed(1)} years`, foot: 'No promise.' };
/** The words stand in the lowest part of a frame. */
const WITHOUT_WORDS = 0.85;

/** A rendered head, small enough to be encoded in a moment. */
async function head(widthPx = 360, heightPx = 480): Promise<Photo> {
  const bytes = await (await fetch(PLAIN_HEAD)).blob();
  const working = await createImageBitmap(bytes, {
    resizeWidth: widthPx,
    resizeHeight: heightPx,
    resizeQuality: 'high',
  });
  const canvas = new OffscreenCanvas(widthPx, heightPx);
  canvas.getContext('2d')?.drawImage(working, 0, 0);
  const file = await canvas.convertToBlob({ type: 'image/png' });
  return { working, size: { widthPx, heightPx }, full: { widthPx, heightPx }, file, name: 'head.png', focalPx: null };
}

/** Dots of one px, the paler the older: as fine as pigment ever is. */
const paintAt =
  ({ sessionsDone, timeYears }: Moment) =>
  (part: PartToPaint): Uint8ClampedArray => {
    const pixels = paintNothing(part);
    if (sessionsDone === 0) return pixels;
    const { width, height } = part.photo;
    for (let y = Math.round(0.1 * height); y < 0.4 * height; y += 3)
      for (let x = Math.round(0.3 * width) + (y % 2); x < 0.7 * width; x += 3)
        for (let i = 0; i < 3; i++) pixels[4 * (y * width + x) + i] *= 0.5 + 0.03 * timeYears;
    return pixels;
  };

/** The more the more visits were done; all of it fades as it heals. */
const paintByVisit =
  ({ sessionsDone, timeYears }: Moment) =>
  (part: PartToPaint): Uint8ClampedArray => {
    const pixels = paintNothing(part);
    const { width, height } = part.photo;
    const left = 1 - (0.15 * sessionsDone) / (1 + timeYears);
    for (let y = Math.round(0.1 * height); y < 0.4 * height; y++)
      for (let x = Math.round(0.3 * width); x < 0.7 * width; x++)
        for (let i = 0; i < 3; i++) pixels[4 * (y * width + x) + i] *= left;
    return pixels;
  };

const encode = (
  photo: Photo,
  options: Partial<FilmOptions> = {},
  paint = paintAt as Parameters<typeof encodeFilm>[2],
): Promise<Result<EncodedFilm, FilmProblem>> =>
  encodeFilm(photo, { kind: 'years', plan: PLAN }, paint, WORDS, {
    signal: new AbortController().signal,
    progress: () => undefined,
    ...options,
  });

const made = async (film: ReturnType<typeof encode>): Promise<EncodedFilm> => {
  const result = await film;
  if (!result.ok) throw new Error(result.problem);
  return result.value;
};

const imageOf = (source: CanvasImageSource, width: number, height: number): ImageData => {
  const pen = new OffscreenCanvas(width, height).getContext('2d');
  if (pen === null) throw new Error('no 2d canvas');
  pen.drawImage(source, 0, 0);
  return pen.getImageData(0, 0, width, Math.floor(WITHOUT_WORDS * height));
};

/**
 * The film as a player shows it at a time, and how long it says it is. On a busy machine it tells that it went there a moment before there
 * is a frame to be drawn, and nothing is drawn of nothing: that is no black frame, so it is asked again.
 */
async function played({ blob, size }: EncodedFilm, seconds: number): Promise<{ frame: ImageData; duration: number }> {
  const video = document.createElement('video');
  const ready = new Promise((done, failed) => {
    video.addEventListener('seeked', done, { once: true });
    video.addEventListener('error', () => failed(new Error(video.error?.message)), { once: true });
  });
  video.muted = true;
  video.src = URL.createObjectURL(blob);
  video.currentTime = seconds;
  await ready;
  let frame = imageOf(video, size.widthPx, size.heightPx);
  for (; frame.data[3] === 0; frame = imageOf(video, size.widthPx, size.heightPx))
    await new Promise((passed) => setTimeout(passed, 20));
  URL.revokeObjectURL(video.src);
  return { frame, duration: video.duration };
}

const pictureOf = (photo: Photo, moment: Moment, paint = paintAt): ImageData => {
  const { width, height } = photo.working;
  const pixels = paint(moment)({ photo: photo.working, leftPx: 0, topPx: 0, scale: 1 });
  return new ImageData(new Uint8ClampedArray(pixels), width, height);
};

/** By the names of what they make; one that this browser does not have makes nothing. */
const ENCODERS = ['AVC', 'VP9', 'VP8'].map((name, at): readonly [string, OpenSink] => [name, CODEC_SINKS[at]]);

test.each(ENCODERS)(
  '%s: decoded, a frame is the picture of its moment within 35 dB, dots of one px too',
  async (name, sink) => {
    const photo = await head();
    const shares: number[] = [];
    const result = await encode(photo, { sinks: [sink], progress: (share) => shares.push(share) });
    if (!result.ok) {
      expect(result.problem).toBe('noEncoder');
      console.info(`${name}: this browser has no such encoder`);
      return;
    }
    const film = result.value;
    expect(film.blob.type).toBe(film.extension === '.mp4' ? 'video/mp4' : 'video/webm');
    expect(film.size).toEqual({ widthPx: 360, heightPx: 480 });
    const rows = Math.floor(WITHOUT_WORDS * 480);
    for (const [seconds, moment] of [
      [0.5, { sessionsDone: 0, timeYears: 0 }],
      [2, { sessionsDone: 1, timeYears: 1 / 12 }],
      [film.seconds - 0.9, { sessionsDone: 1, timeYears: 15 }],
    ] as const) {
      const { frame, duration } = await played(film, seconds);
      expect(duration).toBeCloseTo(film.seconds, 1);
      const { data } = pictureOf(photo, moment);
      const db = psnr(frame.data, data.subarray(0, 4 * 360 * rows));
      console.info(`${name} at ${seconds} s: ${db.toFixed(1)} dB, ${film.blob.size} bytes`);
      expect(db).toBeGreaterThan(35);
    }
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  },
  60_000,
);

/** The middle of the time at which each moment of a film stands still, s. */
const stills = (film: readonly FilmPicture[]): readonly (readonly [seconds: number, moment: Moment])[] => {
  let done = 0;
  return film.flatMap(({ moment, frames, into }, at): [number, Moment][] => {
    const seconds = (done + frames / 2) / FRAMES_PER_SECOND;
    done += frames;
    return into === null && (at === 0 || frames > 0.4 * FRAMES_PER_SECOND) ? [[seconds, moment]] : [];
  });
};

test('the film of the visits: bare, after each of them and healed, every frame is the picture of its moment within 35 dB', async () => {
  const photo = await head();
  const result = await encodeFilm(photo, { kind: 'visits', plan: VISITS }, paintByVisit, WORDS, {
    signal: new AbortController().signal,
    progress: () => undefined,
  });
  if (!result.ok) throw new Error(result.problem);
  const standing = stills(filmOf('visits', VISITS));
  expect(standing.map(([, { sessionsDone, timeYears }]) => [sessionsDone, timeYears > 0])).toEqual([
    [0, false],
    [1, false],
    [2, false],
    [3, false],
    [3, true],
  ]);
  const rows = Math.floor(WITHOUT_WORDS * 480);
  for (const [seconds, moment] of standing) {
    const { frame } = await played(result.value, seconds);
    const { data } = pictureOf(photo, moment, paintByVisit);
    expect(psnr(frame.data, data.subarray(0, 4 * 360 * rows)), `${seconds} s`).toBeGreaterThan(35);
  }
  expect(result.value.seconds).toBeGreaterThan(6);
  expect(result.value.seconds).toBeLessThan(12);
}, 60_000);

test('with little memory: where the original opens no more it is made of the photo that is worked on, and no more than its own few canvases are ever held', async () => {
  const whole = await head(900, 1200);
  const photo: Photo = {
    ...whole,
    full: { widthPx: 6000, heightPx: 8000 },
    file: new Blob(['too large to be opened']),
  };
  const made2d = vi.spyOn(document, 'createElement');
  const opened = vi.spyOn(globalThis, 'createImageBitmap');
  const cut = vi.spyOn(OffscreenCanvas.prototype, 'transferToImageBitmap');
  const film = await made(encode(photo));
  const canvases = made2d.mock.calls.filter(([name]) => name === 'canvas').length;
  const bitmaps = await Promise.allSettled(opened.mock.results.map(({ value }) => value as Promise<ImageBitmap>));
  const parts = cut.mock.results.map(({ value }) => value as ImageBitmap);
  vi.restoreAllMocks();
  expect(film.size).toEqual({ widthPx: 720, heightPx: 960 });
  const rows = Math.floor(WITHOUT_WORDS * 960);
  const { frame } = await played(film, 0.5);
  const bare = await createImageBitmap(photo.working, { resizeWidth: 720, resizeHeight: 960, resizeQuality: 'high' });
  expect(psnr(frame.data, imageOf(bare, 720, 960).data.subarray(0, 4 * 720 * rows))).toBeGreaterThan(35);
  // The frame, and two pictures of which one becomes the other.
  expect(canvases).toBe(3);
  // A closed one has no size: of what was opened and cut none stays, but what is worked on does.
  expect(bitmaps.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  for (const bitmap of bitmaps) if (bitmap.status === 'fulfilled') expect(bitmap.value.width).toBe(0);
  expect(parts.map(({ width }) => width)).toEqual([0]);
  expect(photo.working.width).toBe(900);
}, 60_000);

test('frames are drawn in memory: a lost graphics card leaves none of them blank', async () => {
  let kept: boolean | undefined;
  const looking: OpenSink = (canvas) => {
    kept = canvas.getContext('2d')?.getContextAttributes().willReadFrequently;
    return Promise.resolve(null);
  };
  await encode(await head(120, 160), { sinks: [looking] });
  expect(kept).toBe(true);
});

test('among them is one that this browser has', async () => {
  expect((await encode(await head(120, 160))).ok).toBe(true);
});

test('whoever made it, and when, is not in it', async () => {
  const film = await made(encode(await head(120, 160)));
  const text = new TextDecoder('latin1').decode(await film.blob.arrayBuffer());
  expect(text).not.toMatch(/head\.png|20\d\d-\d\d|Chrom|Linux|Windows/);
  expect(film.span).toEqual([
    { sessionsDone: 0, timeYears: 0 },
    { sessionsDone: 1, timeYears: 15 },
  ]);
});

test('one that nobody wants any more ends soon, a lost card gives none, and neither leaves an encoder behind', async () => {
  const photo = await head(120, 160);
  let cancelled = 0;
  const counted: OpenSink = (canvas) =>
    CODEC_SINKS.reduce<Promise<FilmSink | null>>(
      async (found, open) => (await found) ?? (await open(canvas)),
      Promise.resolve(null),
    ).then((sink) =>
      sink === null
        ? null
        : {
            ...sink,
            cancel: () => {
              cancelled++;
              return sink.cancel();
            },
          },
    );
  const controller = new AbortController();
  const progress = (share: number): void => {
    if (share > 0.2) controller.abort();
  };
  const sinks = [counted];
  expect(await encode(photo, { signal: controller.signal, progress, sinks })).toEqual({
    ok: false,
    problem: 'aborted',
  });
  expect(await encode(photo, { sinks }, () => () => null)).toEqual({ ok: false, problem: 'cardLost' });
  expect(cancelled).toBe(2);
});

test('an encoder that gives up half-way is followed by the next; without any there is none', async () => {
  const photo = await head(120, 160);
  let frames = 0;
  const broken: OpenSink = () =>
    Promise.resolve({
      extension: '.mp4',
      add: () => (++frames > 5 ? Promise.reject(new Error('gone')) : Promise.resolve()),
      finish: () => Promise.reject(new Error('gone')),
      cancel: () => Promise.resolve(),
    });
  const none: OpenSink = () => Promise.resolve(null);
  const throwing: OpenSink = () => Promise.reject(new Error('no'));
  const film = await made(encode(photo, { sinks: [throwing, none, broken, ...CODEC_SINKS] }));
  expect(frames).toBeGreaterThan(5);
  expect(film.blob.size).toBeGreaterThan(1000);
  expect(await encode(photo, { sinks: [none, throwing] })).toEqual({ ok: false, problem: 'noEncoder' });
  expect(await encode(photo, { sinks: [broken] })).toEqual({ ok: false, problem: 'failed' });
});

test('a browser that gives pages no encoder records the canvas instead', async () => {
  const photo = await head(240, 320);
  const film = await made(encode(photo, { sinks: [recorderSink] }));
  const bare = await played(film, 0.5);
  const rows = Math.floor(WITHOUT_WORDS * 320);
  const { data } = pictureOf(photo, { sessionsDone: 0, timeYears: 0 });
  const db = psnr(bare.frame.data, data.subarray(0, 4 * 240 * rows));
  console.info(`recorded: ${film.blob.type}, ${db.toFixed(1)} dB, ${film.blob.size} bytes`);
  expect(db).toBeGreaterThan(28);
}, 60_000);

test.each([
  [3000, 4000, 720, 960],
  [4000, 3000, 960, 720],
  [6000, 3375, 1280, 720],
  [9000, 3000, 1280, 426],
  [601, 801, 600, 800],
  [4096, 4096, 720, 720],
])('%i × %i px become %i × %i', (widthPx, heightPx, wide, high) => {
  expect(filmSize({ widthPx, heightPx })).toEqual({ widthPx: wide, heightPx: high });
});
