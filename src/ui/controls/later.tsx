import type { ComponentType } from 'react';
import { useEffect, useState } from 'react';
import { loadChunk, once } from '~/load/load-part';
import { notify } from '~/store/notify';
import { useApp } from '~/ui/base/app-context';

/** What a part that is loaded later is given at least: it can be closed, and is where it does not come. */
interface Closable {
  readonly onClose: () => void;
}

/** Every part that this file is asked for, as the modules that ask come. */
const parts: (() => Promise<unknown>)[] = [];

/** Loads what was not opened yet, one after the other, those too that they bring along: the network may be gone when somebody wants them. */
export async function loadLater(): Promise<void> {
  for (let at = 0; at < parts.length; at++) await parts[at]().catch(() => undefined);
}

/**
 * A part of the screen that is loaded when it is first opened, or once the page is idle. Until it is there nothing is shown; where it
 * does not come that is said, and it closes again.
 */
export function later<Props extends Closable>(
  load: () => Promise<{ readonly default: ComponentType<Props> }>,
): ComponentType<Props> {
  let there: ComponentType<Props> | null = null;
  const part = once(async () => (there = (await loadChunk(load, true)).default));
  parts.push(part);
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
