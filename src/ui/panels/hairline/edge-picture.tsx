import { memo } from 'react';
import type { EdgeStyle } from '~/model/design/choices';
import { EDGE_ROWS } from '~/model/design/line-style';
import { hashUnit } from '~/model/maths/hash';
import { smoothstep } from '~/model/maths/numbers';

/** A strip of skin, 34 mm wide and 20 mm high, with the line 5 mm above its lower end: drawn by the style's own numbers. */
const WIDTH = 34;
const HEIGHT = 20;
const LINE = 15;
const TRIES = 700;

export const EdgePicture = memo(function EdgePicture({ edge }: { readonly edge: EdgeStyle }) {
  const {
    edgeSoftnessMm: depthMm,
    weight,
    strayDotsPerCm: strayDotsPerCm,
    macroIrregularityMm: macroIrregularityMm,
  } = EDGE_ROWS[edge];
  const dots = Array.from({ length: TRIES }, (_, index) => {
    const x = hashUnit(index, 1) * WIDTH;
    const y = hashUnit(index, 2) * HEIGHT;
    const line = LINE + (macroIrregularityMm / 4) * Math.sin(x * 0.9);
    const inside = line - y;
    const wanted = inside < 0 ? strayDotsPerCm * 0.012 : weight + (1 - weight) * smoothstep(0, depthMm, inside);
    return { x, y, there: hashUnit(index, 3) < wanted };
  });
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="edge-picture" aria-hidden="true">
      {dots.map(({ x, y, there }, index) => there && <circle key={index} cx={x} cy={y} r={0.33} />)}
    </svg>
  );
});
