import type { Work } from '~/keep/project-file';
import type { ProjectProblem } from '~/model/project/project';
import type { AppState, Notice } from '~/store/app-state';
import { stageOf } from '~/store/screen';
import { notify } from '~/store/notify';
import { leaveWork, startLooking, reject } from '~/store/stages';
import type { Commands } from './commands';
import { withoutUnread } from './healed';
import type { HealedCommands } from './healed';
import { isOver } from '~/intake/job-queue';
import type { WorkKeeper } from './keep-work';
import type { JobParts } from './open-photo';
import type { SaveQueue } from './save-queue';
import { chosenPhoto } from '~/intake/chosen-photo';

/** What commands need that save: saves have a queue of their own, which no opened photo ends. */
export interface SaveParts extends JobParts {
  readonly saves: SaveQueue;
}

type ProjectCommands = Pick<Commands, 'openAny' | 'openSaved' | 'deleteSaved'>;

/** What is said when a project file cannot be opened. */
function projectNotice(problem: ProjectProblem | { readonly kind: 'unreadable' }): Notice {
  switch (problem.kind) {
    case 'damaged':
      return { kind: 'projectDamaged' };
    case 'unreadable':
      return { kind: 'fileUnreadable' };
    case 'newer':
      return { kind: 'projectNewer', version: problem.version };
    case 'tooLarge':
      return { kind: 'projectTooLarge' };
  }
}

/** Work that was kept is gone on with; false: another tab has it open, and this is a copy. */
async function adopted({ ports, store }: JobParts, keeper: WorkKeeper, id: string, work: Work): Promise<boolean> {
  const { photo } = chosenPhoto(work);
  // What comes from this device stays on it.
  store.setState({ keeping: 'device' });
  const mine = await ports.autosave.claim(id);
  if (mine) keeper.adopt(photo, id);
  else keeper.adoptCopy(photo, work);
  return mine;
}

/** Back to work that was kept, and to what was still being looked at then. */
async function goOn(
  parts: JobParts,
  keeper: WorkKeeper,
  lay: HealedCommands['layHealed'],
  id: string,
  kept: Work,
  said: 'projectOpened' | 'workRestored',
  signal: AbortSignal,
): Promise<void> {
  const { work, unread } = withoutUnread(kept);
  const mine = await adopted(parts, keeper, id, work);
  if (isOver(signal)) return;
  await parts.intake.work(work, { kind: mine ? said : 'openedAsCopy' }, signal);
  for (const each of unread)
    if (!isOver(signal) && stageOf(parts.store.getState()) === 'editing') await lay(each, signal);
}

/** Project files, and the projects kept in this browser. */
export function projectCommands(
  parts: JobParts,
  keeper: WorkKeeper,
  lay: HealedCommands['layHealed'],
): ProjectCommands {
  const { store, queue, ports, intake } = parts;
  return {
    openAny(file) {
      store.setState(startLooking);
      queue.replace(async (signal) => {
        if (await ports.isWorksFile(file)) {
          if (isOver(signal)) return;
          // The list of works stands on the first screen; what was worked on is kept and listed in it.
          await keeper.flush();
          store.setState((state) => ({ ...leaveWork(state), book: { file } }));
          return;
        }
        const isProject = await ports.isProjectFile(file);
        if (isOver(signal)) return;
        if (!isProject) return intake.photo(file, null, signal);
        const read = await ports.readProjectFile(file);
        if (isOver(signal)) return;
        if (read.ok) await intake.work(read.value, { kind: 'projectOpened' }, signal);
        else store.setState(reject(projectNotice(read.problem)));
      });
    },

    openSaved(id) {
      store.setState(startLooking);
      queue.replace(async (signal) => {
        const loaded = await ports.autosave.load(id);
        if (isOver(signal)) return;
        if (!loaded.ok) {
          store.setState(reject({ kind: loaded.problem === 'damaged' ? 'projectDamaged' : 'storageSilent' }));
          return;
        }
        await goOn(parts, keeper, lay, id, loaded.value, 'projectOpened', signal);
      });
    },

    deleteSaved: (id) => void keeper.remove(id),
  };
}

/** Brings the last work back after a reload, unless something else was begun meanwhile. */
export function restoreLastWork(parts: JobParts, keeper: WorkKeeper, lay: HealedCommands['layHealed']): void {
  const { store, queue, ports } = parts;
  const untouched = (state: AppState): boolean => stageOf(state) === 'start' && state.job === null;
  if (!ports.mayComeBack() || !untouched(store.getState())) return;
  queue.replace(async (signal) => {
    const last = await ports.autosave.lastId();
    if (!last.ok || last.value === null || isOver(signal)) return;
    const loaded = await ports.autosave.load(last.value);
    if (isOver(signal)) return;
    if (!loaded.ok) {
      if (loaded.problem === 'silent') store.setState(notify({ kind: 'storageSilent' }));
      return;
    }
    await goOn(parts, keeper, lay, last.value, loaded.value, 'workRestored', signal);
  });
}
