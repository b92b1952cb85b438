import { useEffect, useRef, useState } from 'react';
import { notify } from '~/store/stages';
import { useApp } from '~/ui/base/app-context';
import { CODE } from '~/ui/words/home/code-words';
import { messageOf } from '~/ui/words/notice-words';
import { textSeen } from './text-in-picture';

/** Between two looks, ms: often enough to feel at once, and a phone stays cool. */
const LOOK_MS = 200;

/** A live picture in which codes are looked for, until it is taken away. Nothing of it is kept. Each text is told once. */
export function CodeCamera({ onText }: { readonly onText: (text: string) => void }) {
  const { openCamera, store } = useApp();
  const video = useRef<HTMLVideoElement>(null);
  const told = useRef(onText);
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    told.current = onText;
  });
  useEffect(() => {
    let stream: MediaStream | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wanted = true;
    let last: string | null = null;
    const isGone = (): boolean => !wanted;
    const stop = (): void => stream?.getTracks().forEach((track) => track.stop());
    const look = async (): Promise<void> => {
      if (video.current === null) return;
      const text = await textSeen(video.current);
      if (isGone()) return;
      if (text !== null && text !== last) told.current((last = text));
      timer = setTimeout(again, LOOK_MS);
    };
    const again = (): void => {
      look().catch(() => {
        if (wanted) store.setState(notify({ kind: 'partMissing' }));
      });
    };
    void openCamera('environment').then((result) => {
      if (result.ok) stream = result.value;
      if (!wanted) stop();
      else if (!result.ok) setRefused(true);
      else {
        if (video.current !== null) video.current.srcObject = result.value;
        again();
      }
    });
    return () => {
      wanted = false;
      clearTimeout(timer);
      stop();
    };
  }, [openCamera, store]);
  if (refused) {
    const { said, next } = messageOf({ kind: 'cameraRefused' });
    return (
      <p className="camera-refused">
        {said} {next}
      </p>
    );
  }
  return (
    <>
      <video ref={video} className="code-camera" autoPlay playsInline muted aria-label={CODE.fromCamera} />
      <p className="hint">{CODE.scanning}</p>
    </>
  );
}
