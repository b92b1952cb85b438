import { useEffect, useRef } from 'react';
import type { HairMap } from '~/model/raster/photo-map';
import type { Maps } from '~/preview/overlay';
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
function MapTint({ map, colour, mostAlpha }: MapTintProps) {
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

/** The tints, each far from the colours of skin and from the other two: red, green, blue and the alpha where the map is full. */
const TINTS = {
  /** Hair stays to be seen under its tint. */
  hair: { colour: [64, 196, 255], mostAlpha: 150 },
  /** The scar's own dots stay to be seen. */
  scars: { colour: [255, 70, 170], mostAlpha: 130 },
  /** Light, because the dots under it are what is being set. */
  zone: { colour: [90, 220, 60], mostAlpha: 70 },
} as const satisfies Record<keyof Maps, Omit<MapTintProps, 'map'>>;

const useMap = (name: keyof Maps): HairMap | null => useOverlay((overlay) => overlay?.maps[name] ?? null);

/** A tint over the hair that the photo is read to show. */
export function HairTint() {
  return <MapTint map={useMap('hair')} {...TINTS.hair} />;
}

/** A tint over the scars that were marked: the photo may not show them. */
export function ScarTint() {
  return <MapTint map={useMap('scars')} {...TINTS.scars} />;
}

/** A tint over the zone of the scalp that is being set. */
export function ZoneTint() {
  return <MapTint map={useMap('zone')} {...TINTS.zone} />;
}
