import { fail, ok, type Result } from '~/model/result';

/** `refused`: the user or the system said no. `missing`: there is no camera. `failed`: it is in use, or broken. */
export type CameraProblem = 'refused' | 'missing' | 'failed';

/** A camera that is on. */
export interface RunningCamera {
  /** Shows what the camera sees; put it on the page. Not mirrored: a photo shows the head as others see it. */
  readonly video: HTMLVideoElement;
  /** The frame of this moment, as a photo. */
  takePhoto(): Promise<Result<Blob, CameraProblem>>;
  /** Switches it off; the light goes out. */
  stop(): void;
}

const WANTED: MediaStreamConstraints = {
  audio: false,
  video: { facingMode: 'user', width: { ideal: 1920 }, height: { ideal: 1440 } },
};
const JPEG_QUALITY = 0.95;

export async function startCamera(): Promise<Result<RunningCamera, CameraProblem>> {
  // Absent on pages that are not served securely, whatever the types say.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (devices === undefined) return fail('missing');
  try {
    const stream = await devices.getUserMedia(WANTED);
    const video = document.createElement('video');
    video.muted = true;
    video.playsInline = true;
    video.srcObject = stream;
    const stop = (): void => {
      video.srcObject = null;
      for (const track of stream.getTracks()) track.stop();
    };
    try {
      await video.play();
    } catch {
      stop();
      return fail('failed');
    }
    return ok({ video, stop, takePhoto: () => grab(video) });
  } catch (error) {
    return fail(problemOf(error));
  }
}

async function grab(video: HTMLVideoElement): Promise<Result<Blob, CameraProblem>> {
  if (video.videoWidth === 0) return fail('failed');
  const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight);
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) return fail('failed');
  context.drawImage(video, 0, 0);
  return ok(await canvas.convertToBlob({ type: 'image/jpeg', quality: JPEG_QUALITY }));
}

function problemOf(error: unknown): CameraProblem {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'missing' : 'failed';
}
