import type { PhotoOfView, Work } from '~/keep/project-file';

/** The photo, with its reading, of the view that a work was left with. A work without it is our mistake: files are checked. */
export function chosenPhoto({ consultation: { views, chosenView }, photos }: Work): PhotoOfView {
  const { id } = views[chosenView];
  const chosen = photos.find(({ viewId }) => viewId === id);
  if (chosen === undefined) throw new Error(`The work has no photo for its view ${id}.`);
  return chosen;
}
