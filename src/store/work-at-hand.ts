import type { PhotoOfView, Work } from '~/keep/project-file';
import type { Consultation } from '~/model/design/consultation';
import type { History } from '~/model/design/history';
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

/** A work one step further, in which another photo has come to its views. */
export function withPhoto(work: Work, steps: History<Consultation>, photo: PhotoOfView): Work {
  const { committed: consultation } = steps;
  const photos = [...work.photos, photo].filter(({ viewId }) => consultation.views.some(({ id }) => id === viewId));
  return { ...work, consultation, photos, steps };
}
