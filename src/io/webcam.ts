import type { Result } from '~/model/base/result';
import { fail, ok } from '~/model/base/result';

/** `refused`: not allowed; `none`: no camera, or another program has it. */
export type CameraProblem = 'refused' | 'none';

/** Starts a camera, the one that faces the user where there is a choice. Whoever asked stops its tracks. */
export async function openCamera(facing: 'user' | 'environment'): Promise<Result<MediaStream, CameraProblem>> {
  // Without https (other than localhost) browsers leave mediaDevices out, whatever the types say.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (devices === undefined) return fail('none');
  try {
    const video = { facingMode: facing, width: { ideal: 1920 }, height: { ideal: 1920 } };
    return ok(await devices.getUserMedia({ video, audio: false }));
  } catch (error) {
    return fail(error instanceof DOMException && error.name === 'NotAllowedError' ? 'refused' : 'none');
  }
}
