import '~/ui/styles/paper-page.css';
import { ChevronLeft, Printer, ZoomIn } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import type { Dispatch, ReactNode, SetStateAction } from 'react';
import { current } from '~/model/design/history';
import { tilesOf } from '~/model/measure/stencil';
import { designCode } from '~/model/project/design-code';
import { useAppState, useDesignPart, useSetView } from '~/ui/base/app-context';
import { useOneCode } from '~/ui/code/use-codes';

import { useViews } from '~/ui/base/use-views';
import { viewTitles } from '~/ui/words/photo-panel-words';
import { dayInWords } from '~/ui/words/home/finish-words';
import { CLIENT_PAGE, PAGE_NAMES, PAPER_NAMES, picturesInWords, PLAN, PLAN_PAGES } from '~/ui/words/home/plan-words';
import type { PlanPage } from '~/ui/words/home/plan-words';
import { Asides, useAsides } from './asides';
import { CardsPage, CARDS_PICTURES } from './cards-page';
import { ClientPage, clientPictures } from './client-page';
import { LinePage, LINE_PICTURES } from './line-page';
import { PaperSheet } from './paper-sheet';
import { PrintNote, usePrintNote } from './print-note';
import { TILE_MM } from './stencil-labels';
import { StencilPage } from './stencil-page';
import { ViewsPage, viewsPictures } from './views-page';
import { useFit } from './use-fit';
import { usePaper, WIDE_MM } from './use-paper';
import type { Paper } from './use-paper';
import { useStencil } from './use-stencil';
import { visitPages, WorkPage } from './work-page';

const PAPERS = Object.keys(PAPER_NAMES) as Paper[];

type Drawn = Readonly<Record<PlanPage, number>>;
const NOTHING_DRAWN: Drawn = { client: 0, line: 0, work: 0, cards: 0, stencil: 0 };

/** The stencil is asked for: it takes two sheets and scissors. */
const LEFT_AT_FIRST: ReadonlySet<PlanPage> = new Set(['stencil']);

/** Counts the pictures of a page as they come. */
const useDrawn = (page: PlanPage, setDrawn: Dispatch<SetStateAction<Drawn>>): (() => void) =>
  useCallback(() => setDrawn((before) => ({ ...before, [page]: before[page] + 1 })), [page, setDrawn]);

/** The plan as it will lie on paper: a page of its own, seen before it is printed. */
export default function PlanOnPaper() {
  const setView = useSetView();
  const [paper, setPaper] = usePaper();
  const [left, leaveOut] = useState(LEFT_AT_FIRST);
  const [drawn, setDrawn] = useState(NOTHING_DRAWN);
  const fit = useFit(WIDE_MM[paper]);
  const [large, setLarge] = useState(false);
  const asked = useAppState((state) => state.paper === 'print');
  const visits = useDesignPart(({ sessionsPlanned }) => sessionsPlanned);
  const code = useAppState((state) => designCode(current(state.history)));
  const [onClient, onLine, onCards] = [
    useDrawn('client', setDrawn),
    useDrawn('line', setDrawn),
    useDrawn('cards', setDrawn),
  ];

  const takes = (page: PlanPage): boolean => !left.has(page);
  const { views } = useViews(viewTitles);
  const wanted = {
    client: clientPictures(visits),
    line: LINE_PICTURES + viewsPictures(views.length),
    work: 0,
    cards: CARDS_PICTURES,
    stencil: 0,
  };
  const asides = useAsides();
  const squares = useOneCode();
  const stencil = useStencil(takes('stencil'));
  const tiles = stencil === null ? [] : tilesOf(stencil, TILE_MM[paper].wide, TILE_MM[paper].high);
  const taken = PLAN_PAGES.filter(takes);
  const pictures = taken.reduce((sum, page) => sum + wanted[page], 0);
  const done = taken.reduce((sum, page) => sum + Math.min(drawn[page], wanted[page]), 0);
  const ready = done === pictures && (squares !== null || !takes('client'));

  useEffect(() => {
    if (!asked || !ready) return;
    setView({ paper: 'look' });
    // After the last picture is on the page.
    requestAnimationFrame(() => print());
  }, [asked, ready, setView]);

  usePrintNote(!ready);

  const contents: Readonly<Record<PlanPage, readonly ReactNode[]>> = {
    client: [
      <ClientPage key="client" onDrawn={onClient} code={squares === 'missing' ? null : squares} paper={paper} />,
    ],
    line: [
      <LinePage key="line" onDrawn={onLine} />,
      ...(views.length > 1 ? [<ViewsPage key="views" views={views} onDrawn={onLine} />] : []),
      ...asides.slice(1).map((part, i) => <Asides key={i} {...part} />),
    ],
    work: visitPages(visits).map((some) => <WorkPage key={some[0]} visits={some} />),
    cards: [<CardsPage key="cards" onDrawn={onCards} />],
    stencil:
      stencil === null
        ? []
        : tiles.map((tile, i) => (
            <StencilPage key={i} stencil={stencil} tile={tile} paper={paper} number={i + 1} of={tiles.length} />
          )),
  };
  const sheets = taken.flatMap((page) => contents[page].map((content, part) => ({ page, part, content })));
  const toggle = (page: PlanPage): void => {
    const next = new Set(left);
    if (!next.delete(page)) next.add(page);
    leaveOut(next);
    // A page that comes back is drawn anew.
    setDrawn((before) => ({ ...before, [page]: 0 }));
  };
  return (
    <main className={`paper ${paper}${ready ? '' : ' unready'}`}>
      {!ready && <PrintNote />}
      <header className="paper-bar">
        <button type="button" className="button" onClick={() => setView({ paper: null })}>
          <ChevronLeft aria-hidden="true" className="way-back" />
          {PLAN.back}
        </button>
        <h1>{PLAN.name}</h1>
        <button
          type="button"
          className="button primary"
          disabled={!ready || sheets.length === 0}
          onClick={() => print()}
        >
          <Printer aria-hidden="true" />
          {PLAN.print}
        </button>
        <fieldset className="paper-choice" role="radiogroup" aria-labelledby="paper-size">
          <legend id="paper-size">{PLAN.paper}</legend>
          {PAPERS.map((each) => (
            <label key={each}>
              <input type="radio" name="paper" checked={each === paper} onChange={() => setPaper(each)} />
              {PAPER_NAMES[each]}
            </label>
          ))}
        </fieldset>
        <fieldset className="paper-choice">
          <legend>{PLAN.pages}</legend>
          {PLAN_PAGES.map((page) => (
            <label key={page}>
              <input type="checkbox" checked={takes(page)} onChange={() => toggle(page)} />
              {PAGE_NAMES[page]}
            </label>
          ))}
        </fieldset>
        <p className="paper-status" role="status">
          {picturesInWords(done, pictures)}
        </p>
        {fit < 1 && (
          <button type="button" className="button" aria-pressed={large} onClick={() => setLarge(!large)}>
            <ZoomIn aria-hidden="true" />
            {PLAN.large}
          </button>
        )}
        <p className="hint">{PLAN.scaleNote}</p>
      </header>
      <div className="sheets" style={{ '--fit': large ? 1 : fit }}>
        {sheets.map(({ page, part, content }, i) => (
          <PaperSheet
            key={`${page}-${part}`}
            page={page}
            part={part}
            number={i + 1}
            of={sheets.length}
            code={code}
            aside={
              <>
                {dayInWords(new Date())}
                <br />
                {CLIENT_PAGE.code} <b>{code}</b>
              </>
            }
          >
            {content}
          </PaperSheet>
        ))}
      </div>
    </main>
  );
}
