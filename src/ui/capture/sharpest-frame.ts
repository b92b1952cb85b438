import { greyOf, sharpness } from '~/model/photo/sharpness';

/** Frames to choose from, and the time between them, ms: a breath held. */
const FRAMES = 10;
const BETWEEN_MS = 60;
/** They are judged so wide, px: noise is not taken for detail, and it costs nothing. */
const JUDGED_PX = 320;

function sharpnessOf(frame: ImageBitmap): number {
  const scale = Math.min(1, JUDGED_PX / frame.width);
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(scale * frame.width));
  canvas.height = Math.max(1, Math.round(scale * frame.height));
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (pen === null) return 0;
  pen.drawImage(frame, 0, 0, canvas.width, canvas.height);
  return sharpness(greyOf(pen.getImageData(0, 0, canvas.width, canvas.height)));
}

/** A frame of the picture as it is now; null where it shows none: a camera may be unplugged at any time. */
const frameOf = async (video: HTMLVideoElement): Promise<ImageBitmap | null> =>
  video.videoWidth === 0 ? null : createImageBitmap(video).catch(() => null);

/** The sharpest of ten frames as a lossless file; null where the camera shows nothing, or `signal` calls it off. */
export async function sharpestFrame(video: HTMLVideoElement, signal: AbortSignal): Promise<File | null> {
  let best: { readonly frame: ImageBitmap; readonly sharp: number } | null = null;
  for (let taken = 0; taken < FRAMES && !signal.aborted; taken++) {
    if (taken > 0) await new Promise((wait) => setTimeout(wait, BETWEEN_MS));
    const frame = await frameOf(video);
    if (frame === null) break;
    const sharp = sharpnessOf(frame);
    if (best !== null && sharp <= best.sharp) frame.close();
    else {
      best?.frame.close();
      best = { frame, sharp };
    }
  }
  if (best === null) return null;
  const canvas = document.createElement('canvas');
  canvas.width = best.frame.width;
  canvas.height = best.frame.height;
  canvas.getContext('2d')?.drawImage(best.frame, 0, 0);
  best.frame.close();
  if (signal.aborted) return null;
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  return blob === null ? null : new File([blob], 'camera.png', { type: blob.type });
}
