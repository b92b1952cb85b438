import { ImagePlus, Trash2 } from 'lucide-react';
import { designViews, MOST_VIEWS, VIEW_KINDS } from '~/model/design/consultation';
import type { ViewKind } from '~/model/design/consultation';
import { useApp, useAppState } from '~/ui/base/app-context';
import { openViewPicker } from '~/ui/base/view-picker';
import { TakeViews } from '~/ui/capture/take-views';
import { HealedButtons } from '~/ui/healed/healed-buttons';
import { VIEW_KIND_NAMES } from '~/ui/words/notice-words';
import { kindOfViewName, removeViewName, viewName, VIEWS, viewTitles } from '~/ui/words/photo-panel-words';
import { ViewAgreement } from './agreement';
import { SameSpots } from './same-spots';
import { SmallPhoto } from './small-photo';

/** All photos of this head: to look at one, say what it shows, remove it, and add another. */
export function ViewList() {
  const { commands } = useApp();
  const document = useAppState(({ history }) => history.committed);
  const views = designViews(document);
  const chosen = views.indexOf(document.views[document.chosenView]);
  const titles = viewTitles(views.map(({ kind }) => kind));
  const most = document.views.length >= MOST_VIEWS;
  return (
    <div className="view-list">
      <p className="hint">{most ? VIEWS.most : VIEWS.hint}</p>
      {views.length > 1 && (
        <ul>
          {views.map(({ id, kind, apart }, at) => (
            <li key={id}>
              <button
                type="button"
                className="view-choose"
                aria-label={viewName(titles[at])}
                aria-current={at === chosen}
                onClick={() => commands.chooseView(id)}
              >
                <SmallPhoto id={id} />
              </button>
              <select
                aria-label={kindOfViewName(titles[at])}
                value={kind}
                onChange={(event) => commands.nameView(id, event.currentTarget.value as ViewKind)}
              >
                {VIEW_KINDS.map((each) => (
                  <option key={each} value={each}>
                    {VIEW_KIND_NAMES[each]}
                  </option>
                ))}
              </select>
              <button
                type="button"
                className="icon-button"
                aria-label={removeViewName(titles[at])}
                title={removeViewName(titles[at])}
                onClick={() => commands.removeView(id)}
              >
                <Trash2 aria-hidden="true" />
              </button>
              <ViewAgreement id={id} apart={apart} />
            </li>
          ))}
        </ul>
      )}
      <button type="button" className="button" disabled={most} onClick={() => openViewPicker(commands)}>
        <ImagePlus aria-hidden="true" />
        {VIEWS.add}
      </button>
      <TakeViews />
      {views.length > 1 && <SameSpots />}
      <HealedButtons />
    </div>
  );
}
