import type { ViewKind } from '~/model/design/consultation';
import { designViews } from '~/model/design/consultation';
import { current } from '~/model/design/history';
import { comparableViews } from '~/store/compared';
import { viewOf } from '~/store/turns';
import { useAppState } from './app-context';

/** A photo of the head that a picture can be made of, and what it is called. */
export interface ViewToTake {
  readonly id: string;
  readonly title: string;
}

/**
 * All of them, and what the one on the screen is called among several; null where it is the only one. `titlesOf`: what photos of
 * those kinds are called.
 */
export function useViews(titlesOf: (kinds: readonly ViewKind[]) => readonly string[]): {
  readonly views: readonly ViewToTake[];
  readonly shown: string | null;
} {
  const state = useAppState((now) => now);
  const all = designViews(current(state.history));
  const titles = titlesOf(all.map(({ kind }) => kind));
  const comparable = comparableViews(state);
  const views = all.flatMap((view, at) => (comparable.includes(view) ? [{ id: view.id, title: titles[at] }] : []));
  const { id } = viewOf(state.history);
  return { views, shown: views.length < 2 ? null : (views.find((view) => view.id === id)?.title ?? null) };
}
