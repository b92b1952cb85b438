import { describe, expect, it } from 'vitest';
import { addDesign, consultationOf, designInForce, withDesign } from '~/model/design/consultation';
import type { Consultation } from '~/model/design/consultation';
import { begin, commit } from '~/model/design/history';
import type { History } from '~/model/design/history';
import { momentOf } from '~/model/design/time-scale';
import { MOST_KEPT_STEPS, NO_STEPS, readSteps, stepsToKeep } from '~/model/project/steps';
import { FULL_DESIGN } from '../../support/sample-work';

/** So many changes of one design, with redo of the last two. */
function worked(changes: number): History<Consultation> {
  let history = begin(consultationOf(FULL_DESIGN));
  for (let at = 0; at < changes; at++) {
    const design = designInForce(history.committed, momentOf(FULL_DESIGN));
    const strokes = [...design.strokes, { ...design.strokes[0], kind: 'add' as const, widthMm: 5 + (at % 20) }];
    history = commit(
      history,
      withDesign(history.committed, { ...design, densityPerCm2: 50 + 2 * (at % 100), strokes }),
    );
  }
  return history;
}

/** As the store of the device gives it back, for a document that was read from its text. */
const throughStore = ({ past, future, committed }: History<Consultation>) => ({
  kept: structuredClone(stepsToKeep({ past, future })) as unknown,
  present: JSON.parse(JSON.stringify(committed)) as Consultation,
});

describe('steps of undo that are kept', () => {
  it('come back as they were, the last fifty, redo too', () => {
    const history = worked(60);
    const { past, committed } = history;
    const back = { ...history, past: past.slice(0, -2), committed: past[58], future: [past[59], committed] };
    const { kept, present } = throughStore(back);
    const steps = readSteps(kept, present);
    expect(steps.past).toEqual(back.past.slice(-MOST_KEPT_STEPS));
    expect(steps.future).toEqual(back.future);
  });

  it('share with the present, and with each other, all that is alike: a step moves no head', () => {
    const { kept, present } = throughStore(worked(5));
    const { past } = readSteps(kept, present);
    for (const step of past) {
      expect(step.head).toBe(present.head);
      expect(step.views).toBe(present.views);
      expect(step.designs[0].drawn.zones).toBe(present.designs[0].drawn.zones);
      expect(step.designs[0].drawn.strokes[0]).toBe(present.designs[0].drawn.strokes[0]);
    }
  });

  it('of the version before are brought up to date, as works are', () => {
    const { kept, present } = throughStore(worked(3));
    const without = (view: object) => Object.fromEntries(Object.entries(view).filter(([key]) => key !== 'laidBy'));
    const older = (steps: unknown) =>
      (steps as Consultation[]).map((step) => ({ ...step, views: step.views.map(without) }));
    const { past, future } = kept as { readonly past: unknown; readonly future: unknown };
    const steps = readSteps({ version: 7, past: older(past), future: older(future) }, present);
    expect(steps.past).toHaveLength(3);
    expect(steps.past).toEqual(readSteps(kept, present).past);
    expect(readSteps({ version: 7, past: [7], future: [{}] }, present)).toEqual(NO_STEPS);
  });

  it.each([
    ['nothing', undefined],
    ['something else', 'steps'],
    ['another version', { version: 1, past: [], future: [] }],
    ['no lists', { ...stepsToKeep(NO_STEPS), past: 7, future: null }],
  ])('%s is no steps, and no harm', (_, kept) => {
    expect(readSteps(kept, consultationOf(FULL_DESIGN))).toEqual(NO_STEPS);
  });

  it('what is damaged ends them on its side; what lies nearer stays', () => {
    const history = worked(6);
    const broken = {
      ...history.past[2],
      designs: [{ name: 'A', drawn: { ...history.past[2].designs[0].drawn, seed: 'x' } }],
    };
    const past = history.past.with(2, broken as unknown as Consultation);
    const { kept, present } = throughStore({ ...history, past });
    expect(readSteps(kept, present).past).toEqual(history.past.slice(3));
    const junk = structuredClone({ ...(kept as object), past: [null, 3, 'x'], future: [{}] }) as unknown;
    expect(readSteps(junk, present)).toEqual(NO_STEPS);
  });

  it('a step of other photos ends them: there is nothing to show it on', () => {
    const history = worked(3);
    const [first] = history.past;
    const other = { ...first, views: [{ ...first.views[0], id: 'gone' }] };
    const { kept, present } = throughStore({ ...history, past: history.past.with(0, other) });
    expect(readSteps(kept, present).past).toHaveLength(2);
  });

  it('a head with many strokes, fifty times, is read within a moment', () => {
    let history = worked(1);
    const path = Array.from({ length: 60 }, () => ({ x: 0, y: 0.6, z: 0.8 }));
    for (let at = 0; at < 300; at++) {
      const design = designInForce(history.committed, momentOf(FULL_DESIGN));
      const stroke = { ...design.strokes[0], kind: 'add' as const, path, pressure: [] };
      history = commit(history, withDesign(history.committed, { ...design, strokes: [...design.strokes, stroke] }));
    }
    history = commit(history, addDesign(history.committed, 'B'));
    const { kept, present } = throughStore(history);
    const startMs = performance.now();
    expect(readSteps(kept, present).past).toHaveLength(MOST_KEPT_STEPS);
    expect(performance.now() - startMs).toBeLessThan(1500);
  });
});
