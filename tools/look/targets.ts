// What real treated scalps measure and what ours shall measure: the one table of it. All numbers come from photographs unless a
// comment says otherwise: crops of real work at 9–16 px/mm (four healed, three finished and photographed by phone, three right
// after a visit), their scale known to 5–15 %, so densities to 30 %.
import { labToLinear } from '~/model/colour/lab';
import type { LinearRgb } from '~/model/colour/linear-rgb';
import { shareOfColour } from '~/model/pigment/photographed';
import type { Lab } from '~/model/colour/lab';
import type { EdgeMeasures } from './measure-edge';
import type { LookMeasures } from './measure-look';
import type { LinePart } from './picture';
import { median } from './statistics';

export type Preset = 'light' | 'medium' | 'dark';
/** The edges of which photographs say how wide they are. */
export type EdgeStyle = 'soft' | 'defined';
/** What state the work in a photograph is in. */
export type RealState = 'healed' | 'finished' | 'rightAfter';
export const REAL_STATES: readonly RealState[] = ['healed', 'finished', 'rightAfter'];

/** Full width at half maximum of a Gaussian, in standard deviations. */
export const FWHM = 2.355;
/** Blur of the cameras that took the photographs: .20–.25 mm FWHM, as the standard deviation of a Gaussian, mm. */
export const REAL_BLUR_MM = 0.225 / FWHM;

/** From, to. */
export type Band = readonly [from: number, to: number];

/**
 * Dots drawn to a cm², from photographs: what was told as "to be counted" is what has to be drawn for the counts of real work. On
 * the bare skin of the healed crops, of 100 drawn 92–95 are counted, of 130 108–110, of 160 111–122: weak ones drown in pores and
 * grain, near ones run into each other. Real healed fields count 81–107 (100 told), so they hold about 90 to 130.
 */
export const DRAWN_PER_CM2: Readonly<Record<Preset, Band>> = { light: [90, 110], medium: [110, 140], dark: [140, 170] };
/** And what of so many is counted. */
export const COUNTED_PER_CM2: Readonly<Record<Preset, Band>> = {
  light: [76, 104],
  medium: [92, 122],
  dark: [102, 135],
};

/** What was told of real pictures before: a middle value, a range, or both. */
export interface Told {
  readonly value?: number;
  readonly range?: Band;
}

/** One row of the table. */
export interface LookRow {
  readonly label: string;
  readonly digits: number;
  /** The picture's value; null where it has none. */
  readonly of: (measures: LookMeasures) => number | null;
  readonly target: (preset: Preset, edge: EdgeStyle) => Band | null;
  /** The middle of the target is that of skin of L* 62, a* 15 and b* 20 (`TOLD_SKIN`); on other skin it is this. */
  readonly moved?: (middle: number, measures: LookMeasures) => number;
  readonly told: Readonly<Partial<Record<RealState, Told>>>;
  /** How near the same measure on the same crops has to come to what was told: a share of it, and no less than `least`. */
  readonly within: { readonly share: number; readonly least?: number };
  /** Why the crops at hand do not give what was told. */
  readonly differs?: Readonly<Partial<Record<RealState, string>>>;
}

/** Colours and texture shall come back to 15 %, and what is counted to 30 %. */
const COLOUR = { share: 0.15 };
const COUNTED = { share: 0.3 };
/** A step of one unit of L*, a* or b* is not seen. */
const STEPS = { share: 0.15, least: 1 };

const WEAK = 'many weak dots between the dark ones are counted too; from a depth of .15 on it is 1 : 1.9 : 3.1';
const GLOSS = 'fields of z3 and z6 face the light more than the skin beside them; z5, evenly lit, has .48';

/** The skin that the targets of colour are told of. */
export const TOLD_SKIN: Lab = { l: 62, a: 15, b: 20 };

/** −ln T green of the work that they are told of: medium. */
const TOLD_DARKNESS = 0.45;

