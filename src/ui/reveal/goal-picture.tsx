import { memo } from 'react';
import type { Goal } from '~/model/advice/goals';

/** Places of dots and hairs on a small head seen from the front, in a 48 × 44 box. */
const DOTS: readonly (readonly [number, number])[] = [
  [16, 12],
  [20, 9],
  [24, 7.5],
  [28, 9],
  [32, 12],
  [14, 16],
  [18, 14],
  [22, 12],
  [26, 12],
  [30, 14],
  [34, 16],
  [17, 18],
  [21, 16],
  [24, 16.5],
  [27, 16],
  [31, 18],
];
const HAIRS = 'M14 16 l-3 -7 M18 11 l-2 -7 M24 8 l0 -7 M30 11 l2 -7 M34 16 l3 -7';
const LONG_HAIR =
  'M23 6 C14 8 10 16 10 34 M22 6.5 C16 12 15 18 15 24 M25 6 C34 8 38 16 38 34 M26 6.5 C32 12 33 18 33 24';
const SCAR = 'M17 18 C20 12 27 18 31 11';

/** What is wanted, in one small picture. */
export const GoalPicture = memo(function GoalPicture({ goal }: { readonly goal: Goal }) {
  const dots = goal === 'parting' ? DOTS.filter(([x]) => Math.abs(x - 24) < 3) : DOTS;
  return (
    <svg viewBox="0 0 48 44" className="goal-picture" aria-hidden="true">
      <path className="goal-head" d="M11 22 C11 9 17 5 24 5 C31 5 37 9 37 22 C37 33 31 42 24 42 C17 42 11 33 11 22 Z" />
      <path className="goal-face" d="M18 27 h3 M27 27 h3 M24 28 v5 M21 36.5 q3 1.6 6 0" />
      {dots.map(([x, y]) => (
        <circle key={`${x} ${y}`} className="goal-dot" cx={x} cy={y} r={1} />
      ))}
      {goal === 'thinning' && <path className="goal-hair" d={HAIRS} />}
      {goal === 'parting' && <path className="goal-hair" d={LONG_HAIR} />}
      {goal === 'scar' && <path className="goal-scar" d={SCAR} />}
    </svg>
  );
});
