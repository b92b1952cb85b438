import type { StoreApi } from 'zustand/vanilla';
import { createIntake } from '~/intake/intake';
import { createJobQueue } from '~/intake/job-queue';
import type { Ports } from '~/intake/ports';
import { PartMissing } from '~/load/load-part';
import type { PreviewSource } from '~/preview/preview-source';
import type { AppState } from '~/store/app-state';
import { cancelJob, leaveWork, reject } from '~/store/stages';
import type { Commands } from './commands';
import { designCommands, takeDesignCommands } from './designs';
import { dragHairlineCommands } from './drag-hairline';
import { editDesign, takeBack } from './edit-design';
import { healedCommands } from './healed';
import { keepWork } from './keep-work';
import type { WorkKeeper } from './keep-work';
import { askBeforeLeaving } from './leave-work';
import { openPhotoCommands } from './open-photo';
import { paintCommands } from './paint';
import { markHeadCommands, placeHeadCommands } from './place-head';
import { projectCommands, restoreLastWork } from './project';
import { createSaveQueue } from './save-queue';
import { takeHomeCommands } from './take-home';
import { turnPhotoCommands } from './turn-photo';
import { viewCommands, viewReader } from './views';

export interface Work {
  readonly commands: Commands;
  /** What keeps works on this device. */
  readonly keeper: WorkKeeper;
  /** Lists what is kept on this device, and brings the last work back. */
  readonly restore: () => void;
  /** Writes down what waits; for when the page goes out of sight. */
  readonly flush: () => Promise<void>;
  /** Of a state that cannot be drawn: takes the last change back, where the one before it was drawn. */
  readonly takeBack: (error: unknown, drawnBefore: boolean) => void;
  /** Settles when no job runs. */
  readonly idle: () => Promise<void>;
}

/** All verbs, on one store, one queue and one outside world. */
export function createCommands(store: StoreApi<AppState>, picture: PreviewSource, ports: Ports): Work {
  const isMissing = (error: unknown): boolean => error instanceof PartMissing;
  const onBug = (error: unknown): void => {
    // A part that did not come is nobody's mistake.
    if (!isMissing(error)) throw error;
  };
  const queue = createJobQueue((error) => {
    // Whatever we did wrong, nobody is left waiting for a job that is over, nor told that the photo is to blame.
    store.setState(reject({ kind: isMissing(error) ? 'partMissing' : 'ownFault' }));
    onBug(error);
  });
  const saves = createSaveQueue(store, onBug);
  const keeper = keepWork(store, ports);
  const intake = createIntake(store, ports, keeper);
  const parts = { store, queue, saves, ports, intake };
  const { turnPhoto, goTo } = turnPhotoCommands(parts, keeper);
  const edit = editDesign(store, goTo);
  const readViews = viewReader(parts);

  const { layHealed, ...healed } = healedCommands(parts, edit, goTo, keeper);
  const projects = projectCommands(parts, keeper, layHealed);
  const leaving = askBeforeLeaving(store, keeper);

  const commands: Commands = {
    ...edit,
    ...designCommands(store, edit),
    ...openPhotoCommands(parts),
    ...placeHeadCommands(parts),
    ...markHeadCommands(store),
    turnPhoto,
    ...viewCommands({ ...parts, readViews }, edit, goTo, keeper),
    ...healed,
    ...projects,
    ...dragHairlineCommands(store, edit, picture),
    ...paintCommands(store, edit, picture),
    ...takeHomeCommands(parts, picture, readViews),
    ...takeDesignCommands(store, ports, edit),
    cancelJob() {
      if (store.getState().job === null) {
        saves.cancel();
        return;
      }
      queue.abort();
      store.setState(cancelJob);
    },
    reload() {
      void keeper.flush().finally(() => ports.reloadPage());
    },
    openAny: (file) => leaving.orAsk(() => projects.openAny(file)),
    newPhoto: () =>
      leaving.orAsk(() => {
        queue.abort();
        edit.commit();
        void keeper.flush();
        keeper.forgetLast();
        store.setState(leaveWork);
      }),
    answerLeaving: (how) => leaving.answer(how),
  };
  return {
    commands,
    restore() {
      void keeper.list();
      restoreLastWork(parts, keeper, layHealed);
    },
    keeper,
    flush: () => keeper.flush(),
    takeBack: takeBack(store, edit),
    idle: async () => {
      await Promise.all([queue.idle(), saves.idle()]);
    },
  };
}
