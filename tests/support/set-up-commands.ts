import { createCommands } from '~/commands/create-commands';
import { createPicture } from '~/preview/preview-source';
import { createAppStore } from '~/store/create-store';
import { fakeOutside, photoFile, smallDotField } from './fake-ports';

/** All commands on a fresh store, in a world in memory. */
export function setUp(given = fakeOutside()) {
  const { world, outside } = given;
  const store = createAppStore();
  const field = smallDotField();
  const picture = createPicture(store, () => field);
  const work = createCommands(store, picture, outside);
  const said: string[] = [];
  store.subscribe((now, before) => {
    if (now.notice !== null && now.notice !== before.notice) said.push(now.notice.what.kind);
  });
  const stages: string[] = [];
  store.subscribe((now, before) => {
    if (now.stage !== before.stage) stages.push(now.stage);
  });
  const open = async (file = photoFile()): Promise<void> => {
    work.commands.openPhoto(file);
    await work.idle();
  };
  return { ...work, world, outside, store, picture, said, stages, open };
}
