import { createCoverer } from './cover-dots';
import type { DotCoverage } from './coverage';
import type { Design } from './design';
import { followDesign } from './design-part';
import type { DotField } from './dot-field';
import { skinInForce } from './estimate-tone';
import { handlePlaces } from './handle-moves';
import type { Hairline } from './hairline';
import { hairlineOf } from './hairline';
import type { HairMap, HeadFit, HeadReading, SkinReading } from './head';
import { headOf } from './head-of';
import type { Look } from './look';
import { lookOf } from './look-table';
import { memoLast } from './memo-last';
import type { ScalpView } from './scalp-view';
import type { TreatmentTotals } from './treatment-totals';
import { totalsOf } from './treatment-totals';
import { viewDots } from './view-dots';

/** What was read of the photo. */
export interface ReadPhoto {
  readonly reading: HeadReading;
  readonly skin: SkinReading;
  readonly hair: HairMap | null;
}

/** The work that stands between a design and its picture, replaceable so that a test can count calls. */
export const STEPS = { headOf, viewDots, createCoverer, hairlineOf, handlePlaces, lookOf, totalsOf };
export type Steps = typeof STEPS;

/**
 * Everything a picture needs, from what was read of the photo and the design. Each part is worked out anew only when
 * something it depends on changed, and is the same object until then: a corrected head moves the dots; layout settings
 * decide their coverage; look settings only the look, so the time slider touches no dot.
 */
export interface Derivation {
  fit(photo: ReadPhoto, design: Design): HeadFit;
  hairline(photo: ReadPhoto, design: Design): Hairline;
  handles(photo: ReadPhoto, design: Design): ReturnType<typeof handlePlaces>;
  totals(photo: ReadPhoto, design: Design): TreatmentTotals;
  dots(photo: ReadPhoto, design: Design, field: DotField): ScalpView;
  /** 0..1: existing hair at each of the dots, corrected. */
  hair(photo: ReadPhoto, design: Design, field: DotField): Float32Array;
  coverage(photo: ReadPhoto, design: Design, field: DotField): DotCoverage;
  look(photo: ReadPhoto, design: Design): Look;
}

export function createDerivation(steps: Steps = STEPS): Derivation {
  const layoutOf = followDesign('layout');
  const lookPartOf = followDesign('look');
  const head = memoLast(
    (reading: HeadReading, build: Design['build'], correction: Design['head'], knownLength: Design['knownLength']) =>
      steps.headOf(reading, { build, head: correction, knownLength }),
  );
  const view = memoLast(steps.viewDots);
  const coverer = memoLast(steps.createCoverer);
  const cover = memoLast((seen: ScalpView, on: HeadFit, layout: Design) => coverer(seen, on).cover(layout));
  const line = memoLast(steps.hairlineOf);
  const places = memoLast(steps.handlePlaces);
  const look = memoLast(steps.lookOf);
  const totals = memoLast(steps.totalsOf);
  const skin = memoLast(skinInForce);

  const fit: Derivation['fit'] = ({ reading }, design) => head(reading, design.build, design.head, design.knownLength);
  const dots: Derivation['dots'] = (photo, design, field) =>
    view(field, fit(photo, design), photo.reading.outline, photo.hair, design.seed);
  return {
    fit,
    hairline: (photo, design) => line(layoutOf(design), fit(photo, design)),
    handles: (photo, design) => places(layoutOf(design), fit(photo, design)),
    totals: (photo, design) => totals(layoutOf(design), fit(photo, design), photo.hair),
    dots,
    hair: (photo, design, field) => coverer(dots(photo, design, field), fit(photo, design)).hair(design.strokes),
    coverage: (photo, design, field) => cover(dots(photo, design, field), fit(photo, design), layoutOf(design)),
    look: (photo, design) => look(lookPartOf(design), skin(photo.skin, design.skinItaDegrees)),
  };
}
