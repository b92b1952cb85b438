import { SAMPLES } from '~/intake/samples';
import type { AppState } from '~/store/app-state';
import { stageOf } from '~/store/screen';
import { startLooking } from '~/store/stages';
import type { StoreApi } from 'zustand/vanilla';
import type { Commands } from './commands';
import type { JobQueue } from '~/intake/job-queue';
import type { Ports } from '~/intake/ports';
import type { Intake } from '~/intake/intake';

export interface JobParts {
  readonly store: StoreApi<AppState>;
  readonly queue: JobQueue;
  readonly ports: Ports;
  readonly intake: Intake;
}

/** A photo from the user, or one of the samples; and which of its faces. */
export function openPhotoCommands(parts: JobParts): Pick<Commands, 'openPhoto' | 'openSample' | 'chooseFace'> {
  const { store, queue, ports, intake } = parts;
  return {
    openPhoto(file) {
      store.setState(startLooking);
      queue.replace((signal) => intake.photo(file, null, signal));
    },

    openSample(id) {
      const sample = SAMPLES.find((one) => one.id === id);
      if (sample === undefined) throw new Error(`There is no sample ${id}.`);
      store.setState(startLooking);
      queue.replace(async (signal) => intake.photo(await ports.fetchFile(sample.full), sample.placement, signal));
    },

    chooseFace(index) {
      const state = store.getState();
      const { screen } = state;
      if (screen.kind !== 'choose-face' || stageOf(state) === 'detecting') return;
      const face = screen.faces.at(index);
      if (face === undefined) return;
      store.setState(startLooking);
      queue.replace((signal) => intake.face(screen.photo, face, signal));
    },
  };
}
