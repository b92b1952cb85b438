import { useEffect, useState } from 'react';
import type { PhotoOfView } from '~/keep/project-file';
import type { Box, SizePx } from '~/model/base/units';
import { NO_PLACEMENT } from '~/model/design/head-correction';
import { BARE } from '~/model/design/time-scale';
import type { Design } from '~/model/design/design';
import { headOf } from '~/model/fit/head-of';
import { layBeside } from '~/model/healed/lay-beside';
import type { LaidBeside } from '~/model/healed/lay-beside';
import type { Picture } from '~/model/healed/lay-over';
import { stillPart } from '~/preview/still-part';
import type { Subject } from '~/store/app-state';
import { useApp } from '~/ui/base/app-context';

/** Of the pictures that are laid beside each other: a head with face and some air. */
const PAIR_SIZE: SizePx<'still'> = { widthPx: 800, heightPx: 1000 };

/** Planned and real in one pose and crop, and what they tell. `line`: where forehead and hairline lie in both, shares of the picture. */
export interface Pair extends LaidBeside {
  readonly real: Picture;
  readonly line: Box;
}

export type PairState = Pair | 'making' | 'failed';

const pictureOf = ({ width, height, data }: ImageData): Picture => ({
  widthPx: width,
  heightPx: height,
  data: Uint8ClampedArray.from(data),
});

/** The plan and a healed photo laid beside each other: made anew when one of them changes. `design`: at the photo's moment. */
export function usePair(subject: Subject, design: Design, healed: PhotoOfView): PairState {
  const { photoPiece, stillOf } = useApp();
  const [made, setMade] = useState<PairState>('making');
  const [of, setOf] = useState({ subject, healed });
  // Of another age the pair before stays until its own is made; of other photos it does not.
  if (of.subject !== subject || of.healed !== healed) {
    setOf({ subject, healed });
    setMade('making');
  }
  useEffect(() => {
    const leave = new AbortController();
    const make = async (): Promise<PairState> => {
      const planned = await stillOf(design, 'portrait', PAIR_SIZE, leave.signal, { urgent: true });
      const bare = await stillOf(BARE(design), 'portrait', PAIR_SIZE, leave.signal, { urgent: true });
      if (planned === null || bare === null) return 'failed';
      const { photo, reading } = healed;
      const { breadthMm, lengthMm, heightMm } = design.head;
      // The new photo is placed by its own face; the skull is the one that is known.
      const head = { ...NO_PLACEMENT, breadthMm, lengthMm, heightMm };
      const fit = headOf(reading, { build: design.build, head, knownLength: null });
      const part = stillPart(photo.size, fit, 'portrait', PAIR_SIZE);
      const real = await photoPiece(photo.working, part, PAIR_SIZE);
      const scale = PAIR_SIZE.widthPx / part.width;
      const laid = layBeside(
        { fit, face: reading.face, crop: { ...part, scale }, picture: real },
        {
          fit: planned.fit,
          face: subject.reading.face,
          crop: { ...planned.part, scale: PAIR_SIZE.widthPx / planned.part.width },
          bare: pictureOf(bare.pixels),
          planned: pictureOf(planned.pixels),
          hair: subject.hair,
        },
        design,
      );
      if (laid === null) return 'failed';
      const { left, top, width, height } = stillPart(photo.size, fit, 'hairline', { widthPx: 3, heightPx: 2 });
      const line = {
        left: Math.max(0, (left - part.left) / part.width),
        right: Math.min(1, (left + width - part.left) / part.width),
        top: Math.max(0, (top - part.top) / part.height),
        bottom: Math.min(1, (top + height - part.top) / part.height),
      };
      return { ...laid, real, line };
    };
    make().then(
      (pair) => {
        if (!leave.signal.aborted) setMade(pair);
      },
      (error: unknown) => {
        if (!leave.signal.aborted) setMade('failed');
        throw error;
      },
    );
    return () => leave.abort();
  }, [subject, design, healed, photoPiece, stillOf]);
  return made;
}
