import { ImagePlus } from 'lucide-react';
import { useState } from 'react';
import { designViews, MOST_VIEWS } from '~/model/design/consultation';
import { useApp, useAppState } from '~/ui/base/app-context';
import { intoSight } from '~/ui/base/into-sight';
import { AS_SHOWN } from '~/model/design/time-scale';
import { HeadStill } from '~/ui/controls/head-still';
import { Toolbar } from '~/ui/controls/toolbar';
import { openViewPicker } from '~/ui/base/view-picker';
import { VIEWS, viewName, viewTitles } from '~/ui/words/photo-panel-words';
import { SmallPhoto } from './small-photo';

/** The photos of this head as a row of chips over the picture: one stop of Tab. `alone`: also where there is but one, to add another, and then none. */
export function ViewChips({ alone }: { readonly alone: boolean }) {
  const { commands } = useApp();
  const document = useAppState(({ history }) => history.committed);
  const views = designViews(document);
  const chosen = views.indexOf(document.views[document.chosenView]);
  if (views.length === 1 && !alone) return null;
  const add = (tabIndex?: number) => (
    <button
      type="button"
      className="chip view-chip"
      tabIndex={tabIndex}
      aria-label={VIEWS.add}
      title={document.views.length < MOST_VIEWS ? VIEWS.addTip : VIEWS.most}
      disabled={document.views.length >= MOST_VIEWS}
      onClick={() => openViewPicker(commands)}
    >
      <ImagePlus aria-hidden="true" />
      {views.length === 1 && <span>{VIEWS.add}</span>}
    </button>
  );
  // While there is but one, keys find it in the section Photo: on the way through the editor it would be a stop for a rare wish.
  if (views.length === 1)
    return (
      <div className="view-chips" data-own-gesture="">
        <div className="view-row">{add(-1)}</div>
      </div>
    );
  const titles = viewTitles(views.map(({ kind }) => kind));
  return (
    <div className="view-chips" data-own-gesture="">
      <Toolbar label={VIEWS.name} className="view-row">
        {views.map(({ id }, at) => (
          <button
            key={id}
            type="button"
            className="chip view-chip"
            aria-label={viewName(titles[at])}
            aria-current={at === chosen}
            ref={at === chosen ? intoSight : undefined}
            onClick={() => commands.chooseView(id)}
          >
            <HeadStill
              live
              view={id}
              vary={AS_SHOWN}
              frame="hairline"
              widthPx={SMALL.widthPx}
              heightPx={SMALL.heightPx}
              instead={<SmallPhoto id={id} />}
            />
            {titles[at]}
          </button>
        ))}
        {add()}
      </Toolbar>
      <SeenAloud id={views[chosen].id} title={titles[chosen]} />
    </div>
  );
}

/** The picture on a chip, CSS px. */
const SMALL = { widthPx: 54, heightPx: 40 };

/** Says which view is seen since another one was chosen, by a key or otherwise. */
function SeenAloud({ id, title }: { readonly id: string; readonly title: string }) {
  const [seen, setSeen] = useState({ id, isOther: false });
  if (seen.id !== id) setSeen({ id, isOther: true });
  return (
    <p role="status" className="visually-hidden">
      {seen.isOther && <span key={id}>{viewName(title)}</span>}
    </p>
  );
}
