import { useEffect, useRef } from 'react';
import type { HairMap } from '~/model/head';
import { useOverlay } from '~/ui/app-context';
import { toView } from './zoom';

/** Far from every colour of skin and hair. */
const TINT = [64, 196, 255] as const;
/** Hair stays to be seen under its tint. */
const MOST_ALPHA = 150;

function paint(canvas: HTMLCanvasElement, { columns, rows, confidence }: HairMap): void {
  canvas.width = columns;
  canvas.height = rows;
  const pen = canvas.getContext('2d');
  if (pen === null || columns === 0 || rows === 0) return;
  const image = pen.createImageData(columns, rows);
  confidence.forEach((hair, place) => {
    image.data.set([...TINT, (MOST_ALPHA * hair) / 255], 4 * place);
  });
  pen.putImageData(image, 0, 0);
}

/** A tint over the hair that the photo is read to show. */
export function HairTint() {
  const map = useOverlay((overlay) => overlay?.hairMap ?? null);
  const camera = useOverlay((overlay) => overlay?.camera ?? null);
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current !== null && map !== null) paint(canvas.current, map);
  }, [map]);
  if (map === null || camera === null) return null;
  const { xPx, yPx } = toView(camera, { xPx: map.leftPx, yPx: map.topPx });
  return (
    <canvas
      ref={canvas}
      className="hair-tint"
      aria-hidden="true"
      style={{
        transform: `translate(${xPx}px, ${yPx}px)`,
        inlineSize: `${map.columns * map.pxPerSample * camera.scale}px`,
        blockSize: `${map.rows * map.pxPerSample * camera.scale}px`,
      }}
    />
  );
}
