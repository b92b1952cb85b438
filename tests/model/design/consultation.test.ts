import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDesign,
  addView,
  chooseDesign,
  chooseView,
  consultationOf,
  designInForce,
  FIRST_VIEW_ID,
  initialConsultation,
  MOST_DESIGNS,
  MOST_VIEWS,
  removeDesign,
  withDesign,
} from '~/model/design/consultation';
import { initialDesign } from '~/model/design/design';
import type { Design } from '~/model/design/design';
import { isMark, PLAIN_BRUSH } from '~/model/design/drawing';
import type { Stroke, StrokeKind } from '~/model/design/drawing';
import { momentOf } from '~/model/design/time-scale';
import { FULL_DESIGN } from '../../support/sample-work';

const MOMENT = momentOf(FULL_DESIGN);
const full = consultationOf(FULL_DESIGN);
const shown = (consultation = full): Design => designInForce(consultation, MOMENT);
const stroke = (kind: StrokeKind): Stroke => ({ ...PLAIN_BRUSH, kind, widthMm: 10, path: [{ x: 0, y: 1, z: 0 }] });

describe('a consultation', () => {
  it('gives back the design it was made of, every field', () => {
    // Marks come before pigment; among themselves neither changes its order.
    const strokes = [...FULL_DESIGN.strokes.filter(isMark), ...FULL_DESIGN.strokes.filter((each) => !isMark(each))];
    expect(shown()).toEqual({ ...FULL_DESIGN, strokes });
    expect(designInForce(initialConsultation(7), momentOf(initialDesign(7)))).toEqual(initialDesign(7));
  });

  it('is the same object after a design that changes nothing, and gives the same parts each time', () => {
    expect(withDesign(full, shown())).toBe(full);
    expect(withDesign(full, { ...shown(), timeYears: 2, sessionsDone: 1 })).toBe(full);
    expect(shown().head).toBe(shown().head);
    expect(shown().strokes).toBe(shown().strokes);
    expect(shown().knownLength).toBe(shown().knownLength);
  });

  it('puts every change where it is true, and leaves the other parts as they are', () => {
    const line = withDesign(full, { ...shown(), hairlineHeightMm: 80 });
    expect([line.head, line.views]).toEqual([full.head, full.views]);
    expect(line.head).toBe(full.head);
    const skull = withDesign(full, { ...shown(), head: { ...shown().head, breadthMm: 3 } });
    expect(skull.head.skull.breadthMm).toBe(3);
    expect([skull.designs, skull.views]).toEqual([full.designs, full.views]);
    const turned = withDesign(full, { ...shown(), head: { ...shown().head, turnDegrees: 9 } });
    expect(turned.views[0].placement.turnDegrees).toBe(9);
    expect(turned.head).toBe(full.head);
    expect(turned.designs).toBe(full.designs);
  });

  it('keeps scars and corrected hair with the head, pigment with the design', () => {
    const painted = withDesign(full, {
      ...shown(),
      strokes: ['add', 'scar', 'less', 'hair', 'bare'].map((kind) => stroke(kind as StrokeKind)),
    });
    expect(painted.head.marks.map(({ kind }) => kind)).toEqual(['scar', 'hair', 'bare']);
    expect(painted.designs[0].drawn.strokes.map(({ kind }) => kind)).toEqual(['add', 'less']);
  });

  it('shows no more sessions than are planned', () => {
    const { sessionsPlanned } = FULL_DESIGN;
    expect(designInForce(full, { sessionsDone: sessionsPlanned + 3, timeYears: 0 }).sessionsDone).toBe(sessionsPlanned);
  });
});

