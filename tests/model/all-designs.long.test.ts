import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REFERENCE_SKIN } from '~/model/colour/skin-tone';
import { createDerivation } from '~/model/derive';
import type { ReadPhoto } from '~/model/derive';
import type { Design } from '~/model/design/design';
import { guidesOf } from '~/model/measure/guides';
import { faceMeasures } from '~/model/measure/face-measures';
import { guidesInSight } from '~/model/overlay/guides-in-sight';
import { hairlineInSight } from '~/model/overlay/hairline-in-sight';
import { pencilInSight } from '~/model/overlay/pencil-in-sight';
import { stageEdge } from '~/model/overlay/stage-edge';
import { stageInForce } from '~/model/hair/own-hair';
import { silhouetteLine } from '~/model/view/silhouette-line';
import { anyDesign } from '../support/any-design';
import { averageFace, PHOTO_SIZE, smallDotField } from '../support/fake-ports';
import { SHARP } from '../support/photo-character';

const field = smallDotField(200);
const skin = { skin: REFERENCE_SKIN, light: [1, 1, 1], character: SHARP, gloss: null } as const;
/** A photo with hair on one half, of a face and of the back of a head. */
const photos: readonly ReadPhoto[] = [averageFace(), null].map((face) => ({
  reading: { photo: PHOTO_SIZE, face, outline: null, focalPx: null },
  skin,
  hair: {
    columns: 6,
    rows: 8,
    leftPx: 0,
    topPx: 0,
    pxPerSample: 100,
    confidence: Uint8Array.from({ length: 48 }, (_, i) => (i % 6 < 3 ? 200 : 0)),
  },
  grid: null,
}));

/** Every number in what was made, however deep, by its path; the first that is none. */
function notANumber(value: unknown, path = ''): string | null {
  if (typeof value === 'number') return Number.isFinite(value) ? null : `${path} is ${value}`;
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
    const bad = (value as Float32Array).findIndex((each) => !Number.isFinite(each));
    return bad < 0 ? null : `${path}[${bad}]`;
  }
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, each] of Object.entries(value)) {
    const bad = notANumber(each, `${path}.${key}`);
    if (bad !== null) return bad;
  }
  return null;
}

function allThatIsMade(photo: ReadPhoto, design: Design) {
  const derived = createDerivation();
  const fit = derived.fit(photo, design);
  const line = derived.hairline(photo, design);
  const handles = derived.points(photo, design);
  return {
    fit,
    line,
    handles,
    totals: derived.totals(photo, design),
    dots: derived.dots(photo, design, field),
    coverage: derived.coverage(photo, design, field),
    look: derived.appearance(photo, design),
    hair: derived.hair(photo, design, field),
    scars: derived.scars(photo, design, field),
    zone: derived.zone(photo, design, field, 'crown'),
    verdict: derived.hairVerdict(photo, design, field),
    silhouette: silhouetteLine(fit),
    seen: hairlineInSight(line, fit),
    pencil: pencilInSight(design.pencil, design.notes, fit),
    guides: guidesInSight(guidesOf(fit, handles), fit),
    measures: faceMeasures(design, fit, handles),
    stage: stageEdge(fit, stageInForce(design.ownHair, design.build)),
  };
}

describe('every design in its ranges', () => {
  it('makes a head, a line, dots, totals and a look, all of them numbers', () => {
    fc.assert(
      fc.property(fc.nat(photos.length - 1), anyDesign, (photo, design) => {
        expect(notANumber(allThatIsMade(photos[photo], design))).toBeNull();
      }),
      { numRuns: Number(process.env.STIPPLE_RUNS ?? 40) },
    );
  });
});
