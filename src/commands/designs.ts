import type { StoreApi } from 'zustand/vanilla';
import type { ToldDesign } from '~/codes/design-bytes';
import type { Ports } from '~/intake/ports';
import {
  addDesign,
  chooseDesign,
  freeName,
  MOST_DESIGNS,
  removeDesign,
  renameDesign,
} from '~/model/design/consultation';
import { commit, seen } from '~/model/design/history';
import { arrived } from '~/model/project/arrived-design';
import type { AppState, CodeNews } from '~/store/app-state';
import { isGesture } from '~/store/shown-design';
import { notify } from '~/store/notify';
import type { Commands } from './commands';
import { stepped, stepsBeside } from './edit-design';
import type { EditCommands } from './edit-design';

/** The photo lies as it lay, whichever design is on it. */
const noTurn = (): void => undefined;

type DesignCommands = Pick<Commands, 'addDesign' | 'chooseDesign' | 'renameDesign' | 'removeDesign'>;

/** The designs of a head beside each other. To look at another one is no step of undo; to add, name or delete one is. */
export function designCommands(store: StoreApi<AppState>, { commit: endGesture }: EditCommands): DesignCommands {
  const { take, change } = stepsBeside(store, endGesture, noTurn);

  return {
    chooseDesign: (index) => void take(({ history }) => seen(history, chooseDesign(history.committed, index))),
    addDesign: (from) =>
      void change((now) =>
        now.designs.length < MOST_DESIGNS ? addDesign(chooseDesign(now, from), freeName(now)) : now,
      ),
    renameDesign: (index, name) =>
      void change((now) => {
        const before = chooseDesign(now, index);
        const after = renameDesign(before, name);
        return after === before ? now : chooseDesign(after, now.chosenDesign);
      }),
    removeDesign(index) {
      const { name } = store.getState().history.committed.designs[index];
      const removed = change((now) => {
        const { chosenDesign, designs } = now;
        const after = removeDesign(chooseDesign(now, index));
        if (after.designs === designs) return now;
        // Who looks at another one goes on doing so.
        return index === chosenDesign ? after : chooseDesign(after, chosenDesign - (index < chosenDesign ? 1 : 0));
      });
      if (removed) store.setState(notify({ kind: 'designDeleted', name }));
    },
  };
}

/**
 * A design that comes by a code: put on the photo that is open, as one step of undo beside what is there, or kept until there is a
 * photo.
 */
export function takeDesignCommands(
  store: StoreApi<AppState>,
  ports: Pick<Ports, 'readCodes' | 'codeWords'>,
  { commit: endGesture }: EditCommands,
): Pick<Commands, 'takeDesign'> {
  const sayMissing = (): void => store.setState(notify({ kind: 'partMissing' }));
  const say = (news: CodeNews): void => {
    ports.codeWords(news).then((said) => store.setState(notify({ kind: 'code', news, said })), sayMissing);
  };

  const put = (came: ToldDesign): void => {
    // What is still in hand is done first.
    if (isGesture(store.getState())) endGesture();
    const state = store.getState();
    const { committed } = state.history;
    const name = freeName(committed);
    const arrival = arrived(committed, came, name);
    if (arrival.kind === 'full') {
      say({ kind: 'full' });
      return;
    }
    const { consultation } = arrival;
    const history = arrival.kind === 'added' ? commit(state.history, consultation) : seen(state.history, consultation);
    store.setState({
      ...stepped(state, history, noTurn),
      // What it is for was answered by whoever made it.
      offer: state.offer === 'goal' ? 'years' : state.offer,
    });
    say(
      arrival.kind === 'added'
        ? { kind: 'taken', name, keptOwn: arrival.keptOwn, told: came.told }
        : { kind: 'there', name: arrival.name },
    );
  };

  /** Puts on the photo what waits for one. */
  const putWaiting = (): void => {
    const { arrived: waiting, screen, job } = store.getState();
    if (waiting === null || screen.kind !== 'editing' || job !== null) return;
    store.setState({ arrived: null });
    put(waiting);
  };
  // Later, so that all others hear of the photo first.
  store.subscribe(({ arrived: waiting, screen }) => {
    if (waiting !== null && screen.kind === 'editing') queueMicrotask(putWaiting);
  });

  return {
    takeDesign(text) {
      ports.readCodes(text).then((read) => {
        if (read.kind !== 'design') {
          say(read);
          return;
        }
        store.setState({ arrived: read.design });
        putWaiting();
        if (store.getState().arrived !== null) say({ kind: 'waits' });
      }, sayMissing);
    },
  };
}
