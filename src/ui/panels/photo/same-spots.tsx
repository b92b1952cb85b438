import { Crosshair, MapPin, Trash2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { PointPx } from '~/model/base/units';
import { designViews } from '~/model/design/consultation';
import { marksOf, nextMark } from '~/model/laying/head-marks';
import { marksOff, offClass } from '~/model/overlay/fit-in-sight';
import { photoOfView } from '~/store/in-view';
import { useApp, useAppState, useFacts, useSetView } from '~/ui/base/app-context';
import {
  markName,
  markOff,
  MARKS,
  markShownIn,
  markToFind,
  removeMarkName,
  tapMarkName,
  viewTitles,
} from '~/ui/words/photo-panel-words';

/** Spots of the skin that several photos of this head show: to tap, with how well they fit, and to remove. */
export function SameSpots() {
  const { commands } = useApp();
  const setView = useSetView();
  const marking = useAppState(({ tool }) => tool === 'mark');
  const document = useAppState(({ history }) => history.committed);
  const wanted = useAppState(({ markWanted }) => markWanted);
  const agreement = useFacts((facts) => facts?.agreement() ?? null);
  const views = designViews(document);
  const titles = viewTitles(views.map(({ kind }) => kind));
  const here = document.views[document.chosenView];
  const marks = marksOf(document);
  const shownIn = (mark: number): readonly string[] =>
    titles.filter((_, at) => views[at].taps.some((tap) => tap.mark === mark));
  const off = agreement === null ? null : marksOff(agreement.fitted);
  return (
    <div className="same-spots">
      <button
        type="button"
        className="button"
        aria-pressed={marking}
        onClick={() => setView({ tool: marking ? 'look' : 'mark' })}
      >
        <MapPin aria-hidden="true" />
        {MARKS.name}
      </button>
      {marking ? <Ask mark={nextMark(document, wanted)} shownIn={shownIn} /> : <p className="hint">{MARKS.hint}</p>}
      {marks.length > 0 && (
        <ul>
          {marks.map((mark) => {
            const names = shownIn(mark);
            const of = off?.get(String(mark));
            const mm = of === undefined || of.size < 2 ? null : Math.max(...of.values());
            return (
              <li key={mark} data-off={mm === null ? undefined : offClass(mm)}>
                <span className="spot-number" aria-hidden="true">
                  {mark}
                </span>
                <span className="spot-says">
                  <span>{markName(mark)}</span>
                  <small>{markShownIn(names)}</small>
                  {mm !== null && <small className="spot-off">{markOff(mm, offClass(mm))}</small>}
                </span>
                {here.taps.every((tap) => tap.mark !== mark) && (
                  <button
                    type="button"
                    className="icon-button"
                    aria-label={tapMarkName(mark)}
                    title={tapMarkName(mark)}
                    onClick={() => setView({ tool: 'mark', markWanted: mark })}
                  >
                    <Crosshair aria-hidden="true" />
                  </button>
                )}
                <button
                  type="button"
                  className="icon-button"
                  aria-label={removeMarkName(mark)}
                  title={removeMarkName(mark)}
                  onClick={() => commands.removeMark(mark, 'head')}
                >
                  <Trash2 aria-hidden="true" />
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}

interface AskProps {
  readonly mark: number | null;
  readonly shownIn: (mark: number) => readonly string[];
}

/** What the next tap marks; of a spot that another photo shows, how it looks there. */
function Ask({ mark, shownIn }: AskProps) {
  const document = useAppState(({ history }) => history.committed);
  const here = document.views[document.chosenView];
  const shown =
    mark === null
      ? undefined
      : designViews(document).flatMap(({ id, taps }) => {
          const tap = taps.find((each) => each.mark === mark);
          return tap === undefined ? [] : [{ id, at: tap.at }];
        })[0];
  const says = (): string => {
    if (mark === null) return MARKS.full;
    if (shown !== undefined) return markToFind(mark, shownIn(mark));
    return here.taps.length > 0 ? MARKS.elsewhere : MARKS.next;
  };
  return (
    <div className="spot-ask">
      {shown !== undefined && <SpotPicture id={shown.id} at={shown.at} />}
      <p className="mark-ask" aria-live="polite">
        {says()}
      </p>
    </div>
  );
}

/** Px of the small picture, twice what a plain screen shows, and of the photo's shorter side how much it takes. */
const SPOT_PX = 176;
const SPOT_SHARE = 0.16;

/** How a spot looks in the photo of another view, with a ring about it. */
function SpotPicture({ id, at }: { readonly id: string; readonly at: PointPx }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const photo = useAppState((state) => photoOfView(state, id));
  useEffect(() => {
    const pen = canvas.current?.getContext('2d');
    if (pen == null || photo === null) return;
    const wide = SPOT_SHARE * Math.min(photo.size.widthPx, photo.size.heightPx);
    pen.clearRect(0, 0, SPOT_PX, SPOT_PX);
    pen.imageSmoothingQuality = 'high';
    pen.drawImage(photo.working, at.xPx - wide / 2, at.yPx - wide / 2, wide, wide, 0, 0, SPOT_PX, SPOT_PX);
    for (const [colour, width] of [
      ['rgb(20 16 12 / 70%)', 7],
      ['#fff', 3],
    ] as const) {
      pen.beginPath();
      pen.strokeStyle = colour;
      pen.lineWidth = width;
      pen.arc(SPOT_PX / 2, SPOT_PX / 2, SPOT_PX / 7, 0, 2 * Math.PI);
      pen.stroke();
    }
  }, [photo, at]);
  return <canvas ref={canvas} className="spot-picture" width={SPOT_PX} height={SPOT_PX} aria-hidden="true" />;
}
