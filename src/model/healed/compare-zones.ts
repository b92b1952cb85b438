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
export type ZoneDoubt = 'outOfSight' | 'gloss' | 'hair' | 'otherLight';
/** Why the two photos cannot be compared in numbers at all. */
export type LightDoubt = 'noBareSkin' | 'uneven' | 'tooDark' | 'tooBright';

/** How dark a zone is: −ln of the share of green light that the pigment leaves (docs/model.md, The healed photo). */
export interface ZoneDarkness {
  readonly zone: Zone;
  readonly planned: number;
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
  /** All told zones together; `within`: as planned, and so would much else be, for the ± is wide; null: none could be told. */
  readonly verdict: 'asPlanned' | 'within' | 'lighter' | 'darker' | 'nothing' | null;
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
const LEAST_PLANNED = 0.04;
/** Patches that a zone, and the bare skin, must show: each stands for about 9 mm². */
const LEAST_PATCHES = 30;
/** Most a part of the bare skin's light may differ from the rest, as a logarithm, before the light is another. */
const MOST_UNEVEN = 0.22;
/** Most that light which changes from low to high on the bare skin would make of a zone farther up, as a logarithm. */
const MOST_DRIFT = 0.1;
/** Exposures beyond these say nothing about pigment any more: the camera's curve does not follow. */
const EXPOSURES = { least: 0.28, most: 3.2 } as const;
/** So much of a zone may shine: it is told by the rest. */
const MOST_GLOSS = 0.5;
/** Shining: brighter than the bare skin makes likely, as a logarithm; by so much white light, a share of the skin's; or clipped. */
const SHINES = 0.3;
/**
 * Gloss is as white as the light, skin is not: where it lies over the skin, blue gains more than red. By so much of the skin's light on the
 * mean what is left of a zone shines too much. Skin whose blue and red are nearer to green than this, −ln, shows no gloss by its hue.
 */
const SHINES_BY_HUE = 0.2;
const LEAST_HUE = 0.15;
/** Hair has grown: darker than pigment is likely to be, and rougher than it was planned. */
const HAIR_TIMES = 1.6;
const HAIR_OVER = 0.15;
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
  readonly planned: number;
  readonly plannedTexture: number;
  /** ln of real over bare, of red, green and blue. */
  readonly over: readonly [number, number, number];
  /** By how much more of red than of blue light the pigment is planned to take, −ln. */
  readonly plannedHue: number;
  /** What white light that is a share w of the skin's green does to ln(blue/red) of the bare skin: so many times w. */
  readonly hueOfWhite: number;
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
    planned: log(bare.light[1]) - log(planned.light[1]),
    plannedTexture: planned.texture,
    over: [over(0), over(1), over(2)],
    plannedHue: log(bare.light[0]) - log(planned.light[0]) - (log(bare.light[2]) - log(planned.light[2])),
    hueOfWhite: bare.light[1] / Math.max(bare.light[2], 1e-4) - bare.light[1] / Math.max(bare.light[0], 1e-4),
  };
}

/** How high a place lies on the skull, from straight ahead over the crown, radians. */
const riseOf = ({ place: { direction } }: Measured): number => Math.atan2(direction.y, direction.z);

