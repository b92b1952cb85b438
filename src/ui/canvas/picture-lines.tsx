import type { HeadInView } from '~/model/view/view';
import { facing, projectPoint } from '~/model/view/camera';
import { directionTo } from '~/model/head/cranium';
import type { ViewTransform } from '~/render/scene';
import { useAppState, useOverlay } from '~/ui/base/app-context';
import { inMm } from '~/ui/words/measure-words';
import { DoubleLine, GuideLines } from './guide-lines';
import { linePath } from './line-path';
import { toView } from './zoom';

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
          <LineOnPhoto key={index} className="line-outline" d={linePath(camera, line)} />
        ))}
      {showHead && <LineOnPhoto className="line-skull" d={linePath(camera, overlay.silhouette)} />}
      <LineOnPhoto className="line-stage" d={overlay.stageEdge.map((piece) => linePath(camera, piece)).join(' ')} />
      {overlay.errorBand.map((piece, index) => (
        <path key={index} className="line-error" d={`${linePath(camera, piece)}Z`} />
      ))}
      {overlay.agreement?.classes.map((residuals, index) => (
        <LineOnPhoto
          key={index}
          className={`line-off line-off-${index}`}
          d={residuals.map(({ seen, expected }) => linePath(camera, [seen, expected])).join('')}
        />
      ))}
      <GuideLines overlay={overlay} />
      {(hairline || showMeasurements) &&
        overlay.hairline.map((line, index) => (
          <LineOnPhoto key={index} className="line-hair" d={linePath(camera, line)} />
        ))}
      {(hairline || showMeasurements) &&
        overlay.unseen !== null &&
        (['behindScalp', 'behindFace'] as const).map((behind) => (
          <path
            key={behind}
            className={`line-hair line-unseen${behind === 'behindFace' ? ' over-face' : ''}`}
            d={(overlay.unseen?.[behind] ?? []).map((line) => linePath(camera, line)).join(' ')}
          />
        ))}
      {showMeasurements && fit !== null && <Distances fit={fit} camera={camera} />}
    </svg>
  );
}

interface LineProps {
  readonly className: string;
  readonly d: string;
}

/** A line that shows on any skin. */
export function LineOnPhoto({ className, d }: LineProps) {
  return <DoubleLine d={d} under="line-under" over={className} />;
}

/** From the glabella up to the line at its middle and corners, with the length along the skin. */
function Distances({ fit, camera }: { readonly fit: HeadInView; readonly camera: ViewTransform }) {
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
              {inMm(heightMm)}
            </text>
          </g>
        );
      })}
    </>
  );
}
