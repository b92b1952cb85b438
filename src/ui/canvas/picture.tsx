import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useApp } from '~/ui/base/app-context';
import type { PaintVerbs } from '~/ui/gestures/paint-tool';
import { PICTURE } from '~/ui/words/picture-words';
import { GripContext } from './grips';
import type { Grip } from './grips';
import { useHands } from './use-hands';

interface PictureProps {
  /** Called with a place in the working photo while a brush is in use. */
  readonly painting: boolean;
  /** What is tapped is told to these, where it is not for a brush. */
  readonly taps?: PaintVerbs | null;
  readonly children?: ReactNode;
}

/** The room the picture takes: the preview canvas, and over it what can be taken hold of. */
export function Picture({ painting, taps = null, children }: PictureProps) {
  const { attachPreview } = useApp();
  const room = useRef<HTMLDivElement>(null);
  const [grips] = useState(() => new WeakMap<Element, Grip>());
  const host = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    // The renderer may still be loading when the room is there already.
    const nameCanvas = (): void => {
      const canvas = element.querySelector('canvas');
      canvas?.setAttribute('role', 'img');
      canvas?.setAttribute('aria-label', PICTURE.preview);
    };
    const observer = new MutationObserver(nameCanvas);
    observer.observe(element, { childList: true });
    const detach = attachPreview(element);
    nameCanvas();
    return () => {
      observer.disconnect();
      detach();
    };
  }, [attachPreview]);

  useHands(room, grips, painting, taps);

  return (
    <div ref={room} className={painting ? 'picture painting' : taps === null ? 'picture' : 'picture marking'}>
      <div ref={host} className="picture-canvas" />
      <GripContext value={grips}>{children}</GripContext>
    </div>
  );
}
