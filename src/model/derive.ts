import { memoFew, memoLast } from '~/model/base/memo';
import { skinColour } from '~/model/colour/skin-colour';
import type { Zone } from '~/model/design/choices';
import type { Design } from '~/model/design/design';
import { stalePart } from '~/model/design/stale-part';
import { createDotCoverage } from '~/model/dots/cover-dots';
import type { DotCoverage } from '~/model/dots/dot-coverage';
import type { DotField } from '~/model/dots/dot-field';
import { findVisibleDots } from '~/model/dots/find-visible-dots';
import type { VisibleDots } from '~/model/dots/visible-dots';
import { headError } from '~/model/fit/head-error';
import { headOf } from '~/model/fit/head-of';
import { fitTogether, headTogether } from '~/model/fit/heads-of';
import type { Together } from '~/model/fit/heads-of';
import type { FittedViews, HeadError } from '~/model/fit/view-to-fit';
import { greySince, hairInTime, stageInForce, yearsOfLoss, yearsShown } from '~/model/hair/own-hair';
import type { HairChangeVerdict, HairInTime, OwnHairShown } from '~/model/hair/own-hair';
import { hairlineOf } from '~/model/hairline/hairline';
import type { Hairline } from '~/model/hairline/hairline';
import { pointPlaces } from '~/model/hairline/point-moves';
import type { HeadInView } from '~/model/view/view';
import { totalsOf } from '~/model/measure/treatment-totals';
import type { TreatmentTotals } from '~/model/measure/treatment-totals';
import type { HeadGrid } from '~/model/photo/head-grid';
import { dotAppearance } from '~/model/pigment/dot-appearance';
import type { DotAppearance } from '~/model/pigment/dot-appearance';
import type { HairMap } from '~/model/raster/photo-map';
import { skinInForce } from '~/model/skin/estimate-tone';
import { inpaintSkin } from '~/model/skin/inpaint-skin';
import type { SkinReading } from '~/model/skin/skin-reading';
import type { HeadReading } from '~/model/view/head-reading';

/** What was read of the photo. */
export interface ReadPhoto {
  readonly reading: HeadReading;
  readonly skin: SkinReading;
  readonly hair: HairMap | null;
  /** The head cut out of the photo, to rebuild skin from. */
  readonly grid: HeadGrid | null;
  /** The photos of this head that it is fitted together with, itself among them; left out: it stands by itself. */
  readonly together?: Together;
}

/**
 * Everything a picture needs, from what was read of the photo and the design. Each part is worked out anew only when
 * something it depends on changed, and is the same object until then: a corrected head moves the dots; layout settings
 * decide their coverage; look settings only the look, so the time slider touches no dot.
 */
export interface Derivation {
  fit(photo: ReadPhoto, design: Design): HeadInView;
  /** How the photos of this head agree; null where it stands by itself. */
  agreement(photo: ReadPhoto, design: Design): FittedViews | null;
  /** What is left open of the head in this photo, by all that are fitted together; null where that cannot be said. */
  error(photo: ReadPhoto, design: Design): HeadError | null;
  hairline(photo: ReadPhoto, design: Design): Hairline;
  points(photo: ReadPhoto, design: Design): ReturnType<typeof pointPlaces>;
  totals(photo: ReadPhoto, design: Design): TreatmentTotals;
  dots(photo: ReadPhoto, design: Design, field: DotField): VisibleDots;
  /** 0..1: existing hair at each of the dots, corrected. */
  hair(photo: ReadPhoto, design: Design, field: DotField): Float32Array;
  /** 0..1: how much the skin is scarred at each of the dots; null where nobody marked a scar. */
  scars(photo: ReadPhoto, design: Design, field: DotField): Float32Array | null;
  /** 0..1: how much each of the dots belongs to a zone. */
  zone(photo: ReadPhoto, design: Design, field: DotField, zone: Zone): Float32Array;
  coverage(photo: ReadPhoto, design: Design, field: DotField): DotCoverage;
  /** What the coverage would be, had the photo no hair but what somebody marked by hand. */
  onBareSkin(photo: ReadPhoto, design: Design, field: DotField): DotCoverage;
  appearance(photo: ReadPhoto, design: Design): DotAppearance;
  /** Whether hair of this photo can be shown going. */
  hairVerdict(photo: ReadPhoto, design: Design, field: DotField): HairChangeVerdict;
  /** What became of the photo's own hair at the time shown; null: nothing, or nothing that can be shown. */
  ownHair(photo: ReadPhoto, design: Design, field: DotField): OwnHairShown | null;
}

/** Of one that is looked at and one that is drawn beside it: each takes some MB, and most of what a picture costs. */
const HEADS_KNOWN = 2;

/** The fit of all photos of a head, which is the same whichever of them is looked at. */
const createFitted = () => memoFew(HEADS_KNOWN, fitTogether);

