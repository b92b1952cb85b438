import { useEffect, useState } from 'react';
import type { RefObject } from 'react';
import { distanceOf, leanDegrees } from '~/model/photo/camera-level';
import type { Distance } from '~/model/photo/camera-level';
import { useApp } from '~/ui/base/app-context';

/** Between two looks for a face, ms; frames are looked at so wide, px. */
const LOOK_EVERY_MS = 800;
const LOOKED_AT_PX = 480;

/** How far the device leans, whole degrees; null where nothing tells, or it is held flat. */
export function useLean(): number | null {
  const [lean, setLean] = useState<number | null>(null);
  useEffect(() => {
    const feel = ({ beta, gamma }: DeviceOrientationEvent): void => {
      if (beta === null || gamma === null) return;
      const degrees = leanDegrees(beta, gamma, screen.orientation.angle);
      setLean(degrees === null ? null : Math.round(degrees));
    };
    window.addEventListener('deviceorientation', feel);
    return () => window.removeEventListener('deviceorientation', feel);
  }, []);
  return lean;
}

/** Some systems tell how a device is held only to those who asked in answer to a press. Whatever comes of it, the camera goes on. */
export function askForLean(): void {
  const events = globalThis.DeviceOrientationEvent as { requestPermission?: () => Promise<unknown> } | undefined;
  events?.requestPermission?.().catch(() => undefined);
}

/** Whether the face in sight is near enough; null where there is none. Looked for in the worker, one frame after the other. */
export function useDistance(video: RefObject<HTMLVideoElement | null>, isLive: boolean): Distance | null {
  const { faceIn } = useApp();
  const [distance, setDistance] = useState<Distance | null>(null);
  useEffect(() => {
    if (!isLive) return;
    const leave = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (): Promise<void> => {
      const element = video.current;
      if (element !== null && element.videoWidth > 0) {
        const frame = await createImageBitmap(element, { resizeWidth: LOOKED_AT_PX, resizeQuality: 'medium' });
        const share = await faceIn(frame, leave.signal);
        frame.close();
        if (leave.signal.aborted) return;
        setDistance(share === null ? null : distanceOf(share));
      }
      timer = setTimeout(() => void look().catch(() => undefined), LOOK_EVERY_MS);
    };
    void look().catch(() => undefined);
    return () => {
      leave.abort();
      clearTimeout(timer);
      setDistance(null);
    };
  }, [faceIn, video, isLive]);
  return distance;
}
