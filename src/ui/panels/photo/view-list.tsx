import { ImagePlus, Trash2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { designViews, MOST_VIEWS, VIEW_KINDS } from '~/model/design/consultation';
import type { ViewKind } from '~/model/design/consultation';
import { photoOnScreen } from '~/store/screen';
import { useApp, useAppState } from '~/ui/base/app-context';
import { openViewPicker } from '~/ui/base/view-picker';
import { HealedButtons } from '~/ui/healed/healed-buttons';
import { VIEW_KIND_NAMES } from '~/ui/words/notice-words';
import { kindOfViewName, removeViewName, viewName, VIEWS, viewTitles } from '~/ui/words/photo-panel-words';
import { ViewAgreement } from './agreement';
import { SameSpots } from './same-spots';

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
      {views.length > 1 && <SameSpots />}
      <HealedButtons />
    </div>
  );
}

/** Px of the small picture, twice what a plain screen shows. */
const SMALL_PX = 112;

/** The photo of a view, small and bare. */
function SmallPhoto({ id }: { readonly id: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const photo = useAppState((state) =>
    state.history.committed.views[state.history.committed.chosenView].id === id
      ? photoOnScreen(state)
      : state.otherPhotos.find(({ viewId }) => viewId === id)?.photo,
  );
  useEffect(() => {
    const pen = canvas.current?.getContext('2d');
    if (pen == null || photo == null) return;
    const { widthPx, heightPx } = photo.size;
    const scale = Math.max(SMALL_PX / widthPx, SMALL_PX / heightPx);
    const [width, height] = [scale * widthPx, scale * heightPx];
    pen.imageSmoothingQuality = 'high';
    // Heads are in the upper part of a photo.
    pen.drawImage(photo.working, (SMALL_PX - width) / 2, (SMALL_PX - height) / 4, width, height);
  }, [photo]);
  return <canvas ref={canvas} width={SMALL_PX} height={SMALL_PX} aria-hidden="true" />;
}
