/**
 * What the photo shows on the scalp, for the app to say. Over `stubble` and hair the picture shows pigment only between
 * the hairs: a photo with shaved hair shows more.
 */
export type HairVerdict = 'bare' | 'stubble' | 'someHair' | 'fullHair';

/**
 * From here on a place is no longer bare; from there on hair hides the skin (read-hair.ts gives stubble about 0.45). Ours (docs/model.md,
 * Reading a photo).
 */
const STUBBLED = 0.15;
const COVERED = 0.85;
const FEW = 0.1;
const SOME = 0.12;
const MOST = 0.6;

/** `hair`: 0..1 for places spread evenly over the scalp in sight (ScalpView.hair of the scalp's dots). */
export function hairVerdict(hair: ArrayLike<number>): HairVerdict {
  let stubbled = 0;
  let covered = 0;
  for (let i = 0; i < hair.length; i++) {
    if (hair[i] > STUBBLED) stubbled++;
    if (hair[i] > COVERED) covered++;
  }
  if (stubbled <= FEW * hair.length) return 'bare';
  if (covered > MOST * hair.length) return 'fullHair';
  return covered > SOME * hair.length ? 'someHair' : 'stubble';
}
