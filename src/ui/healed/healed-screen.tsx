import '~/ui/styles/healed-page.css';
import { FlipHorizontal2, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { PhotoOfView } from '~/keep/project-file';
import { DAYS_PER_YEAR } from '~/model/base/units';
import { designViews } from '~/model/design/consultation';
import type { HealedDates } from '~/model/design/consultation';
import { dayOf, weeksHealed } from '~/model/design/healed-view';
import { inLight } from '~/model/healed/match-light';
import { HEALED_YEARS } from '~/model/pigment/ageing';
import type { Subject } from '~/store/app-state';
import { subjectOf } from '~/store/screen';
import { committedDesign } from '~/store/shown-design';
import { useApp, useAppState, useSetView } from '~/ui/base/app-context';
import { Dialog } from '~/ui/controls/dialog';
import { Switch } from '~/ui/controls/switch';
import { HEALED, healedTitle, healingInWords, openHealedName, takenInWords } from '~/ui/words/home/healed-words';
import { viewName, viewTitles } from '~/ui/words/photo-panel-words';
import { HealedNumbers } from './healed-numbers';
import { PairChoice } from './pair-choice';
import { PairPictures } from './pair-pictures';
import type { PairPart, PairShow } from './pair-pictures';
import { usePair } from './use-pair';

const SHOWS = ['beside', 'wipe'] as const satisfies readonly PairShow[];
const PARTS = ['head', 'line'] as const satisfies readonly PairPart[];

/** A healed photo beside the plan: planned and real in one crop and pose, the light compared, how dark each zone is, and its days. */
export default function HealedScreen({ onClose }: { readonly onClose: () => void }) {
  const id = useAppState(({ healedShown }) => healedShown);
  const subject = useAppState(subjectOf);
  const photo = useAppState(({ otherPhotos }) => otherPhotos.find(({ viewId }) => viewId === id));
  const dates = useAppState(({ history }) => history.committed.views.find((view) => view.id === id)?.healed ?? null);
  if (id === null || subject === null || photo === undefined || dates === null) return null;
  return (
    <Dialog title={HEALED.title} className="healed" onClose={onClose}>
      <Others id={id} />
      <Beside key={id} id={id} subject={subject} photo={photo} dates={dates} />
      <Days id={id} dates={dates} />
      <p className="hint">{HEALED.honest}</p>
      <Remove id={id} onClose={onClose} />
    </Dialog>
  );
}

/** Which healed photo, where there are several; and which view of the plan. */
function Others({ id }: { readonly id: string }) {
  const { commands } = useApp();
  const setView = useSetView();
  const document = useAppState(({ history }) => history.committed);
  const healed = document.views.flatMap((view) => (view.healed === null ? [] : [{ id: view.id, ...view.healed }]));
  const views = designViews(document);
  const titles = viewTitles(views.map(({ kind }) => kind));
  return (
    <>
      {healed.length > 1 && (
        <div className="healed-row" role="group" aria-label={HEALED.which}>
          {healed.map((each) => (
            <button
              key={each.id}
              type="button"
              className="chip"
              aria-label={openHealedName(each.takenOn)}
              aria-pressed={each.id === id}
              onClick={() => setView({ healedShown: each.id })}
            >
              {healedTitle(each.takenOn)}
            </button>
          ))}
        </div>
      )}
      {views.length > 1 && (
        <label className="healed-row">
          {HEALED.plan}
          <select
            value={document.views[document.chosenView].id}
            onChange={(event) => commands.chooseView(event.currentTarget.value)}
          >
            {views.map((view, at) => (
              <option key={view.id} value={view.id} aria-label={viewName(titles[at])}>
                {titles[at]}
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  );
}

interface BesideProps {
  readonly id: string;
  readonly subject: Subject;
  readonly photo: PhotoOfView;
  readonly dates: HealedDates;
}

function Beside({ id, subject, photo, dates }: BesideProps) {
  const { commands } = useApp();
  const settled = useAppState(committedDesign);
  const weeks = weeksHealed(dates);
  const design = useMemo(
    () => ({
      ...settled,
      sessionsDone: settled.sessionsPlanned,
      timeYears: weeks === null ? HEALED_YEARS : (7 * weeks) / DAYS_PER_YEAR,
    }),
    [settled, weeks],
  );
  const pair = usePair(subject, design, photo);
  const [show, setShow] = useState<PairShow>('beside');
  const [part, setPart] = useState<PairPart>('head');
  const [lit, setLit] = useState(true);
  const light = typeof pair === 'string' ? null : (pair.report?.light ?? null);
  const planned = useMemo(() => {
    if (typeof pair === 'string') return null;
    return light === null || !lit ? pair.planned : inLight(pair.planned, light);
  }, [pair, light, lit]);
  if (typeof pair === 'string' || planned === null)
    return (
      <p role="status" className="healed-making">
        {pair === 'failed' ? HEALED.notMade : HEALED.making}
      </p>
    );
  return (
    <>
      <div className="healed-row">
        <PairChoice label={HEALED.show} values={SHOWS} value={show} nameOf={HEALED.shows} onChoose={setShow} />
        <PairChoice label={HEALED.part} values={PARTS} value={part} nameOf={HEALED.parts} onChoose={setPart} />
      </div>
      <PairPictures pair={pair} planned={planned} show={show} part={part} />
      <p className="healed-when">{takenInWords(dates.takenOn, weeks)}</p>
      <HealedNumbers pair={pair} />
      <button type="button" className="button" onClick={() => commands.mirrorHealed(id)}>
        <FlipHorizontal2 aria-hidden="true" />
        {HEALED.mirror}
      </button>
      {light !== null && <Switch label={HEALED.light} on={lit} onChange={setLit} />}
    </>
  );
}

/** The days of a healed photo, to be said or corrected. */
function Days({ id, dates }: { readonly id: string; readonly dates: HealedDates }) {
  const { commands } = useApp();
  const today = dayOf(new Date());
  const note = healingInWords(weeksHealed(dates));
  return (
    <div className="healed-days">
      <label>
        {HEALED.takenOn}
        <input
          type="date"
          max={today}
          value={dates.takenOn}
          onChange={({ currentTarget: { value } }) => {
            if (value !== '') commands.dateHealed(id, { ...dates, takenOn: value });
          }}
        />
      </label>
      <label>
        {HEALED.lastVisitOn}
        <input
          type="date"
          max={dates.takenOn}
          value={dates.lastVisitOn ?? ''}
          onChange={({ currentTarget: { value } }) =>
            commands.dateHealed(id, { ...dates, lastVisitOn: value === '' ? null : value })
          }
        />
      </label>
      {note !== null && <p className="hint">{note}</p>}
    </div>
  );
}

function Remove({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { commands } = useApp();
  return (
    <button
      type="button"
      className="button"
      onClick={() => {
        onClose();
        commands.removeView(id);
      }}
    >
      <Trash2 aria-hidden="true" />
      {HEALED.remove}
    </button>
  );
}
