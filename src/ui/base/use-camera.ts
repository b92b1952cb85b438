import { useCallback, useEffect, useState } from 'react';
import type { CameraProblem } from '~/io/webcam';
import { fail } from '~/model/base/result';
import type { Result } from '~/model/base/result';
import { useApp } from './app-context';

export type Facing = 'user' | 'environment';

/** A camera as a part of the screen has it. */
export interface Camera {
  readonly state: 'starting' | 'live' | 'failed';
  /** Why it failed. */
  readonly problem: CameraProblem | null;
  /** For the picture that shows it, whenever that comes into the page: it may be away while there is none. */
  readonly show: (video: HTMLVideoElement | null) => void;
}

/** Starts the camera that faces there, and stops it once another one is wanted, or nobody looks. */
export function useCamera(facing: Facing): Camera {
  const { openCamera } = useApp();
  const [opened, setOpened] = useState<{ facing: Facing; result: Result<MediaStream, CameraProblem> } | null>(null);
  useEffect(() => {
    let stream: MediaStream | null = null;
    let wanted = true;
    const stop = (): void => stream?.getTracks().forEach((track) => track.stop());
    void openCamera(facing).then((result) => {
      if (result.ok) stream = result.value;
      if (!wanted) {
        stop();
        return;
      }
      setOpened({ facing, result });
      // Not of what is stopped here.
      for (const track of stream?.getTracks() ?? [])
        track.addEventListener('ended', () => {
          if (wanted) setOpened({ facing, result: fail('gone') });
        });
    });
    return () => {
      wanted = false;
      stop();
    };
  }, [facing, openCamera]);
  // What another camera said is nothing of this one.
  const result = opened?.facing === facing ? opened.result : null;
  const stream = result?.ok === true ? result.value : null;
  const show = useCallback(
    (video: HTMLVideoElement | null): void => {
      // Given the same stream once more, a picture would start anew.
      if (video !== null && video.srcObject !== stream) video.srcObject = stream;
    },
    [stream],
  );
  if (result === null) return { state: 'starting', problem: null, show };
  return result.ok ? { state: 'live', problem: null, show } : { state: 'failed', problem: result.problem, show };
}
