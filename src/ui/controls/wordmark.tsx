import { START } from '~/ui/words/start-words';

/** Dots of the mark: a hairline, finer and sparser towards the edge. Places in a 32 × 32 box. */
const DOTS: readonly (readonly [x: number, y: number, r: number])[] = [
  [5, 20, 1.1],
  [9.5, 15.5, 1.4],
  [15, 13, 1.6],
  [21, 13.5, 1.5],
  [26.5, 17.5, 1.2],
  [8, 10, 2],
  [13.5, 7.5, 2.3],
  [19.5, 7.5, 2.3],
  [25, 11, 1.9],
  [4, 15, 1.4],
  [12, 21, 0.8],
  [18.5, 18.5, 1],
  [24, 22, 0.8],
  [28.5, 22.5, 0.7],
  [15.5, 25.5, 0.6],
];

export function Wordmark() {
  return (
    <span className="wordmark">
      <svg viewBox="0 0 32 32" aria-hidden="true">
        {DOTS.map(([x, y, r]) => (
          <circle key={`${x} ${y}`} cx={x} cy={y} r={r} />
        ))}
      </svg>
      <span>{START.name}</span>
    </span>
  );
}
