import { messageOf } from '~/ui/words/notice-words';

/** Stands where a live picture would be, and is read out at once: the camera cannot be used, and what to do. */
export function CameraRefused() {
  const { said, next } = messageOf({ kind: 'cameraRefused' });
  return (
    <p className="camera-refused" role="alert">
      <span>{said}</span> <span>{next}</span>
    </p>
  );
}
