import { ageOpinion } from '~/model/advice/ages-ahead';
import type { AgeOpinion } from '~/model/advice/ages-ahead';
import { missingPigment } from '~/model/advice/missing-pigment';
import type { MissingPigment } from '~/model/advice/missing-pigment';
import { secondOpinion } from '~/model/advice/second-opinion';
import type { KnownOfPerson, Opinion } from '~/model/advice/second-opinion';
import { memoLast } from '~/model/base/memo';
import type { Derivation, ReadPhoto } from '~/model/derive';
import type { Design } from '~/model/design/design';
import type { DotField } from '~/model/dots/dot-field';
import { placeErrorMm } from '~/model/fit/head-error';
import type { Together } from '~/model/fit/heads-of';
import type { FittedViews, HeadError } from '~/model/fit/view-to-fit';
import { hairFronts, NO_HAIR_FRONTS } from '~/model/hair/hair-front';
import type { HairFronts } from '~/model/hair/hair-front';
import { hairVerdict } from '~/model/hair/hair-verdict';
import type { HairVerdict } from '~/model/hair/hair-verdict';
import type { HairChangeVerdict } from '~/model/hair/own-hair';
import { mirroredAmong, unlikeAmong } from '~/model/healed/same-face';
import { directionTo } from '~/model/head/cranium';
import type { pointPlaces } from '~/model/hairline/point-moves';
import { faceMeasures, landmarkErrorMm, scaleError } from '~/model/measure/face-measures';
import type { EndError, Measure } from '~/model/measure/face-measures';
import { linePlan } from '~/model/measure/line-plan';
import type { LinePlan } from '~/model/measure/line-plan';
import { totalsError } from '~/model/measure/totals-error';
import type { TotalsError } from '~/model/measure/totals-error';
import type { TreatmentTotals } from '~/model/measure/treatment-totals';
import { itaInForce } from '~/model/skin/estimate-tone';
import type { HeadInView } from '~/model/view/view';

/** A photo that was read, and whether something that is no hair lies over the scalp. */
export interface PhotoWithCover extends ReadPhoto {
  readonly covered: boolean;
}

/** How the photos of a head agree, each by its place in the list. */
export interface Agreement {
  readonly ids: readonly string[];
  readonly fitted: FittedViews;
  /** Whether left and right look swapped in it beside the others. */
  readonly mirrored: readonly boolean[];
  /** Which photos show a face unlike that of the others. */
  readonly unlike: readonly boolean[];
}

/**
 * What there is to read of a design on a head: numbers and opinions, nothing that is drawn. Each is worked out when it is
 * first asked for, and once. Of a photo only the head and what lies on its scalp matter, so that what is printed or
 * compared can ask without a picture.
 */
export interface Facts {
  /** The head as corrected. */
  head(): HeadInView;
  /** How the photos of this head agree, and what each is called in the document; null where it stands by itself. */
  agreement(): Agreement | null;
  /** Dots and treated skin of the whole treatment, seen or not. */
  totals(): TreatmentTotals;
  /** What the areas among them may be wrong by. */
  totalsError(): TotalsError;
  /** Distances of this face and line. */
  measures(): readonly Measure[];
  /** The line in numbers, to draw it again by. */
  line(): LinePlan;
  /** What the photo shows on the scalp; null until the dots are there, at which it is read. */
  hair(): HairVerdict | null;
  /** Something that is no hair lies over the scalp: said instead of what the hair means. */
  readonly covered: boolean;
  /** Why the photo shows less than most of the pigment wanted; null where it shows that, and until the dots are there. */
  missing(): MissingPigment | null;
  /** Whether hair of this photo can be shown going; null until that is known, and while it is not asked for. */
  hairChange(): HairChangeVerdict | null;
  /** What opinions go by, beside the design. */
  person(): KnownOfPerson;
  /** What may look wrong, the gravest first. */
  opinions(): readonly Opinion[];
  /** What may age badly, the gravest first. */
  ageing(): readonly AgeOpinion[];
}

/**
 * Facts from a derivation. `field`: the dots, null until they are there. The same photo, design and dots give the same
 * facts; parts that do not depend on what changed stay the same objects.
 */
export function createFacts(
  derived: Derivation,
): (photo: PhotoWithCover, design: Design, field: DotField | null) => Facts {
  const verdictOf = memoLast(hairVerdict);
  const frontsOf = memoLast(hairFronts);
  const facesOf = memoLast(({ views }: Together, fitted: FittedViews) => {
    const faces = views.map(({ reading }, at) =>
      reading.face === null ? null : { face: reading.face, fit: fitted.views[at].fit, reading },
    );
    return { mirrored: mirroredAmong(faces), unlike: unlikeAmong(faces) };
  });
  const measuresOf = memoLast(
    (
      knownLength: Design['knownLength'],
      head: HeadInView,
      places: ReturnType<typeof pointPlaces>,
      endMm: EndError | undefined,
    ) => faceMeasures({ knownLength }, head, places, endMm),
  );
  const itaOf = memoLast(itaInForce);
  // What the fit leaves open of the head, worked out once for each fit.
  const endErrorOf = memoLast((error: HeadError | null): EndError | undefined => {
    return error === null ? undefined : (place) => placeErrorMm(error, directionTo(error.shape.cranium, place));
  });

  return memoLast((photo: PhotoWithCover, design: Design, field: DotField | null): Facts => {
    const head = memoLast(() => derived.fit(photo, design));
    const places = memoLast(() => derived.points(photo, design));
    const endMm = (): EndError | undefined => endErrorOf(derived.error(photo, design));
    const totals = memoLast(() => derived.totals(photo, design));
    const hairAtDots = memoLast(() => (field === null ? null : derived.hair(photo, design, field)));
    const fronts = (): HairFronts => {
      const hair = hairAtDots();
      return field === null || hair === null
        ? NO_HAIR_FRONTS
        : frontsOf(derived.dots(photo, design, field), hair, head());
    };
    const person = memoLast(() => ({
      head: head(),
      itaDegrees: itaOf(photo.skin, design.skinItaDegrees),
      ...fronts(),
    }));
    return {
      head,
      agreement: memoLast(() => {
        const fitted = derived.agreement(photo, design);
        const { together } = photo;
        if (together === undefined || fitted === null) return null;
        return { ids: together.ids, fitted, ...facesOf(together, fitted) };
      }),
      totals,
      totalsError: memoLast(() => {
        const fit = head();
        const lineMm = endMm()?.(places().middle.pointMm) ?? landmarkErrorMm(fit);
        const found = { fit, error: derived.error(photo, design), hairMap: photo.hair };
        return totalsError(design, found, totals(), derived.hairline(photo, design), lineMm);
      }),
      measures: memoLast(() => measuresOf(design.knownLength, head(), places(), endMm())),
      line: memoLast(() => linePlan(derived.hairline(photo, design), places(), head(), scaleError(design), endMm())),
      hair: memoLast(() => {
        const hair = hairAtDots();
        return hair === null ? null : verdictOf(hair);
      }),
      covered: photo.covered,
      missing: memoLast(() => {
        if (field === null) return null;
        const [seen, wanted] = [derived.dots(photo, design, field), derived.onBareSkin(photo, design, field)];
        return missingPigment(seen, wanted, derived.coverage(photo, design, field), photo.skin.gloss);
      }),
      hairChange: memoLast(() =>
        field !== null && design.ownHair.goesOn ? derived.hairVerdict(photo, design, field) : null,
      ),
      person,
      opinions: memoLast(() => secondOpinion(design, person())),
      ageing: memoLast(() => ageOpinion(design, places().middle.heightMm)),
    };
  });
}
