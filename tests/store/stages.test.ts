import { describe, expect, it } from 'vitest';
import type { Photo } from '~/io/photo';
import { USUAL_CHOICE } from '~/model/advice/started-from';
import { consultationOf, withLaid } from '~/model/design/consultation';
import { initialDesign } from '~/model/design/design';
import { begin, commit, preview } from '~/model/design/history';
import { momentOf } from '~/model/design/time-scale';
import type { AppState, Subject } from '~/store/app-state';
import { initialState } from '~/store/create-store';
import { stageOf } from '~/store/screen';
import { shownDesign } from '~/store/shown-design';
import { notify } from '~/store/notify';
import {
  acceptPlacing,
  cancelJob,
  leaveWork,
  offerFaces,
  settle,
  startEditing,
  startLooking,
  startPlacing,
  reject,
} from '~/store/stages';

const photo = { name: 'head.jpg' } as Photo;
const subject = { photo, first: USUAL_CHOICE, faults: [] as Subject['faults'] } as Subject;
const design = initialDesign(1);
const work = { consultation: consultationOf(design), moment: momentOf(design), otherPhotos: [] };

const editing = (): AppState => startEditing(subject, work, { kind: 'headFound' }, true)(initialState());

describe('stages', () => {
  it('go from start through detecting to editing', () => {
    const looking = startLooking(initialState());
    expect(looking).toMatchObject({ screen: { kind: 'start' }, job: { name: 'openingPhoto' } });
    expect(stageOf(looking)).toBe('detecting');
    expect(looking.notice?.what.kind).toBe('lookingForHead');
    const found = startEditing(subject, work, { kind: 'headFound' }, true)(looking);
    expect(found).toMatchObject({ screen: { kind: 'editing', subject }, job: null });
    expect(found.notice?.what.kind).toBe('headFound');
  });

  it('reveal a new photo and one whose head was placed, but not work that was kept', () => {
    const bare = { toFrame: true, revealDue: true, wipePercent: 100, lineTouched: false, offer: 'goal' };
    expect(editing()).toMatchObject(bare);
    expect(acceptPlacing(subject)(startPlacing(subject, work, null)(initialState()))).toMatchObject(bare);
    const faulty = startEditing({ ...subject, faults: ['tooDark'] }, work, { kind: 'headFound' }, true)(initialState());
    expect(faulty.offer).toBe('photo');
    const kept = startEditing(subject, work, { kind: 'workRestored' }, false)(initialState());
    expect(kept).toMatchObject({ toFrame: true, revealDue: false, wipePercent: 0, offer: null });
  });

  it('keep the work when the next photo is no good', () => {
    const before = editing();
    const history = commit(preview(before.history, consultationOf({ ...design, densityPerCm2: 200 })));
    const after = reject({ kind: 'photoDamaged' })(startLooking({ ...before, history, zoom: null }));
    expect(after).toMatchObject({ screen: { kind: 'editing', subject }, job: null });
    expect(after.history).toBe(history);
    expect(after.notice?.what.kind).toBe('photoDamaged');
  });

  it('end in failed when there is no work to go back to, and a second photo starts from there', () => {
    const failed = reject({ kind: 'photoEmpty' })(startLooking(initialState()));
    expect(stageOf(failed)).toBe('failed');
    expect(stageOf(reject({ kind: 'photoEmpty' })(startLooking(failed)))).toBe('failed');
    expect(stageOf(startLooking(failed))).toBe('detecting');
  });

  it('go back to choosing a face when a photo fails meanwhile', () => {
    const choosing = offerFaces(photo, [])(startLooking(editing()));
    expect(choosing).toMatchObject({ screen: { kind: 'choose-face', photo }, job: null });
    expect(reject({ kind: 'notAPicture' })(startLooking(choosing))).toMatchObject({
      screen: { kind: 'choose-face', photo },
    });
  });

  it('step back when a job is called off, and say nothing when there was none', () => {
    expect(cancelJob(startLooking(editing()))).toMatchObject({ screen: { kind: 'editing' }, job: null });
    expect(stageOf(cancelJob(startLooking(initialState())))).toBe('start');
    const idle = editing();
    expect(cancelJob(idle)).toBe(idle);
  });

  it('let a job that leads nowhere end where it began', () => {
    const looking: AppState = { ...editing(), job: { name: 'detecting' } };
    expect(settle(looking)).toMatchObject({ screen: { kind: 'editing' }, job: null });
  });

  it('keep the undo steps of the placement when it is accepted', () => {
    const placing = startPlacing(subject, work, { kind: 'noFaceFound' })(startLooking(initialState()));
    expect(placing).toMatchObject({ screen: { kind: 'place-head', subject }, showHead: true });
    const history = commit(
      preview(placing.history, consultationOf({ ...design, head: { ...design.head, turnDegrees: 20 } })),
    );
    const accepted = acceptPlacing(subject)({ ...placing, history });
    expect(accepted).toMatchObject({ screen: { kind: 'editing' }, showHead: false });
    // All steps as they were; only where the head was laid is kept beside them.
    expect({ ...accepted.history, committed: history.committed }).toEqual(history);
    expect(accepted.history.committed).toEqual(withLaid(history.committed, null));
    expect(withLaid(history.committed, null)).not.toEqual(history.committed);
  });

  it('start from what the placed head’s hair asks for, and leave alone what somebody chose', () => {
    const asked = { coverage: 'hairlineAndTop', pigment: 'dark' } as const;
    const first = { ...asked, look: null };
    const placing = startPlacing(subject, work, null)(startLooking(initialState()));
    const accepted = acceptPlacing({ ...subject, first })(placing);
    expect(shownDesign(accepted)).toMatchObject(asked);
    const chosen = { ...design, coverage: 'painted' } as const;
    const kept = acceptPlacing({ ...subject, first })({ ...placing, history: begin(consultationOf(chosen)) });
    expect(shownDesign(kept).coverage).toBe('painted');
  });

  it('let nothing of the last photo reach into the next: all that stays is how somebody works, and what is about the device', () => {
    const { screen, history, notice, ...fields } = { ...initialState(), markWanted: 1 };
    const ofLast = Object.fromEntries(Object.keys(fields).map((key) => [key, { ofLast: key }]));
    const before = { ...ofLast, screen, history, notice } as unknown as AppState;
    const next: Partial<Record<string, unknown>> = {
      ...startEditing(subject, work, { kind: 'headFound' }, false)(before),
    };
    expect(Object.keys(ofLast).filter((key) => next[key] === ofLast[key])).toEqual([
      'saving',
      'controls',
      'brushMm',
      'brushSoftnessPercent',
      'paintPercent',
      'thinPercent',
      'keeping',
      'unkept',
      // Where no work was at hand: what was before the first screen, for undo to bring back.
      'former',
      'arrived',
      'pictureFormat',
      'showAgreement',
      'showError',
      'dotsPerHour',
      'showMeasurements',
      'guides',
      'thisSideOnly',
      'book',
      'saved',
    ]);
  });

  it('make a repeated notice audible', () => {
    const once = notify({ kind: 'projectSaved' })(initialState());
    const twice = notify({ kind: 'projectSaved' })(once);
    expect(twice.notice?.serial).toBe((once.notice?.serial ?? 0) + 1);
  });

  it('drop the subject and the view of it on the way to the first screen', () => {
    const left = leaveWork({ ...editing(), wipePercent: 40, zoom: { factor: 2, centreXPx: 1, centreYPx: 1 } });
    expect(left).toMatchObject({ screen: { kind: 'start', failed: false }, wipePercent: 0, zoom: null });
  });
});
