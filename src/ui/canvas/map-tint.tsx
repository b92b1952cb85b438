import { useEffect, useRef } from 'react';
import type { HairMap } from '~/model/head/head';
import { useOverlay } from '~/ui/base/app-context';
import { toView } from './zoom';

interface MapTintProps {
  readonly map: HairMap | null;
  readonly colour: readonly [red: number, green: number, blue: number];
  /** Alpha where the map is full, 0..255: what lies under a tint stays to be seen. */
  readonly mostAlpha: number;
}

function paint(canvas: HTMLCanvasElement, map: HairMap, { colour, mostAlpha }: Omit<MapTintProps, 'map'>): void {
  const { columns, rows, confidence } = map;
  canvas.width = columns;
  canvas.height = rows;
  const pen = canvas.getContext('2d');
  if (pen === null || columns === 0 || rows === 0) return;
  const image = pen.createImageData(columns, rows);
  confidence.forEach((share, place) => {
    image.data.set([...colour, (mostAlpha * share) / 255], 4 * place);
  });
  pen.putImageData(image, 0, 0);
}

/** A tint over places of the head, as much as the map says. */
export function MapTint({ map, colour, mostAlpha }: MapTintProps) {
  const camera = useOverlay((overlay) => overlay?.camera ?? null);
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current !== null && map !== null) paint(canvas.current, map, { colour, mostAlpha });
  }, [map, colour, mostAlpha]);
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
