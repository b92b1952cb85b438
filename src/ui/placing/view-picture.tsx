import { memo } from 'react';
import type { HeadView } from '~/model/laying/view-priors';

const SIDE =
  'M14 40 C14.5 36 12.5 33.5 11 29.5 C8 21 11 6 24.5 5.5 C33 5.5 37.5 10.5 37.5 17 C37.5 19 37 20.5 38 22.5 L40.5 27.5 C41 28.5 40 29 38.5 29 L38.5 31.5 L37 32.5 L38 34 C38 37.5 36 38 31 37.5 L29.5 41';
const BODY = 'M13 42 C14 38.5 18 37.5 18 35 M35 42 C34 38.5 30 37.5 30 35';
const UPRIGHT =
  'M11.5 21 C11.5 9 17 5 24 5 C31 5 36.5 9 36.5 21 C36.5 31.5 30.5 37.5 24 37.5 C17.5 37.5 11.5 31.5 11.5 21 Z';
const EARS = 'M11.5 20 C8.5 18.5 8.5 26 12.3 27 M36.5 20 C39.5 18.5 39.5 26 35.7 27';

const WHORL = 'M24 14.5 c2.6 0 2.6 3.8 0 3.8 c-4.4 0 -4.4 -7 0.4 -7 c6.4 0 6.4 9.6 0 10';

/** The lines of a head as each view shows it, in a 48 × 44 box. `face`: what is seen of it, drawn lighter. */
const LINES: Readonly<Record<'front' | 'side' | 'top' | 'back', { readonly head: string; readonly face: string }>> = {
  front: { head: `${UPRIGHT} ${EARS}`, face: 'M17 21.5 h4 M27 21.5 h4 M24 22 v6 M20.5 32 q3.5 1.6 7 0' },
  side: { head: SIDE, face: 'M33 22.5 h2.5 M21 21 c4 -2 5.5 2 3 5 c-1.5 2 -3 1.5 -3 -0.5' },
  top: {
    head: 'M12 20 C12 10 17 4.5 24 4.5 C31 4.5 36 10 36 20 C36 28.5 31 33 27.5 34.5 L24 39 L20.5 34.5 C17 33 12 28.5 12 20 Z M12 19 C8.5 18 9 25 13 26 M36 19 C39.5 18 39 25 35 26',
    face: 'M3.5 40 C5 31 9 29 13 28 M44.5 40 C43 31 39 29 35 28 M18.5 31.5 q5.5 -2.5 11 0',
  },
  back: {
    head: `${UPRIGHT} ${EARS}`,
    face: `${BODY} ${WHORL}`,
  },
};

/** From where a photo shows a head, in one small picture. */
export const ViewPicture = memo(function ViewPicture({ view }: { readonly view: HeadView }) {
  const isSide = view === 'left' || view === 'right';
  const { head, face } = LINES[isSide ? 'side' : view];
  return (
    <svg viewBox="0 0 48 44" className="view-picture" aria-hidden="true">
      {/* Who shows their left side looks to the left of the picture. */}
      <g transform={view === 'left' ? 'translate(48 0) scale(-1 1)' : undefined}>
        <path className="view-head" d={head} />
        <path className="view-face" d={face} />
      </g>
    </svg>
  );
});
