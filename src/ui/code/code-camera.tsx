import { useEffect, useRef } from 'react';
import { notify } from '~/store/notify';
import { useApp } from '~/ui/base/app-context';
import { useCamera } from '~/ui/base/use-camera';
import { CameraProblem } from '~/ui/controls/camera-problem';
import { CODE } from '~/ui/words/home/code-words';
import { textSeen } from './text-in-picture';

/** Between two looks, ms: often enough to feel at once, and a phone stays cool. */
const LOOK_MS = 200;

/** A live picture in which codes are looked for, until it is taken away. Nothing of it is kept. Each text is told once. */
export function CodeCamera({ onText }: { readonly onText: (text: string) => void }) {
  const { store } = useApp();
  const { state, problem, show } = useCamera('environment');
  const video = useRef<HTMLVideoElement>(null);
  const told = useRef(onText);
  useEffect(() => {
    told.current = onText;
  });
  useEffect(() => {
    if (state !== 'live') return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wanted = true;
    let last: string | null = null;
    const isGone = (): boolean => !wanted;
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
    again();
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [state, store]);
  if (problem !== null) return <CameraProblem problem={problem} />;
  return (
    <>
      <video
        ref={(element) => {
          video.current = element;
          show(element);
        }}
        className="code-camera"
        autoPlay
        playsInline
        muted
        aria-label={CODE.fromCamera}
      />
      <p className="hint">{CODE.scanning}</p>
    </>
  );
}
