import { createCommands } from '~/commands/create-commands';
import { createPreviewSource } from '~/preview/preview-source';
import { createAppStore } from '~/store/create-store';
import { stageOf, subjectOf } from '~/store/screen';
import { fakePorts, photoFile, smallDotField } from './fake-ports';

/** All commands on a fresh store, in a world in memory. */
export function setUp(given = fakePorts()) {
  const { world, ports } = given;
  const store = createAppStore();
  const field = smallDotField();
  const picture = createPreviewSource(store, () => field);
  const work = createCommands(store, picture, ports);
  const said: string[] = [];
  store.subscribe((now, before) => {
    if (now.notice !== null && now.notice !== before.notice) said.push(now.notice.what.kind);
  });
  const stages: string[] = [];
  store.subscribe((now, before) => {
    if (stageOf(now) !== stageOf(before)) stages.push(stageOf(now));
  });
  const open = async (file = photoFile()): Promise<void> => {
    work.commands.openPhoto(file);
    await work.idle();
  };
  return {
    ...work,
    world,
    ports,
    store,
    picture,
    said,
    stages,
    open,
    stage: () => stageOf(store.getState()),
    subject: () => subjectOf(store.getState()),
  };
}
