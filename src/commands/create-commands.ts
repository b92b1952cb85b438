import type { StoreApi } from 'zustand/vanilla';
import type { AppState } from '~/store/app-state';
import { callOff, leaveWork, say, settle, turnAway } from '~/store/stages';
import type { Commands } from './commands';
import { dragHairlineCommands } from './drag-hairline';
import { editDesign } from './edit-design';
import { createJobQueue } from '~/intake/job-queue';
import { keepWork } from './keep-work';
import { openPhotoCommands } from './open-photo';
import type { Outside } from '~/intake/ports';
import { paintCommands } from './paint';
import type { Picture } from '~/preview/preview-source';
import { placeHeadCommands } from './place-head';
import { projectCommands, restoreLastWork } from './project';
import { savePicture } from './save-picture';
import { createTakeIn } from '~/intake/intake';

export interface Work {
  readonly commands: Commands;
  /** Lists what is kept on this device, and brings the last work back. */
  readonly restore: () => void;
  /** Writes down what waits; for when the page goes out of sight. */
  readonly flush: () => Promise<void>;
  /** Settles when no job runs. */
  readonly idle: () => Promise<void>;
}

/** All verbs, on one store, one queue and one outside world. */
export function createCommands(store: StoreApi<AppState>, picture: Picture, outside: Outside): Work {
  const queue = createJobQueue((error) => {
    // Whatever we did wrong, nobody is left waiting for a job that is over.
    store.setState((state) =>
      state.stage === 'detecting'
        ? turnAway({ kind: 'photoDamaged' })(state)
        : say({ kind: 'pictureNotSaved' })(settle(state)),
    );
    throw error;
  });
  const takeIn = createTakeIn(store, outside);
  const keeper = keepWork(store, outside);
  const parts = { store, queue, outside, takeIn };
  const edit = editDesign(store);

  const commands: Commands = {
    ...edit,
    ...openPhotoCommands(parts),
    ...placeHeadCommands(parts),
    ...projectCommands(parts, keeper),
    ...dragHairlineCommands(store, edit, picture),
    ...paintCommands(store, edit, picture),
    savePicture: savePicture(parts, picture),
    cancelJob() {
      queue.abort();
      store.setState(callOff);
    },
    newPhoto() {
      queue.abort();
      edit.commit();
      void keeper.flush();
      keeper.forgetLast();
      store.setState(leaveWork);
    },
  };
  return {
    commands,
    restore() {
      keeper.list();
      restoreLastWork(parts, keeper);
    },
    flush: () => keeper.flush(),
    idle: () => queue.idle(),
  };
}
