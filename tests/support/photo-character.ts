import type { PhotoCharacter } from '~/model/photo/photo-character';

/** A sharp photo without noise. */
export const SHARP: PhotoCharacter = { blurPx: 0.7, amount: 0, radiusPx: 1, grain: { sigmaCodes: 0, smearPx: 0 } };
