import { SwitchCamera } from 'lucide-react';
import { useRef, useState } from 'react';
import { useApp } from '~/ui/base/app-context';
import { useCamera } from '~/ui/base/use-camera';
import type { Facing } from '~/ui/base/use-camera';
import { CameraProblem } from '~/ui/controls/camera-problem';
import { Dialog } from '~/ui/controls/dialog';
import { CAMERA } from '~/ui/words/start-words';

/** A live picture and a button to take it. Nothing is recorded but the one frame. */
export default function CameraDialog({ onClose }: { readonly onClose: () => void }) {
  const { commands } = useApp();
  const video = useRef<HTMLVideoElement>(null);
  const [facing, setFacing] = useState<Facing>('user');
  const { state, problem, show } = useCamera(facing);

  const take = async (): Promise<void> => {
    const frame = video.current;
    if (frame === null || frame.videoWidth === 0) return;
    const file = await photoOf(frame);
    if (file === null) return;
    onClose();
    commands.openPhoto(file);
  };

  return (
    <Dialog title={CAMERA.title} onClose={onClose} className="camera-dialog">
      {problem !== null ? (
        <CameraProblem problem={problem} />
      ) : (
        // The view is mirrored, as in a mirror; the photo taken is not.
        <video
          ref={(element) => {
            video.current = element;
            show(element);
          }}
          className={facing === 'user' ? 'mirrored' : undefined}
          autoPlay
          playsInline
          muted
        />
      )}
      <p className="note">{CAMERA.how}</p>
      <div className="dialog-buttons">
        <button
          type="button"
          className="button quiet"
          onClick={() => setFacing((now) => (now === 'user' ? 'environment' : 'user'))}
        >
          <SwitchCamera aria-hidden="true" />
          {CAMERA.other}
        </button>
        <button type="button" className="button primary" disabled={state !== 'live'} onClick={() => void take()}>
          {CAMERA.take}
        </button>
      </div>
    </Dialog>
  );
}

/** The frame in sight as a lossless file. */
async function photoOf(video: HTMLVideoElement): Promise<File | null> {
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  return blob === null ? null : new File([blob], 'camera.png', { type: blob.type });
}
