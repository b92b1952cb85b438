import { useMemo } from 'react';
import type { LinearRgb } from '~/model/colour/linear-rgb';
import { skinOfTone } from '~/model/colour/skin-tone';
import { estimateTone } from '~/model/skin/estimate-tone';
import type { ToneEstimate } from '~/model/skin/estimate-tone';
import { useDesignPart, useSubject } from './app-context';

export interface SkinInForce {
  /** What the photo says. */
  readonly estimate: ToneEstimate;
  readonly inPhoto: LinearRgb;
  /** The corrected tone, or the estimate. */
  readonly itaDegrees: number;
  /** Absolute reflectance of that tone, and the colour to draw this person's skin in. */
  readonly skin: LinearRgb;
  readonly shown: LinearRgb;
}

/** The skin that pigment is chosen for. */
export function useSkin(): SkinInForce {
  const inPhoto = useSubject(({ skin }) => skin.skin);
  const light = useSubject(({ skin }) => skin.light);
  const corrected = useDesignPart((design) => design.skinItaDegrees);
  return useMemo(() => {
    const estimate = estimateTone({ skin: inPhoto, light });
    const itaDegrees = corrected ?? estimate.itaDegrees;
    const skin = skinOfTone(itaDegrees);
    return { estimate, inPhoto, itaDegrees, skin, shown: corrected === null ? inPhoto : skin };
  }, [inPhoto, light, corrected]);
}
