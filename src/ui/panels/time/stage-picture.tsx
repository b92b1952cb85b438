import { memo, useEffect, useRef } from 'react';
import type { HairStage } from '~/model/design/choices';
import { stageSketch } from '~/model/hair/stage-sketch';

const COLUMNS = 44;
/** Colours that hold on light and dark ground: skin, and hair over it. */
const SKIN = [226, 190, 163] as const;
const HAIR = [62, 48, 40] as const;

/** A head from above, forehead up, with the hair that a stage leaves as the model has it. */
export const StagePicture = memo(function StagePicture({ stage }: { readonly stage: HairStage }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const { columns, rows, hair } = stageSketch(stage, COLUMNS);
    const pen = canvas.current?.getContext('2d');
    if (canvas.current === null || pen === null || pen === undefined) return;
    canvas.current.width = columns;
    canvas.current.height = rows;
    const image = new ImageData(columns, rows);
    hair.forEach((share, i) => {
      if (share < 0) return;
      image.data.set([...SKIN.map((skin, band) => skin + 0.85 * share * (HAIR[band] - skin)), 255], 4 * i);
    });
    canvas.current.getContext('2d')?.putImageData(image, 0, 0);
  }, [stage]);
  return <canvas ref={canvas} className="stage-picture" aria-hidden="true" />;
});
