import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useApp } from '~/ui/base/app-context';
import { PICTURE } from '~/ui/words/picture-words';
import { GripContext } from './grips';
import type { Grip } from './grips';
import { useHands } from './use-hands';

interface PictureProps {
  /** Called with a place in the working photo while a brush is in use. */
  readonly painting: boolean;
  readonly children?: ReactNode;
}

/** The room the picture takes: the preview canvas, and over it what can be taken hold of. */
export function Picture({ painting, children }: PictureProps) {
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

  useHands(room, grips, painting);

  return (
    <div ref={room} className={painting ? 'picture painting' : 'picture'}>
      <div ref={host} className="picture-canvas" />
      <GripContext value={grips}>{children}</GripContext>
    </div>
  );
}
