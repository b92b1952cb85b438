import { memo } from 'react';
import type { Pigment } from '~/model/params';

/** Dots of a preset, drawn to compare: radius and tone as they look against each other, not to scale. */
const DOTS: Readonly<Record<Pigment, { readonly radius: number; readonly opacity: number }>> = {
  light: { radius: 1.5, opacity: 0.45 },
  medium: { radius: 1.9, opacity: 0.65 },
  dark: { radius: 2.2, opacity: 0.85 },
};

const PLACES = Array.from({ length: 18 }, (_, index) => ({
  x: 5 + (index % 6) * 7.4 + (Math.floor(index / 6) % 2) * 3.4,
  y: 5 + Math.floor(index / 6) * 6.4 + ((index * 7) % 5) * 0.4,
}));

export const PigmentPicture = memo(function PigmentPicture({ pigment }: { readonly pigment: Pigment }) {
  const { radius, opacity } = DOTS[pigment];
  return (
    <svg viewBox="0 0 50 24" className="pigment-picture" aria-hidden="true">
      {PLACES.map(({ x, y }) => (
        <circle key={`${x} ${y}`} cx={x} cy={y} r={radius} opacity={opacity} />
      ))}
    </svg>
  );
});
