import { GLABELLA_Y_MM } from '~/model/head/cranium';
import { nodeAt } from '~/model/head/chart-grid';
import type { DensityField } from '~/model/density/density-field';
import { ZONES } from '~/model/design/choices';
import type { Zone } from '~/model/design/choices';
import type { Picture } from './lay-over';
import { patchAt } from './match-light';
import type { LightFactors, Patch } from './match-light';
import type { SamePlace } from './same-places';

/** Why the darkness of a zone cannot be told from a photo. */
export type ZoneDoubt = 'outOfSight' | 'gloss' | 'hair';
/** Why the two photos cannot be compared in numbers at all. */
export type LightDoubt = 'noBareSkin' | 'uneven' | 'tooDark' | 'tooBright';

/** How dark a zone is: −ln of the share of green light that the pigment leaves (docs/model.md, The healed photo). */
export interface ZoneDarkness {
  readonly zone: Zone;
  readonly promised: number;
  /** Measured in the photo, against its own bare skin; null: cannot be told. */
  readonly real: { readonly darkness: number; readonly errorPlusMinus: number } | null;
  readonly doubt: ZoneDoubt | null;
}

export interface HealedReport {
  /** Light of the healed photo over that of the first, on the same bare skin; null: no bare skin is seen in both. */
  readonly light: LightFactors | null;
  readonly doubt: LightDoubt | null;
  /** Zones that the plan treats. */
  readonly zones: readonly ZoneDarkness[];
  /** All told zones together; null: none could be told. */
  readonly verdict: 'asPromised' | 'lighter' | 'darker' | 'nothing' | null;
}

/** Three pictures of one head, each place at the same px: bare and treated as planned, and the healed photo. */
export interface ThreePictures {
  readonly bare: Picture;
  readonly planned: Picture;
  readonly real: Picture;
}

/** Half a patch, mm: several dots, and a part of the line. */
const HALF_PATCH_MM = 1.6;
/** Bare forehead lies so far before the line, and so far above the middle between the brows, mm. */
const BEFORE_LINE_MM = 10;
const ABOVE_BROWS_MM = 12;
/** Less pigment than this is none; a zone is treated from here on, −ln T. */
const NO_PIGMENT = 0.012;
const LEAST_PROMISED = 0.04;
/** Patches that a zone, and the bare skin, must show: each stands for about 9 mm². */
const LEAST_PATCHES = 30;
/** Most a part of the bare skin's light may differ from the rest, as a logarithm, before the light is another. */
const MOST_UNEVEN = 0.22;
/** Exposures beyond these say nothing about pigment any more: the camera's curve does not follow. */
const EXPOSURES = { least: 0.28, most: 3.2 } as const;
/** So much of a zone may shine. */
const MOST_GLOSS = 0.2;
/** Shining: brighter than the bare skin makes likely, as a logarithm; or clipped. */
const SHINES = 0.3;
/** Hair has grown: darker than pigment is likely to be, and rougher than it was planned. */
const HAIR_TIMES = 2.2;
const HAIR_OVER = 0.3;
const HAIR_TEXTURE = { times: 2.2, over: 0.12 } as const;
/** Shares at either end that are left out of a mean: glints, moles, single hairs. */
const TRIMMED = 0.1;
/** Patches share light and shade over about this far: so many places are one independent one. */
const PLACES_IN_ONE = 25;
/** What the two registrations and the camera's curve leave at best, −ln T. */
const LEAST_ERROR = 0.02;

/** A patch that all pictures show. */
interface Measured {
  readonly place: SamePlace;
  readonly real: Patch;
  /** −ln of planned over bare. */
  readonly promised: number;
  readonly plannedTexture: number;
  /** ln of real over bare, of red, green and blue. */
  readonly over: readonly [number, number, number];
}

const log = (value: number): number => Math.log(Math.max(value, 1e-4));

