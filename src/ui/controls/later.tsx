import type { ComponentType } from 'react';
import { useEffect, useState } from 'react';
import { loadChunk, once } from '~/load/load-part';
import { notify } from '~/store/notify';
import { useApp } from '~/ui/base/app-context';

/** What a part that is loaded later is given at least: it can be closed, and is where it does not come. */
interface Closable {
  readonly onClose: () => void;
}

/** Parts of the work itself, as the modules that open them come. */
const ofTheWork: (() => Promise<unknown>)[] = [];

/** Loads what the work itself opens and was not opened yet, one after the other: the network may be gone when somebody wants it. */
export async function loadWhileIdle(): Promise<void> {
  for (const part of ofTheWork) await part().catch(() => undefined);
}

/**
 * A part of the screen that is loaded when it is first opened; `whileIdle`: or before, while the page is idle. Until it is there nothing
 * is shown; where it does not come that is said, and it closes again.
 */
export function later<Props extends Closable>(
  load: () => Promise<{ readonly default: ComponentType<Props> }>,
  { whileIdle = false } = {},
): ComponentType<Props> {
  let there: ComponentType<Props> | null = null;
  const part = once(async () => (there = (await loadChunk(load, true)).default));
  if (whileIdle) ofTheWork.push(part);
  return function Later(props: Props) {
    const { store } = useApp();
    const [Part, setPart] = useState<ComponentType<Props> | null>(() => there);
    const { onClose } = props;
    useEffect(() => {
      if (Part !== null) return;
      let wanted = true;
      part().then(
        (come) => {
          if (wanted) setPart(() => come);
        },
        () => {
          if (!wanted) return;
          store.setState(notify({ kind: 'partMissing' }));
          onClose();
        },
      );
      return () => {
        wanted = false;
      };
    }, [Part, store, onClose]);
    return Part === null ? null : <Part {...props} />;
  };
}
