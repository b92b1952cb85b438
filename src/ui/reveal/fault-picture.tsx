import { memo } from 'react';
import type { ReactNode } from 'react';
import type { PhotoFault } from '~/model/advice/photo-check';

const HEAD = 'M15 23 C15 11 20 7 24 7 C28 7 33 11 33 23 C33 32 29 38 24 38 C19 38 15 32 15 23 Z';
const PERSON = <path d={`${HEAD} M21 38 v4 M27 38 v4 M19.5 24 h2.5 M26 24 h2.5 M21.5 31.5 q2.5 1.5 5 0`} />;

/** What to do instead, drawn on a frame of 48 × 48 that stands for the photo. */
const DRAWN: Readonly<Record<PhotoFault, ReactNode>> = {
  noPerson: (
    <>
      <path className="wanted" d={HEAD} strokeDasharray="2 3" />
      <path d="M24 16 v14 M17 23 h14" />
    </>
  ),
  cutOff: (
    <>
      {PERSON}
      <path className="wanted" d="M10 12 V4 M38 12 V4 M7 7 L10 4 L13 7 M35 7 L38 4 L41 7" />
    </>
  ),
  tooSmall: (
    <>
      {PERSON}
      <path
        className="wanted"
        d="M12 12 L6 6 M6 10 V6 H10 M36 12 L42 6 M42 10 V6 H38 M12 36 L6 42 M6 38 V42 H10 M36 36 L42 42 M42 38 V42 H38"
      />
    </>
  ),
  tooDark: (
    <>
      {PERSON}
      <circle className="wanted" cx={8} cy={10} r={3} />
      <path
        className="wanted"
        d="M8 3.5 v1.5 M8 15 v1.5 M1.5 10 h1.5 M13 10 h1.5 M3.4 5.4 l1 1 M11.6 13.6 l1 1 M3.4 14.6 l1 -1 M11.6 6.4 l1 -1"
      />
    </>
  ),
  burntOut: (
    <>
      {PERSON}
      <path className="wanted" d="M4 6 H20 V14 H4 Z M4 10 H20 M12 6 V14" />
    </>
  ),
  longHair: (
    <>
      {PERSON}
      <path className="wanted" d="M17 14 L35 5 M19 17 L37 8 M36.5 6.5 m-3 1.5 l6 -3 l1.5 3 l-6 3 z" />
    </>
  ),
  covered: (
    <>
      {PERSON}
      <path className="wanted" d="M14 8 C16 3 32 3 34 8 M12 9 H40" />
    </>
  ),
  turnedAway: (
    <>
      <path d="M17 38 v4 M26 38 v4 M17 38 C13 34 12 12 22 8 C31 6 35 13 33 20 L36 26 L33 28 C33 34 31 37 26 38" />
      <path className="wanted" d="M12 45 C20 48 30 48 37 44 M33 42.5 L37 44 L35.5 48" />
    </>
  ),
};

/** A small picture beside the sentence that says the same. */
export const FaultPicture = memo(function FaultPicture({ fault }: { readonly fault: PhotoFault }) {
  return (
    <svg viewBox="0 0 48 48" className="fault-picture" aria-hidden="true">
      <rect x={0.75} y={0.75} width={46.5} height={46.5} rx={6} />
      {DRAWN[fault]}
    </svg>
  );
});
