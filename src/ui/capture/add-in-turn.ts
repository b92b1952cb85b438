import type { StoreApi } from 'zustand/vanilla';
import type { Commands } from '~/commands/commands';
import type { ViewKind } from '~/model/design/consultation';
import type { AppState } from '~/store/app-state';
import { stageOf } from '~/store/screen';

interface Waiting {
  readonly file: File;
  readonly kind: ViewKind;
}

/**
 * Adds photos to the head one after the other: each waits until the one before it is read, and its head placed where no face shows
 * where it lies. Who leaves the work leaves those that still wait. Gives back what takes a photo.
 */
export function addInTurn(
  store: Pick<StoreApi<AppState>, 'getState' | 'subscribe'>,
  { addView }: Pick<Commands, 'addView'>,
): (file: File, kind: ViewKind) => void {
  let waiting: readonly Waiting[] = [];
  let stop: (() => void) | null = null;
  const next = (): void => {
    const stage = stageOf(store.getState());
    if (stage === 'start') waiting = [];
    const first = waiting.at(0);
    if (first === undefined) {
      stop?.();
      stop = null;
    } else if (stage === 'editing') {
      waiting = waiting.slice(1);
      addView(first.file, false, first.kind);
    }
  };
  return (file, kind) => {
    waiting = [...waiting, { file, kind }];
    stop ??= store.subscribe(next);
    next();
  };
}
