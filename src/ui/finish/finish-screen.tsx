import { ArrowLeftRight, FolderOpen, Printer } from 'lucide-react';
import { useState } from 'react';
import type { PictureItem, Wanted, WantedPicture } from '~/commands/wanted';
import { designCode } from '~/model/project/design-code';
import { current } from '~/model/design/history';
import { AS_SHOWN, BARE } from '~/model/design/time-scale';
import type { HomeItem, PictureFormat } from '~/store/app-state';
import { useApp, useAppState, useDesign, useFacts, useSetView } from '~/ui/base/app-context';
import { Dialog } from '~/ui/controls/dialog';
import { later } from '~/ui/controls/later';
import { openFilePicker } from '~/ui/controls/file-input';
import { HeadStill } from '~/ui/controls/head-still';
import { HealedButtons } from '~/ui/healed/healed-buttons';
import { KeepingForm } from '~/ui/keeping/keeping-form';
import { KnowButton } from '~/ui/know/know-button';
import { TOP_BAR } from '~/ui/words/editor-words';
import { CODE } from '~/ui/words/home/code-words';
import {
  COMING,
  comparisonWords,
  filesSaved,
  filmWords,
  FINISH,
  FORMAT_HINTS,
  FORMAT_NAMES,
  OF_NAMES,
  sketchWords,
} from '~/ui/words/home/finish-words';
import { HEALED } from '~/ui/words/home/healed-words';
import { PLAN } from '~/ui/words/home/plan-words';
import { momentInWords } from '~/ui/words/moment-words';
import { START } from '~/ui/words/start-words';
import { CodeCard } from './code-card';
import { Card, HomeCard } from './home-card';
import type { FilmKind } from '~/film/film-plan';
import { FilmCard } from './film-card';
import { RowChoice } from './row-choice';
import { useLegend } from './use-legend';
import { useViews } from '~/ui/base/use-views';
import { viewTitles } from '~/ui/words/photo-panel-words';
import { ComparedStills, LineStill, PhotoStill } from './stills';

const TakeCode = later(() => import('~/ui/code/take-code'));

/** What is made by this screen's own cards. */
type PlainItem = Exclude<HomeItem, 'code'>;

const OF = ['this', 'all'] as const;
const FORMATS = ['png', 'jpeg'] as const satisfies readonly PictureFormat[];

/** Where a visit ends: all that can be taken along, each with a small live picture of it and what it is good for. */
export default function FinishScreen({ onClose }: { readonly onClose: () => void }) {
  const { commands } = useApp();
  const setView = useSetView();
  const known = useFacts((facts) => facts !== null);
  const format = useAppState((state) => state.pictureFormat);
  const [film, setFilm] = useState<FilmKind>('years');
  const design = useDesign();
  const consultation = useAppState((state) => current(state.history));
  const legend = useLegend();
  const [taking, setTaking] = useState(false);
  const [of, setOf] = useState<(typeof OF)[number]>('this');
  const { views, shown } = useViews(viewTitles);
  const code = designCode(consultation);
  /** `view`: what the photo is called among several. */
  const pictureOf = (item: PictureItem, view: string | null): WantedPicture => {
    if (item === 'picture') return { item, format };
    const moment = momentInWords(design, design.sessionsPlanned);
    if (item === 'sketch') return { item, format, words: sketchWords(moment, new Date(), code, legend, view) };
    return { item, format, words: comparisonWords(moment, new Date(), code, view) };
  };
  const wantedOf = (item: PlainItem): Wanted => {
    if (item === 'project') return { item };
    if (item === 'film') return { item, kind: film, words: filmWords(code, design.sessionsPlanned) };
    if (of === 'this' || views.length < 2) return pictureOf(item, shown);
    const each = views.map(({ id, title }) => ({ view: id, picture: pictureOf(item, title) }));
    return { item, each, said: filesSaved };
  };
  /** What is saved is told on the screen behind. */
  const save = (item: PlainItem): void => {
    onClose();
    if (item === 'project') commands.saveProject();
    else commands.takeHome(wantedOf(item), 'save');
  };
  const card = { onSave: save, onShare: (item: PlainItem) => commands.takeHome(wantedOf(item), 'share') };
  return (
    <Dialog title={FINISH.title} className="finish" onClose={onClose}>
      <div className="finish-first">
        <KnowButton />
        <RowChoice
          label={FINISH.format}
          values={FORMATS}
          value={format}
          nameOf={FORMAT_NAMES}
          onChoose={(pictureFormat) => setView({ pictureFormat })}
          hint={FORMAT_HINTS[format]}
        />
        {views.length > 1 && (
          <RowChoice label={FINISH.of} values={OF} value={of} nameOf={OF_NAMES(views.length)} onChoose={setOf} />
        )}
      </div>
      <ul className="finish-list">
        <HomeCard item="comparison" {...card} main>
          <ComparedStills />
        </HomeCard>
        <Card
          name={PLAN.name}
          hint={PLAN.hint}
          sheet
          picture={
            <>
              <HeadStill urgent vary={BARE} frame="portrait" widthPx={30} heightPx={30} />
              <HeadStill urgent vary={AS_SHOWN} frame="portrait" widthPx={30} heightPx={30} />
            </>
          }
        >
          <button
            type="button"
            className="button"
            disabled={!known}
            onClick={() => {
              onClose();
              setView({ paper: 'look' });
            }}
          >
            <Printer aria-hidden="true" />
            {PLAN.open}
          </button>
        </Card>
        <HomeCard item="fullComparison" {...card}>
          <PhotoStill vary={BARE} heightPx={68} says={COMING.before} />
          <PhotoStill vary={AS_SHOWN} heightPx={68} says={COMING.after} />
        </HomeCard>
        <HomeCard item="sketch" {...card}>
          <LineStill says={COMING.sketch} sketch />
        </HomeCard>
        <FilmCard kind={film} onKind={setFilm} {...card} />
        <HomeCard item="picture" {...card}>
          <PhotoStill vary={AS_SHOWN} heightPx={96} says={COMING.after} />
        </HomeCard>
        <CodeCard
          onSave={(wanted) => {
            onClose();
            commands.takeHome(wanted, 'save');
          }}
          onShare={(wanted) => commands.takeHome(wanted, 'share')}
        />
        <HomeCard item="project" {...card}>
          <LineStill says={COMING.project} />
        </HomeCard>
        <Card name={HEALED.name} hint={HEALED.hint} picture={<ArrowLeftRight />}>
          <HealedButtons onLeave={onClose} />
        </Card>
        <Card name={FINISH.open} hint={FINISH.openHint} picture={<FolderOpen />}>
          <button
            type="button"
            className="button"
            onClick={() => {
              onClose();
              openFilePicker();
            }}
          >
            {TOP_BAR.openProject}
          </button>
          <button type="button" className="button" onClick={() => setTaking(true)}>
            {CODE.takeTitle}
          </button>
        </Card>
      </ul>
      {taking && <TakeCode onClose={() => setTaking(false)} onTaken={onClose} />}
      <KeepingForm />
      <p className="hint">{START.honesty}</p>
    </Dialog>
  );
}
