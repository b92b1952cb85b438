import type { Result } from '~/model/base/result';
import { fail, ok } from '~/model/base/result';

/**
 * `refused`: not allowed, by the person or the system; `none`: there is none, or the page may not ask; `busy`: there is one that does
 * not start, as when another program has it; `gone`: it started, and was unplugged or taken away since.
 */
export type CameraProblem = 'refused' | 'none' | 'busy' | 'gone';

/** By the names that browsers give: https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia */
const PROBLEMS: Readonly<Partial<Record<string, CameraProblem>>> = {
  NotAllowedError: 'refused',
  SecurityError: 'refused',
  NotReadableError: 'busy',
  AbortError: 'busy',
};

/** Starts a camera, the one that faces the user where there is a choice. Whoever asked stops its tracks. */
export async function openCamera(facing: 'user' | 'environment'): Promise<Result<MediaStream, CameraProblem>> {
  // Without https (other than localhost) browsers leave mediaDevices out, whatever the types say.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (devices === undefined) return fail('none');
  try {
    const video = { facingMode: facing, width: { ideal: 1920 }, height: { ideal: 1920 } };
    return ok(await devices.getUserMedia({ video, audio: false }));
  } catch (error) {
    return fail((error instanceof DOMException ? PROBLEMS[error.name] : undefined) ?? 'none');
  }
}