/** Heads and their dots, which derivations may share: what is drawn beside a picture is mostly of the same head. `fitted`: shared with others. */
export const createKnownHeads = (fitted = createFitted()) => ({
  head: memoFew(
    HEADS_KNOWN,
    (reading: HeadReading, build: Design['build'], correction: Design['head'], knownLength: Design['knownLength']) =>
      headOf(reading, { build, head: correction, knownLength }),
  ),
  fitted,
  together: memoFew(HEADS_KNOWN, headTogether),
  error: memoFew(HEADS_KNOWN, headError),
  view: memoFew(HEADS_KNOWN, findVisibleDots),
  coverer: memoFew(HEADS_KNOWN, createDotCoverage),
});
export type KnownHeads = ReturnType<typeof createKnownHeads>;

export function createDerivation(known: KnownHeads = createKnownHeads()): Derivation {
  const { view, coverer } = known;
  const layoutOf = stalePart('layout');
  const lookPartOf = stalePart('look');
  const cover = memoLast((seen: VisibleDots, on: HeadInView, layout: Design) => coverer(seen, on).cover(layout));
  const bared = memoLast((seen: VisibleDots): VisibleDots => ({ ...seen, hair: new Float32Array(seen.count) }));
  const bareCoverer = memoLast(createDotCoverage);
  const coverBare = memoLast((seen: VisibleDots, on: HeadInView, layout: Design) =>
    bareCoverer(bared(seen), on).cover(layout),
  );
  const line = memoLast(hairlineOf);
  const places = memoLast(pointPlaces);
  const look = memoLast(dotAppearance);
  const totals = memoLast(totalsOf);
  const skin = memoLast(skinInForce);
  const colour = memoLast(skinColour);

  const inTime = memoLast(hairInTime);
  const rebuilt = memoLast(inpaintSkin);
  const changed = memoLast(
    (hairs: HairInTime, grid: HeadGrid, outline: HeadReading['outline'], hair: HairMap, design: Design) => ({
      skin: rebuilt(grid, outline, hair),
      change: hairs.at(yearsOfLoss(design), design.ownHair.greys ? greySince(design.ageYears, yearsShown(design)) : 0),
    }),
  );
  const hairPartOf = stalePart('hair');

  const agreement: Derivation['agreement'] = ({ together }, { build }) =>
    together === undefined ? null : known.fitted(together.views, build);
  const fit: Derivation['fit'] = ({ reading, together }, { build, head, knownLength }) =>
    together === undefined
      ? known.head(reading, build, head, knownLength)
      : known.together(known.fitted(together.views, build), together, head, knownLength);
  const dots: Derivation['dots'] = (photo, design, field) =>
    view(field, fit(photo, design), photo.reading.outline, photo.hair, design.seed);
  const hairAt: Derivation['hair'] = (photo, design, field) =>
    coverer(dots(photo, design, field), fit(photo, design)).hair(design.strokes);
  const hairs = (photo: ReadPhoto, design: Design, field: DotField): HairInTime =>
    inTime(
      dots(photo, design, field),
      hairAt(photo, design, field),
      fit(photo, design),
      stageInForce(design.ownHair, design.build),
    );
  return {
    fit,
    agreement,
    error: (photo, design) =>
      photo.together === undefined
        ? known.error(photo.reading, fit(photo, design), design.build)
        : known.fitted(photo.together.views, design.build).views[photo.together.at].error,
    hairline: (photo, design) => line(layoutOf(design), fit(photo, design)),
    points: (photo, design) => places(layoutOf(design), fit(photo, design)),
    totals: (photo, design) => totals(layoutOf(design), fit(photo, design), photo.hair),
    dots,
    hair: hairAt,
    hairVerdict: (photo, design, field) => hairs(photo, design, field).verdict,
    ownHair: (photo, design, field) => {
      const { grid, hair, reading } = photo;
      if (!design.ownHair.goesOn || yearsShown(design) === 0 || grid === null || hair === null) return null;
      const going = hairs(photo, design, field);
      return going.verdict === 'shown' ? changed(going, grid, reading.outline, hair, hairPartOf(design)) : null;
    },
    scars: (photo, design, field) => coverer(dots(photo, design, field), fit(photo, design)).scars(design.strokes),
    zone: (photo, design, field, zone) =>
      coverer(dots(photo, design, field), fit(photo, design)).zone(layoutOf(design), zone),
    coverage: (photo, design, field) => cover(dots(photo, design, field), fit(photo, design), layoutOf(design)),
    onBareSkin: (photo, design, field) => coverBare(dots(photo, design, field), fit(photo, design), layoutOf(design)),
    appearance: (photo, design) =>
      look(lookPartOf(design), skin(photo.skin, design.skinItaDegrees), colour(photo.skin.skin, photo.skin.light)),
  };
}
