import { useOverlay } from '~/ui/base/app-context';
import { MapTint } from './map-tint';

/** Neither skin nor the tint of hair or scars; light, because the dots under it are what is being set. */
const COLOUR = [90, 220, 60] as const;
const MOST_ALPHA = 70;

/** A tint over the zone of the scalp that is being set. */
export function ZoneTint() {
  const map = useOverlay((overlay) => overlay?.zoneMap ?? null);
  return <MapTint map={map} colour={COLOUR} mostAlpha={MOST_ALPHA} />;
}
