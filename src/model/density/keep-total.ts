import { ZONE_PERCENTS, ZONES } from '~/model/design/choices';
import type { Zone } from '~/model/design/choices';
import type { ZonePlan } from '~/model/design/design';
import { clamp } from '~/model/maths/numbers';

/** Differences so small come from adding up. */
const ROUNDING_PERCENT = 1e-6;

/** Dots that each zone has at 100 %. */
export type FullDots = Readonly<Record<Zone, number>>;

const dotsOf = (zones: ZonePlan, full: FullDots, which: readonly Zone[]): number =>
  which.reduce((sum, zone) => sum + full[zone] * zones[zone].densityPercent, 0);

/** These zones times one factor, none beyond `most`, so that together they come to `wanted` (dots × %), or as near as can be. */
function scaled(zones: ZonePlan, full: FullDots, which: readonly Zone[], wanted: number, most: number): ZonePlan {
  const now = dotsOf(zones, full, which);
  // Zones that have nothing grow alike.
  const start = now > 0 ? zones : withAll(zones, which, 100);
  const factor = Math.max(0, wanted) / Math.max(dotsOf(start, full, which), 1e-9);
  const wouldBe = (zone: Zone): number => start[zone].densityPercent * factor;
  const beyond = which.filter((zone) => wouldBe(zone) >= most);
  if (beyond.length === 0 || beyond.length === which.length)
    return which.reduce((plan, zone) => withDensity(plan, zone, Math.min(most, wouldBe(zone))), zones);
  const limited = withAll(start, beyond, most);
  const rest = which.filter((zone) => !beyond.includes(zone));
  return scaled(limited, full, rest, wanted - dotsOf(limited, full, beyond), most);
}

const withDensity = (zones: ZonePlan, zone: Zone, densityPercent: number): ZonePlan => ({
  ...zones,
  [zone]: { ...zones[zone], densityPercent },
});

const withAll = (zones: ZonePlan, which: readonly Zone[], densityPercent: number): ZonePlan =>
  which.reduce((plan, zone) => withDensity(plan, zone, densityPercent), zones);

/**
 * The zones with another density in one of them and as many dots in all as before: what it gains the others give, each in
 * proportion to what it has, within 0 and `mostPercent` (zone-field.ts). Where they cannot give or take that much the
 * zone itself stops there. Zones without dots stay as they are.
 */
export function keepTotal(
  zones: ZonePlan,
  full: FullDots,
  zone: Zone,
  densityPercent: number,
  mostPercent: number,
): ZonePlan {
  const most = Math.min(ZONE_PERCENTS.density.max, mostPercent);
  const wanted = clamp(densityPercent, 0, most);
  const others = ZONES.filter((each) => each !== zone && full[each] > 0);
  if (!(full[zone] > 0) || others.length === 0) return full[zone] > 0 ? zones : withDensity(zones, zone, wanted);
  const inForce = ZONES.reduce(
    (plan, each) => withDensity(plan, each, Math.min(most, plan[each].densityPercent)),
    zones,
  );
  const total = dotsOf(inForce, full, [zone, ...others]);
  const given = scaled(inForce, full, others, total - full[zone] * wanted, most);
  const left = clamp((total - dotsOf(given, full, others)) / full[zone], 0, most);
  // What rounding alone makes of it is what was asked for.
  return withDensity(given, zone, Math.abs(left - wanted) < ROUNDING_PERCENT ? wanted : left);
}
