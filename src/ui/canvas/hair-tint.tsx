import { useOverlay } from '~/ui/base/app-context';
import { MapTint } from './map-tint';

/** Far from every colour of skin and hair. */
const COLOUR = [64, 196, 255] as const;
/** Hair stays to be seen under its tint. */
const MOST_ALPHA = 150;

/** A tint over the hair that the photo is read to show. */
export function HairTint() {
  const map = useOverlay((overlay) => overlay?.hairMap ?? null);
  return <MapTint map={map} colour={COLOUR} mostAlpha={MOST_ALPHA} />;
}