function measuredAt(pictures: ThreePictures, place: SamePlace, halfPx: number): Measured | null {
  const { xPx, yPx } = place.real;
  const bare = patchAt(pictures.bare, xPx, yPx, halfPx);
  const planned = patchAt(pictures.planned, xPx, yPx, halfPx);
  const real = patchAt(pictures.real, xPx, yPx, halfPx);
  if (bare === null || planned === null || real === null) return null;
  const over = (band: 0 | 1 | 2): number => log(real.light[band]) - log(bare.light[band]);
  return {
    place,
    real,
    promised: log(bare.light[1]) - log(planned.light[1]),
    plannedTexture: planned.texture,
    over: [over(0), over(1), over(2)],
  };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const spread = (values: readonly number[]): number => {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
};

/** What the plan promises of some places, −ln T, on the mean. */
const promisedOf = (places: readonly Measured[]): number => mean(places.map(({ promised }) => promised));

/** Without the ends of the list. */
function trimmed<Item>(items: readonly Item[], by: (item: Item) => number): readonly Item[] {
  const cut = Math.floor(TRIMMED * items.length);
  return [...items].sort((a, b) => by(a) - by(b)).slice(cut, items.length - cut);
}

/** The light of the bare skin in the two photos, and how evenly it differs. */
function readLight(skin: readonly Measured[]): Pick<HealedReport, 'light' | 'doubt'> & { readonly unsure: number } {
  if (skin.length < LEAST_PATCHES) return { light: null, doubt: 'noBareSkin', unsure: 0 };
  const kept = trimmed(skin, ({ over }) => over[1]);
  const [red, green, blue] = ([0, 1, 2] as const).map((band) => mean(kept.map(({ over }) => over[band])));
  const light: LightFactors = [Math.exp(red), Math.exp(green), Math.exp(blue)];
  // Left, middle and right of the forehead: where they do not agree, the light comes from elsewhere.
  const parts = [-1, 0, 1].flatMap((side) => {
    const part = kept.filter(({ place: { sideMm } }) => (Math.abs(sideMm) < 15 ? 0 : Math.sign(sideMm)) === side);
    return part.length < 8 ? [] : [mean(part.map(({ over }) => over[1])) - green];
  });
  const uneven = Math.max(0, ...parts.map(Math.abs));
  const clipped = mean(skin.map(({ real }) => real.clipped));
  const doubt =
    clipped > 0.5 || light[1] > EXPOSURES.most
      ? 'tooBright'
      : light[1] < EXPOSURES.least
        ? 'tooDark'
        : uneven > MOST_UNEVEN
          ? 'uneven'
          : null;
  return { light, doubt, unsure: parts.length < 2 ? 0.1 : spread(parts) };
}

/** How dark one zone is. `skin`: the middle of ln(real/bare) on bare skin, and how far it may be off. */
function darknessOf(zone: Zone, places: readonly Measured[], skin: { ln: number; unsure: number }): ZoneDarkness {
  const realOf = ({ over }: Measured): number => skin.ln - over[1];
  const promised = promisedOf(places);
  const untold = (doubt: ZoneDoubt): ZoneDarkness => ({ zone, promised, real: null, doubt });
  if (places.length < LEAST_PATCHES) return untold('outOfSight');
  const shining = places.filter((each) => each.real.clipped > 0.1 || realOf(each) < -SHINES).length / places.length;
  if (shining > MOST_GLOSS) return untold('gloss');
  const kept = trimmed(places, realOf);
  const darkness = mean(kept.map(realOf));
  const rough = mean(kept.map(({ real }) => real.texture));
  const planned = mean(kept.map(({ plannedTexture }) => plannedTexture));
  const isRough = rough > HAIR_TEXTURE.times * planned + HAIR_TEXTURE.over;
  const isDark = darkness > HAIR_TIMES * promised + HAIR_OVER;
  if (isRough || isDark) return untold('hair');
  const apart = spread(kept.map((each) => realOf(each) - each.promised));
  const errorPlusMinus = Math.hypot(
    LEAST_ERROR,
    skin.unsure,
    apart / Math.sqrt(Math.max(1, kept.length / PLACES_IN_ONE)),
  );
  return { zone, promised: promisedOf(kept), real: { darkness, errorPlusMinus }, doubt: null };
}

/** Most of the promised darkness that is still none, and how far off is another one. Shares. */
const NOTHING = 0.25;
const OTHER = 0.2;

function verdictOf(zones: readonly ZoneDarkness[]): HealedReport['verdict'] {
  const told = zones.flatMap(({ promised, real }) => (real === null ? [] : [{ promised, ...real }]));
  if (told.length === 0) return null;
  const promised = mean(told.map((zone) => zone.promised));
  const real = mean(told.map(({ darkness }) => darkness));
  const error = mean(told.map(({ errorPlusMinus }) => errorPlusMinus));
  if (real < NOTHING * promised) return 'nothing';
  if (Math.abs(real - promised) <= Math.max(error, OTHER * promised)) return 'asPromised';
  return real < promised ? 'lighter' : 'darker';
}

/**
 * What the healed photo shows of what was planned: how the light differs, from the bare forehead; and how dark each zone is, the
 * real one against the photo's own bare skin and the same place of the first photo, so that shade, hair and colour of the skin that both show
 * cancel. `hairAt`: 0..1, hair that the first photo shows already.
 */
export function compareZones(
  pictures: ThreePictures,
  places: readonly SamePlace[],
  pxPerMm: number,
  field: Pick<DensityField, 'hairline' | 'skull' | 'line'>,
  hairAt: (place: SamePlace) => number,
): HealedReport {
  const halfPx = Math.max(1, HALF_PATCH_MM * pxPerMm);
  const insideMm = ({ direction }: SamePlace): number => field.line.insideMm[nodeAt(direction)];
  const measured = places.flatMap((place) => measuredAt(pictures, place, halfPx) ?? []);
  const skin = measured.filter(
    ({ place, promised }) =>
      promised < NO_PIGMENT &&
      insideMm(place) < -BEFORE_LINE_MM &&
      place.heightMm > GLABELLA_Y_MM + ABOVE_BROWS_MM &&
      hairAt(place) < 0.3,
  );
  const { light, doubt, unsure } = readLight(skin);
  const treated = measured.filter(({ place, promised }) => promised > NO_PIGMENT && hairAt(place) < 0.3);
  const shareOf = ({ direction }: SamePlace, zone: Zone): number => {
    const node = nodeAt(direction);
    const band = field.hairline[node];
    return zone === 'hairline' ? band : (1 - band) * field.skull[zone][node];
  };
  const zones = ZONES.flatMap((zone): ZoneDarkness[] => {
    const of = treated.filter(({ place }) => shareOf(place, zone) > 0.5);
    if (of.length === 0 || promisedOf(of) < LEAST_PROMISED) return [];
    if (light === null || doubt !== null) return [{ zone, promised: promisedOf(of), real: null, doubt: null }];
    return [darknessOf(zone, of, { ln: Math.log(light[1]), unsure })];
  });
  return { light, doubt, zones, verdict: verdictOf(zones) };
}
