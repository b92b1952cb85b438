import { useMemo } from 'react';
import type { LinearRgb } from '~/model/colour/linear-rgb';
import { REFERENCE_SKIN, skinOfTone } from '~/model/colour/skin-tone';
import { estimateTone } from '~/model/skin/estimate-tone';
import type { ToneEstimate } from '~/model/skin/estimate-tone';
import { useAppState, useDesignPart } from './app-context';

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

const NEUTRAL: LinearRgb = [1, 1, 1];

/** The skin that pigment is chosen for. */
export function useSkin(): SkinInForce {
  const inPhoto = useAppState((state) => state.subject?.skin.skin ?? REFERENCE_SKIN);
  const light = useAppState((state) => state.subject?.skin.light ?? NEUTRAL);
  const corrected = useDesignPart((design) => design.skinItaDegrees);
  return useMemo(() => {
    const estimate = estimateTone({ skin: inPhoto, light });
    const itaDegrees = corrected ?? estimate.itaDegrees;
    const skin = skinOfTone(itaDegrees);
    return { estimate, inPhoto, itaDegrees, skin, shown: corrected === null ? inPhoto : skin };
  }, [inPhoto, light, corrected]);
}
