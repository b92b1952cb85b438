import { createDerivation } from '~/model/derive';
import type { Design } from '~/model/design/design';
import type { Moment } from '~/model/design/time-scale';
import type { DotField } from '~/model/dots/dot-field';
import type { Scene } from '~/render/scene';
import type { Subject } from '~/store/app-state';
import { treatedScene } from './scenes';

/**
 * The scenes of a design at any moment, for a head and a design as they are now. They have a derivation of their own, so that
 * the picture under the finger keeps what it knows.
 */
export function filmScenes(subject: Subject, design: Design, field: DotField): (moment: Moment) => Scene {
  const derived = createDerivation();
  return (moment) => {
    const then = { ...design, ...moment };
    return treatedScene(
      subject,
      derived.dots(subject, then, field),
      derived.coverage(subject, then, field),
      derived.appearance(subject, then),
      derived.ownHair(subject, then, field),
    );
  };
}