/** Log of a band's light over that of green. */
function hueOf(skin: Lab, band: 0 | 2): number {
  const light = labToLinear(skin);
  return Math.log(light[band] / light[1]);
}

/** Ln of a skin's bands over green. */
const coloursOf = (skin: Lab): LinearRgb => [hueOf(skin, 0), 0, hueOf(skin, 2)];

/**
 * What colour is lost, on skin that has plenty, is the same on all of it, and no more than there is on paler skin: ln(T_R/T_G) of the seven
 * crops is −.15 … −.38 for ln(R/G) of .25 to 1.05, and does not rise with it. A ratio that were the same on all skin would turn pale
 * yellow skin teal.
 */
const asFarAsThereIs =
  (band: 0 | 2) =>
  (middle: number, { colour }: LookMeasures): number => {
    const greyed = 1 - Math.exp(-TOLD_DARKNESS);
    const share = (skin: Lab): number => hueOf(skin, band) * shareOfColour(coloursOf(skin), greyed);
    return middle ** (share(colour.skin) / share(TOLD_SKIN));
  };

const by = (bands: Readonly<Record<Preset, Band>>) => (preset: Preset) => bands[preset];
const always = (band: Band | null) => () => band;

const edgeOf = (measures: LookMeasures, part: LinePart, of: (edge: EdgeMeasures) => number): number | null => {
  const values = measures.edges.filter((edge) => edge.part === part).map(of);
  const known = values.filter((value) => !Number.isNaN(value));
  return known.length === 0 ? null : median(known);
};
const ofDots = (pick: (dots: NonNullable<LookMeasures['dots']>) => number) => (measures: LookMeasures) =>
  measures.dots === null ? null : pick(measures.dots);

