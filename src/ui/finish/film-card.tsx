import type { FilmKind } from '~/film/film-plan';
import type { Design } from '~/model/design/design';
import { BARE } from '~/model/design/time-scale';
import { HEALED_YEARS } from '~/model/pigment/ageing';
import { useApp, useAppState, useDesign } from '~/ui/base/app-context';
import { HeadStill } from '~/ui/controls/head-still';
import { CONTROLS } from '~/ui/words/control-words';
import { FILM } from '~/ui/words/home/finish-words';
import { stopWords } from '~/ui/words/moment-words';
import { JOB_NAMES } from '~/ui/words/start-words';
import { HomeCard } from './home-card';
import { RowChoice } from './row-choice';
import { Coming } from './stills';

const KINDS = ['years', 'visits'] as const satisfies readonly FilmKind[];

const at =
  (sessions: (planned: number) => number, timeYears: number) =>
  (design: Design): Design => ({ ...design, sessionsDone: sessions(design.sessionsPlanned), timeYears });

const healed = at((planned) => planned, HEALED_YEARS);
/** Three moments of each film. */
const MOMENTS: Readonly<Record<FilmKind, readonly ((design: Design) => Design)[]>> = {
  years: [BARE, healed, at((planned) => planned, 10)],
  visits: [BARE, at(() => 1, 0), healed],
};

interface FilmCardProps {
  readonly kind: FilmKind;
  readonly onKind: (kind: FilmKind) => void;
  readonly onSave: (item: 'film') => void;
  readonly onShare: (item: 'film') => void;
}

/** A film to take home: which one, three moments of it, and how far it is while it is made. */
export function FilmCard({ kind, onKind, onSave, onShare }: FilmCardProps) {
  const design = useDesign();
  return (
    <HomeCard
      item="film"
      onSave={onSave}
      onShare={onShare}
      more={
        <>
          <RowChoice label={FILM.kind} values={KINDS} value={kind} nameOf={FILM.kinds} onChoose={onKind} />
          <FilmProgress />
        </>
      }
    >
      <span className="film-stills">
        {MOMENTS[kind].map((vary, i) => (
          <HeadStill
            key={`${kind}-${i}`}
            urgent
            vary={vary}
            frame="hairline"
            widthPx={72}
            heightPx={48}
            instead={<Coming says={stopWords(vary(design))[0]} />}
          />
        ))}
      </span>
    </HomeCard>
  );
}

/** How far the film is, here as on the screen behind: it goes on while this one is open. */
function FilmProgress() {
  const { commands } = useApp();
  const saving = useAppState((state) => state.saving);
  if (saving?.name !== 'makingFilm') return null;
  const name = JOB_NAMES[saving.name];
  return (
    <p className="film-progress">
      <span>{name}</span>
      <progress max={100} value={saving.percent ?? 0} aria-label={name} />
      <button type="button" className="button" onClick={() => commands.cancelJob()}>
        {CONTROLS.cancel}
      </button>
    </p>
  );
}
