import { memoLast } from '~/model/base/memo';
import { MM2_PER_CM2 } from '~/model/base/units';
import {
  BAND_FADE_MM,
  BAND_MM,
  besideHair,
  coverageWeight,
  partingWeight,
  topWeight,
} from '~/model/density/coverage-zones';
import { densityField, lineWeight } from '~/model/density/density-field';
import type { DensityField } from '~/model/density/density-field';
import { edgeEntry, edgeWeight, STRAY_REACH_MM } from '~/model/density/line-edge';
import { strokeField } from '~/model/density/stroke-field';
import type { Zone } from '~/model/design/choices';
import type { Design } from '~/model/design/design';
import type { Stroke } from '~/model/design/drawing';
import { edgeSeed } from '~/model/design/line-style';
import { chartGridOf, GRID, toGrid } from '~/model/head/chart-grid';
import type { Cranium, Head } from '~/model/head/head';
import { toChart } from '~/model/head/scalp-chart';
import { hash32, hashUnit } from '~/model/maths/hash';
import { smoothstep } from '~/model/maths/numbers';
import { SIZE_CLASSES, SKIN_ROWS } from '~/model/pigment/dot-appearance';
import { sharesUpTo } from '~/model/pigment/sessions';
import { bilinear } from '~/model/raster/sample-plane';
import { BYTES_PER_DOT, SIZE_BYTE_ONE, STRENGTH_BYTE_ONE } from './dot-coverage';
import type { DotCoverage } from './dot-coverage';
import { toneOf } from './dot-takes';
import { scarUptake } from './scar-uptake';
import type { VisibleDots } from './visible-dots';

/** Size at the edge is not less than this (docs/model.md, Density and edge). */
const LEAST_SIZE = 0.93;
/** So few dots between hairs are as weak as they are few: it is hair that hides the skin. Share of the density asked for; our choice. */
const LEAST_BESIDE = 0.02;
/**
 * A stray dot looks like a dot of the edge where that has this share of the field's density: a fifth weaker, 7 % narrower. No strays were
 * measured: the trade sets them fine and light, the number is our choice.
 */
const STRAY_WEIGHT = 0.2;
/** A zone is shown as far as this before the line, fading. Our choice. */
const BEFORE_LINE_MM = 4;
/** Channel of the hash that decides strays; the design's seed is mixed in. */
const STRAY_CHANNEL = 0x51a7;
/** Another, that decides which dots of a scar's rim stand in scarred skin. */
const SCAR_CHANNEL = 0x5ca1;

/** What of a dot never changes while head and photo stay. */
interface DotPlaces {
  /** The grid node before it in both ways, and how far on it lies. */
  readonly node: Int32Array;
  readonly s: Float32Array;
  readonly t: Float32Array;
  readonly top: Float32Array;
}

function dotPlaces(view: VisibleDots, head: Head): DotPlaces {
  const node = new Int32Array(view.count);
  const s = new Float32Array(view.count);
  const t = new Float32Array(view.count);
  const top = new Float32Array(view.count);
  for (let dot = 0; dot < view.count; dot++) {
    const [x, y, z] = view.directions.subarray(3 * dot, 3 * dot + 3);
    const { u, v } = toChart({ x, y, z });
    const [gx, gy] = [toGrid(u), toGrid(v)];
    const [i, j] = [Math.floor(gx), Math.floor(gy)];
    node[dot] = j * GRID + i;
    s[dot] = gx - i;
    t[dot] = gy - j;
    top[dot] = topWeight(head.cranium, view.pointsMm[3 * dot + 1]);
  }
  return { node, s, t, top };
}

/** A field of the grid at a dot, bilinear. */
const sample = (field: Float32Array, node: number, s: number, t: number): number =>
  bilinear(field[node], field[node + 1], field[node + GRID], field[node + GRID + 1], s, t);

/** Neighbouring nodes whose nearest places on the line lie farther apart than this look at different parts of it. */
const APART_MM = 15;

