import type { CSSProperties } from 'react';
import { useEffect } from 'react';
import { BARE } from '~/model/design/time-scale';
import { useApp, useDesign } from '~/ui/base/app-context';
import { HeadStill } from '~/ui/controls/head-still';
import type { ViewToTake } from '~/ui/base/use-views';
import { CLIENT_PAGE, LINE_PAGE } from '~/ui/words/home/plan-words';
import { momentInWords } from '~/ui/words/moment-words';
import { BAR_MM, FINE, planned } from './client-page';
import { PictureKey } from './picture-key';

/** Up to so many views stand below each other; more of them in two columns. */
const ONE_COLUMN = 3;

/** How large each of the two pictures of a view is, CSS px: so that the most that can be fill a sheet of Letter, the shorter one. */
function sizeFor(views: number): { readonly widthPx: number; readonly heightPx: number } {
  const columns = views > ONE_COLUMN ? 2 : 1;
  const rows = Math.ceil(views / columns);
  return {
    widthPx: columns === 1 ? 344 : 168,
    heightPx: Math.min(columns === 1 ? 344 : 236, Math.floor(800 / rows) - 26),
  };
}

/** So many pictures are on the sheet. */
export const viewsPictures = (views: number): number => (views < 2 ? 0 : 2 * views);

interface ViewsPageProps {
  readonly views: readonly ViewToTake[];
  readonly onDrawn: () => void;
}

/** The design in all photos of the head, before and after, each with its name and a bar to measure by. */
export function ViewsPage({ views, onDrawn }: ViewsPageProps) {
  const { commands } = useApp();
  const shown = planned(useDesign());
  useEffect(() => commands.readViews(), [commands]);
  const size = sizeFor(views.length);
  const still = { ...size, frame: 'head', fine: FINE, urgent: true, onDrawn } as const;
  const style: CSSProperties = { '--columns': views.length > ONE_COLUMN ? 2 : 1 };
  return (
    <>
      <div className="bundle">
        <h3>{LINE_PAGE.views}</h3>
        <p className="fine-print">
          <span>{LINE_PAGE.viewsHint(momentInWords(shown, shown.sessionsPlanned))}</span> <PictureKey />
        </p>
      </div>
      <div className="sheet-views" style={style}>
        {views.map(({ id, title }) => (
          <figure key={id}>
            <span className="sheet-view">
              <HeadStill {...still} view={id} vary={BARE} barMm={BAR_MM} />
              <HeadStill {...still} view={id} vary={planned} line sketch="dark" />
            </span>
            <figcaption>
              <b>{title}</b>: {CLIENT_PAGE.today} · {LINE_PAGE.after}
            </figcaption>
          </figure>
        ))}
      </div>
    </>
  );
}
