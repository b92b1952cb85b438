import type { Page } from 'playwright';
import { filmOf, FRAMES_PER_SECOND } from '~/film/film-plan';
import type { FilmKind } from '~/film/film-plan';
import type { Moment } from '~/model/design/time-scale';

const PLAN = { sessionsPlanned: 3, sessionGapsDays: [12, 12] };

/** The middle of the time at which a moment stands still in a film of a plan of three visits, s. */
export function secondsOf(kind: FilmKind, { sessionsDone, timeYears }: Moment): number {
  let frames = 0;
  for (const { moment, into, frames: long } of filmOf(kind, PLAN)) {
    if (into === null && Math.abs(moment.timeYears - timeYears) < 1e-6 && moment.sessionsDone === sessionsDone)
      return (frames + long / 2) / FRAMES_PER_SECOND;
    frames += long;
  }
  throw new Error(`The film has no such moment: ${sessionsDone} sessions, ${timeYears} years`);
}

/** How near frames of a film, as they are played, are to saved pictures scaled alike, dB, without the part with the words. */
export const comparedFilm = (
  page: Page,
  film: Buffer,
  pictures: readonly (readonly [seconds: number, png: Buffer])[],
): Promise<{ width: number; height: number; seconds: number; db: number[] }> =>
  page.evaluate(
    async ([base64, wanted]) => {
      const blobOf = (text: string, type: string): Blob =>
        new Blob([Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))], { type });
      const video = document.createElement('video');
      video.muted = true;
      video.src = URL.createObjectURL(blobOf(base64, 'video/webm'));
      await new Promise((done) => video.addEventListener('loadeddata', done, { once: true }));
      const [width, height] = [video.videoWidth, video.videoHeight];
      const rows = Math.floor(0.85 * height);
      const dataOf = (source: CanvasImageSource): Uint8ClampedArray => {
        const pen = new OffscreenCanvas(width, height).getContext('2d');
        if (pen === null) throw new Error('no 2d canvas');
        pen.drawImage(source, 0, 0);
        return pen.getImageData(0, 0, width, rows).data;
      };
      const db: number[] = [];
      for (const [seconds, png] of wanted) {
        const sought = new Promise((done) => video.addEventListener('seeked', done, { once: true }));
        video.currentTime = seconds;
        await sought;
        let saved = await createImageBitmap(blobOf(png, 'image/png'));
        while (saved.width > width)
          saved = await createImageBitmap(saved, {
            resizeWidth: Math.max(width, Math.ceil(saved.width / 2)),
            resizeHeight: Math.max(height, Math.ceil(saved.height / 2)),
            resizeQuality: 'high',
          });
        const [frame, picture] = [dataOf(video), dataOf(saved)];
        let squares = 0;
        for (let i = 0; i < frame.length; i++) if (i % 4 < 3) squares += (frame[i] - picture[i]) ** 2;
        db.push(10 * Math.log10(255 ** 2 / (squares / (0.75 * frame.length))));
      }
      return { width, height, seconds: video.duration, db };
    },
    [film.toString('base64'), pictures.map(([seconds, png]) => [seconds, png.toString('base64')] as const)] as const,
  );