/** The way along the line at a dot: bilinear, or the nearest node's where the four look at different parts of the line. */
function sampleAlong(field: Float32Array, node: number, s: number, t: number): number {
  const a = field[node];
  const b = field[node + 1];
  const c = field[node + GRID];
  const d = field[node + GRID + 1];
  if (Math.max(a, b, c, d) - Math.min(a, b, c, d) > APART_MM) return s < 0.5 ? (t < 0.5 ? a : c) : t < 0.5 ? b : d;
  return bilinear(a, b, c, d, s, t);
}

/** Turns designs into coverage for the dots of one view of one head. */
export interface Coverer {
  /** The same design gives the same bytes. 50 000 dots take a few ms. */
  cover(design: Design): DotCoverage;
  /** 0..1: existing hair at each dot, as the photo shows it and the brush corrected it. */
  hair(strokes: readonly Stroke[]): Float32Array;
  /** 0..1: how much each dot belongs to a zone; 0 before this design's line. */
  zone(design: Design, zone: Zone): Float32Array;
  /** 0..1: how much the skin is scarred at each dot; null where nobody marked a scar. */
  scars(strokes: readonly Stroke[]): Float32Array | null;
}

export function createDotCoverage(view: VisibleDots, head: Head): Coverer {
  const places = dotPlaces(view, head);
  const hair = memoLast((strokes: readonly Stroke[]): Float32Array => {
    const corrected = strokeField(strokes, chartGridOf(head.cranium))?.hair ?? null;
    if (corrected === null) return view.hair;
    const { node, s, t } = places;
    const { kept, marked } = corrected;
    return view.hair.map(
      (read, dot) => read * sample(kept, node[dot], s[dot], t[dot]) + sample(marked, node[dot], s[dot], t[dot]),
    );
  });
  /** `own`: a zone of the skull; null: the hairline's band. */
  const zoneAt = memoLast((insideMm: Float32Array, hairline: Float32Array, own: Float32Array | null): Float32Array => {
    const { node, s, t } = places;
    return Float32Array.from(node, (at, dot) => {
      const behind = smoothstep(-BEFORE_LINE_MM, 0, sample(insideMm, at, s[dot], t[dot]));
      if (behind === 0) return 0;
      const band = sample(hairline, at, s[dot], t[dot]);
      return behind * (own === null ? band : (1 - band) * sample(own, at, s[dot], t[dot]));
    });
  });
  return {
    cover: (design) => coverDots(design, densityField(design, head), head.cranium, view, places, hair(design.strokes)),
    hair,
    zone: (design, zone) => {
      const { hairline, skull, line } = densityField(design, head);
      return zoneAt(line.insideMm, hairline, zone === 'hairline' ? null : skull[zone]);
    },
    scars: memoLast((strokes: readonly Stroke[]): Float32Array | null => {
      const scar = strokeField(strokes, chartGridOf(head.cranium))?.scar ?? null;
      if (scar === null) return null;
      const { node, s, t } = places;
      return Float32Array.from(node, (at, dot) => sample(scar, at, s[dot], t[dot]));
    }),
  };
}