/** The bare skin of the new photo against the first. */
interface BareSkin {
  /** ln(real/bare), its middle. */
  readonly ln: number;
  /** ln(blue/red) of the same. */
  readonly hue: number;
  /** How far the middle may be off. */
  readonly unsure: number;
  /** How high it lies, radians; and by what its light changes with that at least, ln for each radian. */
  readonly rise: number;
  readonly slope: number;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const spread = (values: readonly number[]): number => {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
};

/** How dark some places are planned, −ln T, on the mean. */
const plannedOf = (places: readonly Measured[]): number => mean(places.map(({ planned }) => planned));

/** Without the ends of the list. */
function trimmed<Item>(items: readonly Item[], by: (item: Item) => number): readonly Item[] {
  const cut = Math.floor(TRIMMED * items.length);
  return [...items].sort((a, b) => by(a) - by(b)).slice(cut, items.length - cut);
}

/** By what light changes from low to high on the bare skin, ln for each radian: no more than is sure. */
function slopeOf(skin: readonly Measured[]): { readonly rise: number; readonly slope: number } {
  const rise = mean(skin.map(riseOf));
  const middle = mean(skin.map(({ over }) => over[1]));
  const square = mean(skin.map((each) => (riseOf(each) - rise) ** 2));
  if (square < 1e-6) return { rise, slope: 0 };
  const slope = mean(skin.map((each) => (riseOf(each) - rise) * (each.over[1] - middle))) / square;
  const left = spread(skin.map((each) => each.over[1] - slope * (riseOf(each) - rise)));
  const error = left / Math.sqrt(square * Math.max(1, skin.length / PLACES_IN_ONE));
  return { rise, slope: Math.sign(slope) * Math.max(0, Math.abs(slope) - error) };
}

/** The light of the bare skin in the two photos, and how evenly it differs. */
function readLight(skin: readonly Measured[]): Pick<HealedReport, 'light' | 'doubt'> & { readonly bare: BareSkin } {
  if (skin.length < LEAST_PATCHES)
    return { light: null, doubt: 'noBareSkin', bare: { ln: 0, hue: 0, unsure: 0, rise: 0, slope: 0 } };
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
  const unsure = parts.length < 2 ? 0.1 : spread(parts);
  return { light, doubt, bare: { ln: green, hue: blue - red, unsure, ...slopeOf(kept) } };
}

/**
 * White light over some places, a share of their skin's green light. Pigment takes green, and of red more than of blue: `hueOfPigment` times as much
 * more. White light gives green back, and to blue more than to red. So what green lost and what blue gained on red tell the two apart.
 */
function shineOf(places: readonly Measured[], hueOfPigment: number, skin: BareSkin): number {
  const white = mean(places.map(({ hueOfWhite }) => hueOfWhite));
  if (Math.min(white, white + hueOfPigment) < LEAST_HUE) return 0;
  const hue = mean(places.map(({ over }) => over[2] - over[0])) - skin.hue;
  const lost = skin.ln - mean(places.map(({ over }) => over[1]));
  return Math.max(0, (hue - hueOfPigment * lost) / (white + hueOfPigment));
}

/** How dark one zone is. */
function darknessOf(zone: Zone, places: readonly Measured[], skin: BareSkin): ZoneDarkness {
  const realOf = ({ over }: Measured): number => skin.ln - over[1];
  const planned = plannedOf(places);
  const untold = (doubt: ZoneDoubt): ZoneDarkness => ({ zone, planned, real: null, doubt });
  if (places.length < LEAST_PATCHES) return untold('outOfSight');
  const hueOfPigment = mean(places.map(({ plannedHue }) => plannedHue)) / planned;
  const matt = places.filter(
    (each) => each.real.clipped <= 0.1 && realOf(each) >= -SHINES && shineOf([each], hueOfPigment, skin) <= SHINES,
  );
  if (matt.length < Math.max(LEAST_PATCHES, (1 - MOST_GLOSS) * places.length)) return untold('gloss');
  const kept = trimmed(matt, realOf);
  const seen = mean(kept.map(realOf));
  const rough = mean(kept.map(({ real }) => real.texture));
  const plannedRough = mean(kept.map(({ plannedTexture }) => plannedTexture));
  const isRough = rough > HAIR_TEXTURE.times * plannedRough + HAIR_TEXTURE.over;
  const isDark = seen > HAIR_TIMES * planned + HAIR_OVER;
  const shine = shineOf(kept, hueOfPigment, skin);
  if (shine > SHINES_BY_HUE) return untold('gloss');
  const drift = Math.abs(skin.slope * (mean(kept.map(riseOf)) - skin.rise));
  if (drift > MOST_DRIFT) return untold('otherLight');
  if (isRough || isDark) return untold('hair');
  const apart = spread(kept.map((each) => realOf(each) - each.planned));
  const errorPlusMinus = Math.hypot(
    LEAST_ERROR,
    skin.unsure,
    shine,
    drift,
    apart / Math.sqrt(Math.max(1, kept.length / PLACES_IN_ONE)),
  );
  // What gloss hides of the pigment is added; that it is gloss, and not cold light, is as unsure as all of it.
  return { zone, planned: plannedOf(kept), real: { darkness: seen + shine, errorPlusMinus }, doubt: null };
}

/** Most of the planned darkness that is still none; how far off is another one; and from which ± on little is said by being within it. Shares. */
const NOTHING = 0.25;
const OTHER = 0.2;
const WIDE = 0.4;

function verdictOf(zones: readonly ZoneDarkness[]): HealedReport['verdict'] {
  const told = zones.flatMap(({ planned, real }) => (real === null ? [] : [{ planned, ...real }]));
  if (told.length === 0) return null;
  const planned = mean(told.map((zone) => zone.planned));
  const real = mean(told.map(({ darkness }) => darkness));
  const error = mean(told.map(({ errorPlusMinus }) => errorPlusMinus));
  if (real < NOTHING * planned) return 'nothing';
  if (Math.abs(real - planned) <= Math.max(error, OTHER * planned))
    return error > WIDE * planned ? 'within' : 'asPlanned';
  return real < planned ? 'lighter' : 'darker';
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
    ({ place, planned }) =>
      planned < NO_PIGMENT &&
      insideMm(place) < -BEFORE_LINE_MM &&
      place.heightMm > GLABELLA_Y_MM + ABOVE_BROWS_MM &&
      hairAt(place) < 0.3,
  );
  const { light, doubt, bare } = readLight(skin);
  const treated = measured.filter(({ place, planned }) => planned > NO_PIGMENT && hairAt(place) < 0.3);
  const shareOf = ({ direction }: SamePlace, zone: Zone): number => {
    const node = nodeAt(direction);
    const band = field.hairline[node];
    return zone === 'hairline' ? band : (1 - band) * field.skull[zone][node];
  };
  const zones = ZONES.flatMap((zone): ZoneDarkness[] => {
    const of = treated.filter(({ place }) => shareOf(place, zone) > 0.5);
    if (of.length === 0 || plannedOf(of) < LEAST_PLANNED) return [];
    if (light === null || doubt !== null) return [{ zone, planned: plannedOf(of), real: null, doubt: null }];
    return [darknessOf(zone, of, bare)];
  });
  return { light, doubt, zones, verdict: verdictOf(zones) };
}
