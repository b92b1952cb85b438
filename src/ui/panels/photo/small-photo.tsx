import { useEffect, useRef } from 'react';
import { photoOfView } from '~/store/in-view';
import { useAppState } from '~/ui/base/app-context';

/** Px of the small picture, twice what a plain screen shows. */
const SMALL_PX = 112;

/** The photo of a view, small and bare. */
export function SmallPhoto({ id }: { readonly id: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const photo = useAppState((state) => photoOfView(state, id));
  useEffect(() => {
    const pen = canvas.current?.getContext('2d');
    if (pen == null || photo === null) return;
    const { widthPx, heightPx } = photo.size;
    const scale = Math.max(SMALL_PX / widthPx, SMALL_PX / heightPx);
    const [width, height] = [scale * widthPx, scale * heightPx];
    pen.imageSmoothingQuality = 'high';
    // Heads are in the upper part of a photo.
    pen.drawImage(photo.working, (SMALL_PX - width) / 2, (SMALL_PX - height) / 4, width, height);
  }, [photo]);
  return <canvas ref={canvas} width={SMALL_PX} height={SMALL_PX} aria-hidden="true" />;
}