describe('two designs', () => {
  const two = addDesign(full, 'Lower');

  it('begin alike, and differ only in what is drawn', () => {
    expect(two.chosenDesign).toBe(1);
    expect(shown(two)).toEqual(shown());
    const lower = withDesign(two, { ...shown(two), hairlineHeightMm: 60, skinItaDegrees: 12 });
    expect(lower.designs[0]).toBe(full.designs[0]);
    const first = chooseDesign(lower, 0);
    expect(shown(first).hairlineHeightMm).toBe(FULL_DESIGN.hairlineHeightMm);
    // One head: its skin is the same under both.
    expect(shown(first).skinItaDegrees).toBe(12);
    expect(shown(first).head).toBe(shown(lower).head);
  });

  it('are at most eight, and at least one', () => {
    let many = full;
    for (let i = 0; i < 20; i++) many = addDesign(many, `Design ${i}`);
    expect(many.designs).toHaveLength(MOST_DESIGNS);
    expect(addDesign(many, 'one more')).toBe(many);
    for (let i = 0; i < 20; i++) many = removeDesign(many);
    expect(many.designs).toHaveLength(1);
    expect(many.chosenDesign).toBe(0);
    expect(removeDesign(many)).toBe(many);
    expect(chooseDesign(many, 3)).toBe(many);
    expect(chooseDesign(many, -1)).toBe(many);
  });
});

describe('two views', () => {
  const two = addView(full, 'side', 'left');

  it('show one head and one design, each placed for itself', () => {
    const turned = withDesign(two, { ...shown(two), head: { ...shown(two).head, turnDegrees: 80, heightMm: 4 } });
    const front = chooseView(turned, FIRST_VIEW_ID);
    expect(shown(front).head).toMatchObject({ turnDegrees: FULL_DESIGN.head.turnDegrees, heightMm: 4 });
    expect(shown(chooseView(front, 'side')).head).toMatchObject({ turnDegrees: 80, heightMm: 4 });
    expect(shown(front).hairlineHeightMm).toBe(shown(turned).hairlineHeightMm);
  });

  it('keep a known length although the other does not show its ends', () => {
    const { knownLength } = FULL_DESIGN;
    expect(knownLength).not.toBeNull();
    expect(shown(two).knownLength).toBeNull();
    const edited = withDesign(two, { ...shown(two), densityPerCm2: 200 });
    expect(shown(chooseView(edited, FIRST_VIEW_ID)).knownLength).toEqual(knownLength);
    const taken = withDesign(full, { ...shown(), knownLength: null });
    expect([taken.head.knownLength, taken.views[0].span]).toEqual([null, null]);
  });

  it('are at most eight, each id once', () => {
    expect(addView(two, 'side', 'right')).toBe(two);
    let many = two;
    for (let i = 0; i < 20; i++) many = addView(many, `view-${i}`, 'other');
    expect(many.views).toHaveLength(MOST_VIEWS);
    expect(chooseView(many, 'nobody')).toBe(many);
  });
});

it('whatever is chosen and changed, what is shown is what was set', () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant('height' as const), mm: fc.integer({ min: 55, max: 105 }) }),
    fc.record({ kind: fc.constant('turn' as const), mm: fc.integer({ min: -90, max: 90 }) }),
    fc.record({ kind: fc.constant('breadth' as const), mm: fc.integer({ min: -9, max: 9 }) }),
    fc.record({ kind: fc.constant('design' as const), mm: fc.nat(3) }),
    fc.record({ kind: fc.constant('view' as const), mm: fc.nat(2) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let now = addView(addDesign(addDesign(full, 'b'), 'c'), 'side', 'left');
      const heights = now.designs.map(({ drawn }) => drawn.hairlineHeightMm);
      const turns = now.views.map(({ placement }) => placement.turnDegrees);
      let { breadthMm } = now.head.skull;
      for (const { kind, mm } of steps) {
        const design = shown(now);
        if (kind === 'design') now = chooseDesign(now, mm);
        else if (kind === 'view') now = chooseView(now, mm === 0 ? FIRST_VIEW_ID : 'side');
        else if (kind === 'height') {
          heights[now.chosenDesign] = mm;
          now = withDesign(now, { ...design, hairlineHeightMm: mm });
        } else if (kind === 'turn') {
          turns[now.chosenView] = mm;
          now = withDesign(now, { ...design, head: { ...design.head, turnDegrees: mm } });
        } else {
          breadthMm = mm;
          now = withDesign(now, { ...design, head: { ...design.head, breadthMm: mm } });
        }
        expect(shown(now)).toMatchObject({
          hairlineHeightMm: heights[now.chosenDesign],
          head: { turnDegrees: turns[now.chosenView], breadthMm },
        });
      }
    }),
    { numRuns: 50 },
  );
});
