import type { Derivation } from '~/model/derive';
import type { Design } from '~/model/design/design';
import type { DotCoverage } from '~/model/dots/dot-coverage';
import type { DotField } from '~/model/dots/dot-field';
import type { VisibleDots } from '~/model/dots/visible-dots';
import type { OwnHairShown } from '~/model/hair/own-hair';
import type { DotAppearance } from '~/model/pigment/dot-appearance';
import type { Scene } from '~/render/scene';
import type { Subject } from '~/store/app-state';

export const bareScene = (photo: ImageBitmap): Scene => ({
  photo,
  dots: null,
  coverage: null,
  look: null,
  skin: null,
  outline: null,
  ownHair: null,
});

/** All that is drawn of a treated head. */
export const treatedScene = (
  { photo, skin, reading }: Subject,
  dots: VisibleDots,
  coverage: DotCoverage,
  look: DotAppearance,
  ownHair: OwnHairShown | null,
): Scene => ({ photo: photo.working, dots, coverage, look, skin, outline: reading.outline, ownHair });

/** Treated heads under designs; `treated`: remembers the last one where the same scene is asked for again and again. */
export const derivedScenes =
  (derived: Derivation, treated = treatedScene) =>
  (subject: Subject, design: Design, field: DotField): Scene =>
    treated(
      subject,
      derived.dots(subject, design, field),
      derived.coverage(subject, design, field),
      derived.appearance(subject, design),
      derived.ownHair(subject, design, field),
    );