export const LOOK_ROWS: readonly LookRow[] = [
  {
    label: '−ln T red',
    digits: 2,
    of: ({ colour }) => colour.minusLnT[0],
    target: always(null),
    told: {},
    within: COLOUR,
  },
  {
    label: '−ln T green',
    digits: 2,
    of: ({ colour }) => colour.minusLnT[1],
    // Light and dark: one value each; their bands are as wide as that of medium, in proportion.
    target: by({ light: [0.22, 0.34], medium: [0.36, 0.55], dark: [0.52, 0.79] }),
    told: { healed: { value: 0.36, range: [0.19, 0.67] }, finished: { value: 0.47 }, rightAfter: { value: 0.5 } },
    within: COLOUR,
    differs: { finished: GLOSS },
  },
  {
    label: '−ln T blue',
    digits: 2,
    of: ({ colour }) => colour.minusLnT[2],
    target: always(null),
    told: {},
    within: COLOUR,
  },
  {
    label: '−ln T green at the line',
    digits: 2,
    of: ({ edges }) => (edges.length === 0 ? null : median(edges.map(({ step }) => step.minusLnT[1]))),
    target: always(null),
    told: { healed: { value: 0.36, range: [0.19, 0.67] }, finished: { value: 0.47 }, rightAfter: { value: 0.5 } },
    within: COLOUR,
    differs: {
      healed: 'the forehead of h2318 turns out of the light, as is not so in the field: without it .35',
      finished: 'as above; z5 has .23 within 12 mm of its line, .48 between regions farther apart',
    },
  },
  {
    label: 'T_R/T_G',
    digits: 2,
    of: ({ colour }) => colour.redToGreen,
    target: by({ light: [0.87, 0.93], medium: [0.78, 0.86], dark: [0.73, 0.81] }),
    moved: asFarAsThereIs(0),
    told: { healed: { value: 0.8 }, rightAfter: { value: 1.1 } },
    within: COLOUR,
  },
  {
    label: 'T_B/T_G',
    digits: 2,
    of: ({ colour }) => colour.blueToGreen,
    target: by({ light: [1.02, 1.08], medium: [1.06, 1.13], dark: [1.1, 1.17] }),
    moved: asFarAsThereIs(2),
    told: { healed: { value: 1.12 }, rightAfter: { value: 1.05 } },
    within: COLOUR,
  },
  {
    label: 'ΔL*',
    digits: 1,
    of: ({ colour }) => colour.delta.l,
    target: by({ light: [-9, -5], medium: [-13, -9], dark: [-17, -13] }),
    // Theory: the same share of light lost is a step in proportion to L* + 16; −11 and −ln T .45 belong together at L* 62.
    moved: (middle, { colour }) => (middle * (colour.skin.l + 16)) / (TOLD_SKIN.l + 16),
    told: { healed: { value: -11 }, rightAfter: { value: -12 } },
    within: STEPS,
  },
  {
    label: 'Δa*',
    digits: 1,
    of: ({ colour }) => colour.delta.a,
    target: by({ light: [-6.5, -2.5], medium: [-9, -5], dark: [-11.5, -7.5] }),
    moved: (middle, { colour }) => (middle * colour.skin.a) / TOLD_SKIN.a,
    told: { healed: { value: -8 }, rightAfter: { value: 1 } },
    within: STEPS,
  },
  {
    label: 'Δb*',
    digits: 1,
    of: ({ colour }) => colour.delta.b,
    target: by({ light: [-7, -3], medium: [-9.5, -5.5], dark: [-12, -8] }),
    moved: (middle, { colour }) => (middle * colour.skin.b) / TOLD_SKIN.b,
    told: { healed: { value: -8.5 }, rightAfter: { value: -2.4 } },
    within: STEPS,
    differs: { healed: 'h2315 is in cold light, its skin’s own b* 3: without it −8.8' },
  },
  {
    label: 'tex5',
    digits: 3,
    of: ({ texture }) => texture,
    target: by({ light: [0.06, 0.08], medium: [0.09, 0.12], dark: [0.13, 0.18] }),
    told: { healed: { value: 0.1, range: [0.07, 0.16] }, finished: { value: 0.2 }, rightAfter: { value: 0.2 } },
    within: COLOUR,
  },
  {
    label: 'clouds',
    digits: 3,
    of: ({ clouds }) => clouds,
    // Measured by us on the healed crops, whose dots take as much light as the medium preset's: .000 to .023. In proportion to that light.
    target: by({ light: [0, 0.016], medium: [0, 0.025], dark: [0, 0.036] }),
    told: {},
    within: COLOUR,
  },
  {
    label: 'dots/cm²',
    digits: 0,
    of: ofDots(({ perCm2 }) => perCm2),
    target: by(COUNTED_PER_CM2),
    told: { healed: { value: 100, range: [52, 131] }, rightAfter: { value: 70 } },
    within: COUNTED,
  },
  {
    label: 'nearest · √n',
    digits: 2,
    of: ofDots(({ spacing }) => spacing),
    target: always([0.62, 0.75]),
    told: { healed: { range: [0.62, 0.72] }, rightAfter: { range: [0.64, 0.69] } },
    within: COLOUR,
  },
  {
    label: 'FWHM mm',
    digits: 2,
    of: ofDots(({ fwhmMm }) => fwhmMm),
    // Theory: true widths of .30–.36 (medium), .27–.31 and .33–.40 mm with a camera's blur of .20–.25 mm, in squares.
    target: by({ light: [0.34, 0.4], medium: [0.36, 0.44], dark: [0.39, 0.47] }),
    told: { healed: { range: [0.34, 0.5] }, rightAfter: { range: [0.38, 0.53] } },
    within: COLOUR,
  },
  {
    label: 'core loss mm²',
    digits: 3,
    of: ofDots(({ lossMm2 }) => lossMm2),
    target: by({ light: [0.035, 0.045], medium: [0.055, 0.07], dark: [0.07, 0.09] }),
    told: { healed: { range: [0.057, 0.082] }, rightAfter: { range: [0.1, 0.17] } },
    within: COLOUR,
  },
  {
    label: 'contrast red',
    digits: 2,
    of: ofDots(({ contrast }) => contrast[0]),
    target: always(null),
    told: { healed: { value: 0.32 }, rightAfter: { value: 0.53 } },
    within: COLOUR,
  },
  {
    label: '  green to red',
    digits: 2,
    of: ofDots(({ contrast }) => contrast[1] / contrast[0]),
    // One value, 1.2: half of the step from even colour either way.
    target: always([1.1, 1.3]),
    told: { healed: { value: 0.39 / 0.32 }, rightAfter: { value: 0.67 / 0.53 } },
    within: COLOUR,
  },
  {
    label: '  blue to red',
    digits: 2,
    of: ofDots(({ contrast }) => contrast[2] / contrast[0]),
    // One value, 1.35.
    target: always([1.2, 1.5]),
    told: { healed: { value: 0.42 / 0.32 }, rightAfter: { value: 0.72 / 0.53 } },
    within: COLOUR,
  },
  {
    label: 'strength 50 % to 10 %',
    digits: 1,
    of: ofDots(({ strength }) => strength[1]),
    // As real, 1.9; a fifth either way.
    target: always([1.5, 2.3]),
    told: { healed: { value: 1.9 }, rightAfter: { value: 1.9 } },
    within: COUNTED,
    differs: { rightAfter: WEAK },
  },
  {
    label: 'strength 90 % to 10 %',
    digits: 1,
    of: ofDots(({ strength }) => strength[2]),
    // As real, 3.9; a fifth either way.
    target: always([3.1, 4.7]),
    told: { healed: { value: 3.9 }, rightAfter: { value: 3 } },
    within: COUNTED,
    differs: { rightAfter: WEAK },
  },
  {
    label: 'edge mm, middle',
    digits: 1,
    of: (measures) => edgeOf(measures, 'middle', ({ edgeMm }) => edgeMm),
    target: (_, edge) => (edge === 'soft' ? [6, 10] : [4, 6]),
    told: { healed: { range: [7, 12] }, rightAfter: { range: [4, 8] } },
    within: COLOUR,
  },
  {
    label: 'edge mm, side',
    digits: 1,
    of: (measures) => edgeOf(measures, 'side', ({ edgeMm }) => edgeMm),
    // From 8 to 14 in the four afters of `pairs` whose sides are seen.
    target: (_, edge) => (edge === 'soft' ? [8, 14] : [4, 8]),
    told: {},
    within: COLOUR,
  },
  {
    label: 'wander mm, middle',
    digits: 2,
    of: (measures) => edgeOf(measures, 'middle', ({ wanderMm }) => wanderMm),
    target: always([0.5, 1]),
    told: { healed: { value: 0.7, range: [0.35, 1.3] }, rightAfter: { range: [0.55, 0.9] } },
    within: COUNTED,
  },
  {
    label: 'wander mm, side',
    digits: 2,
    of: (measures) => edgeOf(measures, 'side', ({ wanderMm }) => wanderMm),
    target: always([0.5, 1]),
    told: {},
    within: COUNTED,
  },
];

/** The band that a picture's value shall lie in; its middle moved where it depends on the skin. */
export function targetFor(row: LookRow, measures: LookMeasures, preset: Preset, edge: EdgeStyle): Band | null {
  const band = row.target(preset, edge);
  if (band === null || row.moved === undefined) return band;
  const [middle, half] = [(band[0] + band[1]) / 2, (band[1] - band[0]) / 2];
  const moved = row.moved(middle, measures);
  return [moved - half, moved + half];
}

export const isIn = ([from, to]: Band, value: number): boolean => value >= from && value <= to;

/** Does what is measured on a set of real pictures agree with what was told of such? `middle` is their median. */
export function agrees({ within: { share, least = 0 } }: LookRow, { value, range }: Told, middle: number): boolean {
  const slack = (of: number): number => Math.max(least, share * Math.abs(of));
  if (value !== undefined) return Math.abs(middle - value) <= slack(value);
  if (range === undefined) return true;
  return isIn([range[0] - slack(range[0]), range[1] + slack(range[1])], middle);
}
