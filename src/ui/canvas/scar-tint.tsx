import { useOverlay } from '~/ui/base/app-context';
import { MapTint } from './map-tint';

/** Far from every colour of skin, and from the other tints. */
const COLOUR = [255, 70, 170] as const;
/** The scar's own dots stay to be seen. */
const MOST_ALPHA = 130;

/** A tint over the scars that were marked: the photo may not show them. */
export function ScarTint() {
  const map = useOverlay((overlay) => overlay?.scarMap ?? null);
  return <MapTint map={map} colour={COLOUR} mostAlpha={MOST_ALPHA} />;
}
