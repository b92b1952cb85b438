/**
 * Undo in gestures: while a finger drags, `preview` shows drafts; `commit` makes them one step; `cancel` takes them
 * back. Snapshots of a small immutable document.
 */
export interface History<Doc> {
  readonly past: readonly Doc[];
  /** The committed document. */
  readonly committed: Doc;
  /** What is shown while a gesture goes on; null between gestures. */
  readonly draft: Doc | null;
  readonly future: readonly Doc[];
}

/** Enough for a consultation; older steps are dropped. */
const MOST_STEPS = 200;

export const begin = <Doc>(doc: Doc): History<Doc> => ({ past: [], committed: doc, draft: null, future: [] });

/** The document as it is to be shown now. */
export const current = <Doc>(history: History<Doc>): Doc => history.draft ?? history.committed;

export const preview = <Doc>(history: History<Doc>, draft: Doc): History<Doc> => ({ ...history, draft });

/** Ends the gesture: one undo step, or none where nothing changed. */
export function commit<Doc>(history: History<Doc>, doc: Doc = current(history)): History<Doc> {
  if (doc === history.committed) return cancel(history);
  return { past: [...history.past, history.committed].slice(-MOST_STEPS), committed: doc, draft: null, future: [] };
}

/** The committed document seen otherwise: nothing was done, so that there is nothing to undo, and redo stays. */
export const seen = <Doc>(history: History<Doc>, doc: Doc): History<Doc> =>
  doc === history.committed ? history : { ...history, committed: doc, draft: null };

export const cancel = <Doc>(history: History<Doc>): History<Doc> =>
  history.draft === null ? history : { ...history, draft: null };

/** One step back; an open gesture is dropped first, and that is the step. */
export function undo<Doc>(history: History<Doc>): History<Doc> {
  if (history.draft !== null) return cancel(history);
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    committed: before,
    draft: null,
    future: [history.committed, ...history.future],
  };
}

export function redo<Doc>(history: History<Doc>): History<Doc> {
  const [next, ...rest] = history.future;
  if (next === undefined || history.draft !== null) return history;
  return { past: [...history.past, history.committed], committed: next, draft: null, future: rest };
}

export const canUndo = <Doc>(history: History<Doc>): boolean => history.draft !== null || history.past.length > 0;
export const canRedo = <Doc>(history: History<Doc>): boolean => history.draft === null && history.future.length > 0;
