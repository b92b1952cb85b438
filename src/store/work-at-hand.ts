import type { Work } from '~/keep/project-file';
import type { AppState, Subject } from './app-state';

/** The work at hand as it is written down: the committed document, and the photos of all its views in their order. */
export function workOf(
  { history, moment, otherPhotos, workName }: Pick<AppState, 'history' | 'moment' | 'otherPhotos' | 'workName'>,
  { photo, reading }: Pick<Subject, 'photo' | 'reading'>,
): Work {
  const { committed: consultation } = history;
  const { views, chosenView } = consultation;
  const shown = { viewId: views[chosenView].id, photo, reading };
  const photos = [shown, ...otherPhotos];
  const all = views.flatMap(({ id }) => photos.find(({ viewId }) => viewId === id) ?? []);
  return { name: workName ?? all[0].photo.name, consultation, moment, photos: all };
}
