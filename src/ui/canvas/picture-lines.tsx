import type { HeadFit } from '~/model/head';
import { facing, projectPoint } from '~/model/camera';
import { directionTo, surfacePoint } from '~/model/cranium';
import type { Direction, PointPx } from '~/model/units';
import type { Camera } from '~/render/scene';
import { useAppState, useOverlay } from '~/ui/app-context';
import { toView } from './zoom';

const path = (camera: Camera, line: readonly PointPx[], closed: boolean): string =>
  line
    .map((point, index) => {
      const { xPx, yPx } = toView(camera, point);
      return `${index === 0 ? 'M' : 'L'}${xPx.toFixed(1)} ${yPx.toFixed(1)}`;
    })
    .join('') + (closed ? 'Z' : '');

/** Lines over the picture: hairline while it is being moved, skull and outline as understood, and what is measured. */
export function PictureLines({ hairline }: { readonly hairline: boolean }) {
  const overlay = useOverlay((now) => now);
  const showHead = useAppState((state) => state.showHead);
  const showMeasurements = useAppState((state) => state.showMeasurements);
  if (overlay === null) return null;
  const { camera, fit } = overlay;
  return (
    <svg className="picture-lines" aria-hidden="true">
      {showHead &&
        overlay.outline.map((line, index) => (
          <path key={index} className="line-outline" d={path(camera, line, false)} />
        ))}
      {showHead && <path className="line-skull" d={path(camera, overlay.silhouette, false)} />}
      {(showHead || showMeasurements) && fit !== null && (
        <path className="line-middle" d={path(camera, middleLine(fit), false)} />
      )}
      {(hairline || showMeasurements) &&
        overlay.hairline.map((line, index) => <path key={index} className="line-hair" d={path(camera, line, false)} />)}
      {showMeasurements && fit !== null && <Distances fit={fit} camera={camera} />}
    </svg>
  );
}

/** Steps from the glabella over the top to the nape, degrees. */
const MIDDLE_STEP = 4;

/** The middle line of the scalp, as far as it faces the camera. */
function middleLine(fit: HeadFit): readonly PointPx[] {
  const { cranium } = fit;
  const start = directionTo(cranium, fit.face.glabella);
  const from = Math.atan2(start.y, start.z);
  const points: PointPx[] = [];
  for (let degrees = 0; degrees <= 180; degrees += MIDDLE_STEP) {
    const angle = from + (degrees * Math.PI) / 180;
    const direction: Direction = { x: 0, y: Math.sin(angle), z: Math.cos(angle) };
    if (facing(fit, direction) > 0) points.push(projectPoint(fit, surfacePoint(cranium, direction)));
  }
  return points;
}

/** From the glabella up to the line at its middle and corners, with the length along the skin. */
function Distances({ fit, camera }: { readonly fit: HeadFit; readonly camera: Camera }) {
  const handles = useOverlay((now) => now?.handles ?? []);
  const glabella = toView(camera, projectPoint(fit, fit.face.glabella));
  const glabellaInSight = facing(fit, directionTo(fit.cranium, fit.face.glabella)) > 0;
  const measured = handles.filter(
    ({ id, inSight }) => inSight && (id === 'middle' || id === 'leftCorner' || id === 'rightCorner'),
  );
  return (
    <>
      {glabellaInSight && <circle className="mark" cx={glabella.xPx} cy={glabella.yPx} r={4} />}
      {measured.map(({ id, at, heightMm }) => {
        const { xPx, yPx } = toView(camera, at);
        return (
          <g key={id}>
            <circle className="mark" cx={xPx} cy={yPx} r={3} />
            <text x={xPx} y={yPx - 12} textAnchor="middle">
              {Math.round(heightMm)} mm
            </text>
          </g>
        );
      })}
    </>
  );
}
