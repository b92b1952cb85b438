import type { Commands } from './commands';

const VERBS = [
  'openPhoto',
  'openSample',
  'openAny',
  'chooseFace',
  'placeByHand',
  'seeHeadFrom',
  'markHead',
  'removeMark',
  'acceptPlacement',
  'turnPhoto',
  'cancelJob',
  'newPhoto',
  'answerLeaving',
  'reload',
  'preview',
  'commit',
  'cancelGesture',
  'change',
  'undo',
  'redo',
  'addDesign',
  'chooseDesign',
  'renameDesign',
  'removeDesign',
  'addView',
  'chooseView',
  'readViews',
  'nameView',
  'setViewApart',
  'removeView',
  'addHealed',
  'mirrorHealed',
  'dateHealed',
  'dragHandle',
  'nudgeHandle',
  'addPoint',
  'deletePoint',
  'paintAt',
  'savePicture',
  'saveProject',
  'takeHome',
  'shareReady',
  'takeDesign',
  'openSaved',
  'deleteSaved',
] as const satisfies readonly (keyof Commands)[];

/** Fails to compile where a verb is missing above. */
type Complete = keyof Commands extends (typeof VERBS)[number] ? Commands : never;

/**
 * Commands for a first screen with little script: the real ones are loaded at the first call. Calls that come before
 * they are there wait in order; afterwards a call goes straight through. Where they do not come, `onMissing` is told, and
 * the next call asks for them again.
 */
export function lazyCommands(load: () => Promise<Commands>, onMissing: () => void): Complete {
  let real: Commands | null = null;
  const call = <Verb extends keyof Commands>(verb: Verb, args: Parameters<Commands[Verb]>): void => {
    const run = (commands: Commands): void =>
      (commands[verb] as (...given: Parameters<Commands[Verb]>) => void)(...args);
    if (real !== null) run(real);
    else
      load().then((commands) => {
        real = commands;
        run(commands);
      }, onMissing);
  };
  return Object.fromEntries(
    VERBS.map((verb) => [verb, (...args: Parameters<Commands[typeof verb]>): void => call(verb, args)]),
  ) as unknown as Complete;
}
