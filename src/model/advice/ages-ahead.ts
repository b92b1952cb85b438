import type { Design } from '~/model/design/design';
import { edgeDepthMm } from '~/model/design/line-style';
import { HAIRLINE_HEIGHT_MM } from '~/model/design/settings';
import { paceOf, STAGE_ROWS, stageNumber } from '~/model/hair/hair-loss';
import { stageInForce } from '~/model/hair/own-hair';
import { touchUpWindow } from './touch-up-window';

/** Three ages to look at side by side, years: 30, 40 and 50, or the next three round ones. */
export function agesAhead(ageYears: number): readonly [number, number, number] {
  const first = Math.max(30, 10 * Math.ceil(ageYears / 10));
  return [first, first + 10, first + 20];
}

/** The stage's number at an age, as the design has loss going on; null in women, whose stages count otherwise. */
export function stageNumberAt(design: Design, atAge: number): number | null {
  const stage = stageInForce(design.ownHair, design.build);
  if (STAGE_ROWS[stage].pattern === 'diffuse') return null;
  const { rate, treated } = design.ownHair;
  return stageNumber(stage, Math.max(0, atAge - design.ageYears) * paceOf(rate, treated));
}

/** Touch-ups whenever one is due, up to `years` after the last session. */
export function regularTouchUps(design: Design, years: number): readonly number[] {
  const due = touchUpWindow(design);
  if (due === null) return [];
  const every = (due[0] + due[1]) / 2;
  return Array.from({ length: Math.floor(years / every) }, (_, i) => every * (i + 1));
}

/** What may age badly, the gravest first. */
export const AGE_OPINIONS = ['lowLine', 'gapBehind', 'hardEdge'] as const;
export type AgeOpinionKind = (typeof AGE_OPINIONS)[number];

/** What was found at what age, and the limit; both in the unit of the kind. */
export interface AgeOpinion {
  readonly kind: AgeOpinionKind;
  readonly value: number;
  readonly limit: number;
  readonly atAge: number;
}

/** A line that hair behind it has left is best this high above the glabella, mm: its usual place. */
const HIGH_ENOUGH_MM = HAIRLINE_HEIGHT_MM;
/** From this number on the crown is bare too, and a low line says that the rest is not real. Our choice. */
const FAR_GONE = 4;
const GOING = 3;
/** Natural transition zones are 5 to 10 mm deep (docs/model.md, Density and edge). */
const SOFT_MM = 5;

/** Notes on how a line of this height, mm above the glabella, ages with the hair around it, judged at the last of three ages. */
export function ageOpinion(design: Design, middleMm: number): readonly AgeOpinion[] {
  const atAge = agesAhead(design.ageYears)[2];
  const number = design.ownHair.goesOn ? stageNumberAt(design, atAge) : null;
  const depthMm = edgeDepthMm(design);
  const high = HIGH_ENOUGH_MM[design.build];
  const notes: AgeOpinion[] = [];
  if (number !== null && number >= FAR_GONE && middleMm < high) {
    notes.push({ kind: 'lowLine', value: middleMm, limit: high, atAge });
  }
  if (number !== null && number >= GOING && design.coverage === 'hairlineOnly') {
    notes.push({ kind: 'gapBehind', value: number, limit: GOING, atAge });
  }
  if (design.coverage !== 'betweenHair' && design.coverage !== 'painted' && depthMm < SOFT_MM) {
    notes.push({ kind: 'hardEdge', value: depthMm, limit: SOFT_MM, atAge });
  }
  return notes;
}
