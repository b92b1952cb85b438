import { SwitchCamera } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useApp } from '~/ui/base/app-context';
import { Dialog } from '~/ui/controls/dialog';
import { messageOf } from '~/ui/words/notice-words';
import { CAMERA } from '~/ui/words/start-words';

type Facing = 'user' | 'environment';

/** A live picture and a button to take it. Nothing is recorded but the one frame. */
export default function CameraDialog({ onClose }: { readonly onClose: () => void }) {
  const { commands, openCamera } = useApp();
  const video = useRef<HTMLVideoElement>(null);
  const [facing, setFacing] = useState<Facing>('user');
  const [state, setState] = useState<'starting' | 'live' | 'refused'>('starting');

  useEffect(() => {
    let stream: MediaStream | null = null;
    let wanted = true;
    const stop = (): void => stream?.getTracks().forEach((track) => track.stop());
    void openCamera(facing).then((result) => {
      if (result.ok) stream = result.value;
      if (!wanted) stop();
      else if (!result.ok) setState('refused');
      else {
        if (video.current !== null) video.current.srcObject = result.value;
        setState('live');
      }
    });
    return () => {
      wanted = false;
      stop();
    };
  }, [facing, openCamera]);

  const take = async (): Promise<void> => {
    const frame = video.current;
    if (frame === null || frame.videoWidth === 0) return;
    const file = await photoOf(frame);
    if (file === null) return;
    onClose();
    commands.openPhoto(file);
  };

  const refused = messageOf({ kind: 'cameraRefused' });
  return (
    <Dialog title={CAMERA.title} onClose={onClose} className="camera-dialog">
      {state === 'refused' ? (
        <p className="camera-refused">
          {refused.said} {refused.next}
        </p>
      ) : (
        // The view is mirrored, as in a mirror; the photo taken is not.
        <video ref={video} className={facing === 'user' ? 'mirrored' : undefined} autoPlay playsInline muted />
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
