import { memo, useId } from 'react';
import type { LinearRgb } from '~/model/colour/linear-rgb';
import type { Pigment } from '~/model/design/choices';
import { hashUnit } from '~/model/maths/hash';
import { presetDots } from '~/model/pigment/preset-dots';
import { cssColour } from '~/ui/base/css-colour';

/** A piece of skin, mm, large on the screen but true in itself: density, size and colours are the preset's own. */
const WIDTH_MM = 5;
const HEIGHT_MM = 2.4;
/** As many dots as the densest preset has there, and a few that only peep in. */
const MOST_DOTS = 48;
const MARGIN_MM = 0.15;
const CANDIDATES = 24;

interface Place {
  readonly xMm: number;
  readonly yMm: number;
}

/** Irregular and evenly spread, for any number of the first of them: each stands where the most room was left. */
const PLACES: readonly Place[] = (() => {
  const places: Place[] = [];
  for (let dot = 0; dot < MOST_DOTS; dot++) {
    const candidates = Array.from({ length: CANDIDATES }, (_, k): Place => {
      const draw = dot * CANDIDATES + k;
      return {
        xMm: hashUnit(draw, 1) * (WIDTH_MM + 2 * MARGIN_MM) - MARGIN_MM,
        yMm: hashUnit(draw, 2) * (HEIGHT_MM + 2 * MARGIN_MM) - MARGIN_MM,
      };
    });
    const room = ({ xMm, yMm }: Place): number =>
      places.reduce((least, other) => Math.min(least, Math.hypot(xMm - other.xMm, yMm - other.yMm)), Infinity);
    places.push(candidates.reduce((best, each) => (room(each) > room(best) ? each : best)));
  }
  return places;
})();

/** The core's profile 1/(1 + (ρ/r)⁶) out to twice its radius (docs/model.md, Dot optics (M6)), as stops of a gradient. */
const REACH = 2;
const PROFILE = [0, 0.6, 0.8, 1, 1.2, 1.5, REACH].map((rho) => ({
  offset: rho / REACH,
  share: rho === REACH ? 0 : 1 / (1 + rho ** 6),
}));

interface PigmentPictureProps {
  readonly pigment: Pigment;
  readonly shown: LinearRgb;
}

/** Healed dots of a preset on this person's skin. */
export const PigmentPicture = memo(function PigmentPicture({ pigment, shown }: PigmentPictureProps) {
  const id = useId();
  const { perMm2, radiusMm, between, dot } = presetDots(pigment, shown);
  const count = Math.round(perMm2 * (WIDTH_MM + 2 * MARGIN_MM) * (HEIGHT_MM + 2 * MARGIN_MM));
  return (
    <svg viewBox={`0 0 ${WIDTH_MM} ${HEIGHT_MM}`} className="pigment-picture" aria-hidden="true">
      <radialGradient id={id}>
        {PROFILE.map(({ offset, share }) => (
          <stop key={offset} offset={offset} stopColor={cssColour(dot)} stopOpacity={share} />
        ))}
      </radialGradient>
      <rect width={WIDTH_MM} height={HEIGHT_MM} fill={cssColour(between)} />
      {PLACES.slice(0, count).map(({ xMm, yMm }) => (
        <circle key={`${xMm} ${yMm}`} cx={xMm} cy={yMm} r={REACH * radiusMm} fill={`url(#${id})`} />
      ))}
    </svg>
  );
});
