import type { StoreApi } from 'zustand/vanilla';
import type { AppState } from '~/store/app-state';
import { hasToLose } from '~/store/keeping';
import type { Commands } from './commands';
import type { WorkKeeper } from './keep-work';

interface Leaving {
  /** Does at once what takes the place of the work at hand; where that would be lost, asks first. */
  orAsk(go: () => void): void;
  answer: Commands['answerLeaving'];
}

/** The question before work that is nowhere else gives way to another photo. */
export function askBeforeLeaving(store: StoreApi<AppState>, keeper: Pick<WorkKeeper, 'flush'>): Leaving {
  let waiting: (() => void) | null = null;
  return {
    orAsk(go) {
      if (!hasToLose(store.getState())) {
        go();
        return;
      }
      waiting = go;
      store.setState({ leaving: true });
    },
    answer(how) {
      const go = waiting;
      waiting = null;
      store.setState({ leaving: false, ...(how === 'keep' && { keeping: 'device' }) });
      if (how === 'stay' || go === null) return;
      if (how === 'leave') go();
      // Another photo on the screen would not wait for the write.
      else void keeper.flush().then(go);
    },
  };
}