function coverDots(
  design: Design,
  field: DensityField,
  cranium: Cranium,
  view: VisibleDots,
  places: DotPlaces,
  hairAt: Float32Array,
): DotCoverage {
  const { densityPerCm2, seed, partingWidthMm } = design;
  const { edge, strokes, zones, coverage } = field;
  const hasParting = coverage === 'partLine';
  const mostPerCm2 = densityPerCm2 * (zones?.mostDensity ?? 1);
  const { insideMm, arcLengthMm } = field.line;
  const { pointsMm } = view;
  const shares = sharesUpTo(design.sessionsPlanned);
  const bytes = new Uint8Array(BYTES_PER_DOT * view.count);
  const farOutMm = -edge.mostForwardMm - STRAY_REACH_MM;
  // Deeper than this neither the transition nor the band behind the line reaches.
  const deepMm = Math.max(edge.mostDepthMm + edge.mostForwardMm, BAND_MM + BAND_FADE_MM / 2);
  const straySeed = edgeSeed(design) ^ STRAY_CHANNEL;
  // Strays are taken from the dots that a solid zone would have here.
  const strayShare = (edge.straysPerMm2 * MM2_PER_CM2) / densityPerCm2;
  let drawCount = 0;
  let shown = 0;

  for (let dot = 0; dot < view.count; dot++) {
    const appearsAt = view.appearsAtPerCm2[dot];
    const sight = view.visible[dot];
    if (appearsAt >= mostPerCm2 * sight) continue;
    const node = places.node[dot];
    const s = places.s[dot];
    const t = places.t[dot];
    const perCm2 = zones === null ? densityPerCm2 : densityPerCm2 * sample(zones.density, node, s, t);
    if (appearsAt >= perCm2 * sight) continue;
    const hair = hairAt[dot];
    const kept = strokes === null ? 1 : sample(strokes.kept, node, s, t);
    const beside = besideHair(hair, field.equalHair);
    const added = strokes === null ? 0 : sample(strokes.added, node, s, t) * beside;

    const parting = hasParting
      ? partingWeight(cranium, partingWidthMm, pointsMm[3 * dot], pointsMm[3 * dot + 1], pointsMm[3 * dot + 2])
      : 0;

    // How much of the density is wanted here, and how far out in a transition the dot stands (for size and tone).
    let weight = added;
    let rim = added;
    let chosen = false;
    const inside = sample(insideMm, node, s, t);
    if (inside >= deepMm) {
      const own = kept * coverageWeight(coverage, 0, places.top[dot], parting, hair, field.equalHair);
      if (own > weight) weight = own;
      rim = 1;
    } else if (inside > farOutMm && kept > 0) {
      const along = sampleAlong(arcLengthMm, node, s, t);
      const own = kept * lineWeight(field, inside, along, places.top[dot], parting, hair);
      const entry = edgeEntry(along);
      const depth = inside + edge.forwardMm[entry];
      if (own > weight) weight = own;
      if (depth < 0 && depth > -STRAY_REACH_MM && weight < STRAY_WEIGHT && coverage !== 'painted') {
        const near = hasParting ? parting : edge.temples[entry];
        const chance = strayShare * near * (1 + depth / STRAY_REACH_MM) * kept * beside;
        chosen = hash32(view.rank[dot], straySeed) < chance * 4294967296;
      } else {
        rim = Math.max(rim, edgeWeight(edge, depth, entry));
      }
    }
    if (chosen) {
      weight = STRAY_WEIGHT;
      rim = STRAY_WEIGHT;
    }
    const wanted = perCm2 * (chosen ? 1 : weight) * sight;
    if (appearsAt >= wanted) continue;

    // Size follows the weight at a quarter of its strength, by its area, and tone at an eighth: it is by their number that dots end, and the
    // last of real ones are as dark as those behind them.
    const tone = toneOf(view.rank[dot]);
    const zoneStrength = zones === null ? 1 : sample(zones.strength, node, s, t);
    // Between hairs dots are fewer, not weaker: together they are one field.
    const wish = Math.min(1, weight / Math.max(beside, LEAST_BESIDE));
    const strength = (zoneStrength * (7 + wish * sight)) / 8;
    const size = Math.max(LEAST_SIZE, Math.sqrt((3 + rim) / 4));
    const done = appearsAt / wanted;
    let session = 0;
    while (session < shares.length - 1 && done >= shares[session]) session++;
    const scar = strokes?.scar == null ? 0 : sample(strokes.scar, node, s, t);
    // A scar's rim is a mixture of dots in scarred and in healthy skin.
    const scarred = scar > 0 && hashUnit(view.rank[dot], seed ^ SCAR_CHANNEL) < scar;
    const uptake = scarred ? scarUptake(view, dot, seed) : 1;
    const at = BYTES_PER_DOT * dot;
    bytes[at] = Math.min(255, STRENGTH_BYTE_ONE * strength * uptake + 0.5);
    bytes[at + 1] = SIZE_BYTE_ONE * size + 0.5;
    bytes[at + 2] = session * SIZE_CLASSES + view.sizeClass[dot] + (scarred ? SKIN_ROWS : 0);
    bytes[at + 3] = STRENGTH_BYTE_ONE * tone + 0.5;
    drawCount = dot + 1;
    shown++;
  }
  return { bytes, drawCount, shown };
}
