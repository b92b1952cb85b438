import { ZONES } from '~/model/design/choices';
import type { Zone } from '~/model/design/choices';
import type { Design, ZonePlan } from '~/model/design/design';
import { SETTINGS } from '~/model/design/settings';
import { GRID } from '~/model/head/chart-grid';
import { SKULL_ZONES } from './scalp-zones';
import type { SkullZones } from './scalp-zones';

/** What the zones make of density and strength at every node: factors of the design's own. */
export interface ZoneField {
  readonly density: Float32Array;
  readonly strength: Float32Array;
  /** Greatest density factor. */
  readonly mostDensity: number;
}

/** Most that a zone may have, % of the design's density: no dots stand closer than the densest setting. */
export const mostDensityPercent = (densityPerCm2: number): number => (100 * SETTINGS.densityPerCm2.max) / densityPerCm2;

/** Density of a zone as a factor of the design's, 0..1.5, as far as dots can stand so close. */
export const zoneDensity = ({ zones, densityPerCm2 }: Pick<Design, 'zones' | 'densityPerCm2'>, zone: Zone): number =>
  Math.min(zones[zone].densityPercent, mostDensityPercent(densityPerCm2)) / 100;

const alike = (zones: ZonePlan): boolean =>
  ZONES.every((zone) => zones[zone].densityPercent === 100 && zones[zone].strengthPercent === 100);

/** Mixes one number per zone by the zones' shares. */
function mixed(hairline: Float32Array, skull: SkullZones, value: (zone: Zone) => number): Float32Array {
  const mix = new Float32Array(GRID * GRID);
  for (const zone of SKULL_ZONES) {
    const [shares, own] = [skull[zone], value(zone)];
    for (let node = 0; node < mix.length; node++) mix[node] += own * shares[node];
  }
  const own = value('hairline');
  for (let node = 0; node < mix.length; node++) mix[node] += hairline[node] * (own - mix[node]);
  return mix;
}

/** null while all zones are alike. */
export function zoneField(design: Design, hairline: Float32Array, skull: SkullZones): ZoneField | null {
  if (alike(design.zones)) return null;
  return {
    density: mixed(hairline, skull, (zone) => zoneDensity(design, zone)),
    strength: mixed(hairline, skull, (zone) => design.zones[zone].strengthPercent / 100),
    mostDensity: Math.max(...ZONES.map((zone) => zoneDensity(design, zone))),
  };
}
