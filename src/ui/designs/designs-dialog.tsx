import { Check, Copy, PenLine, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { designInForce, LONGEST_DESIGN_NAME, MOST_DESIGNS } from '~/model/design/consultation';
import { useApp, useAppState } from '~/ui/base/app-context';
import { Dialog } from '~/ui/controls/dialog';
import { HeadStill } from '~/ui/controls/head-still';
import { deleteDesignName, DESIGNS, duplicateName, renameName } from '~/ui/words/editor-words';
import { designTitle } from '~/ui/words/notice-words';
import { CompareButton } from './compare-button';

/** CSS px of a design's picture. */
const STILL = { widthPx: 96, heightPx: 72 };

/** All designs of this head, each with its picture: to choose, copy, name and delete. */
export function DesignsDialog({ onClose }: { readonly onClose: () => void }) {
  const designs = useAppState(({ history }) => history.committed.designs);
  const list = useRef<HTMLUListElement>(null);
  /** What had the focus is gone with its row. */
  const refocus = (): void => list.current?.querySelector<HTMLElement>('[aria-current="true"]')?.focus();
  return (
    <Dialog title={DESIGNS.name} className="designs" onClose={onClose}>
      <ul className="design-list" ref={list}>
        {designs.map(({ name }, index) => (
          <DesignRow
            key={index}
            {...{ name, index, onClose }}
            isOnly={designs.length === 1}
            isFull={designs.length >= MOST_DESIGNS}
            onDeleted={refocus}
          />
        ))}
      </ul>
      <div className="dialog-buttons">
        <CompareButton className="button" onGo={onClose} />
      </div>
      {designs.length >= MOST_DESIGNS && <p className="hint">{DESIGNS.most}</p>}
    </Dialog>
  );
}

interface DesignRowProps {
  readonly name: string;
  readonly index: number;
  readonly isOnly: boolean;
  readonly isFull: boolean;
  readonly onClose: () => void;
  readonly onDeleted: () => void;
}

function DesignRow({ name, index, isOnly, isFull, onClose, onDeleted }: DesignRowProps) {
  const { commands } = useApp();
  const chosen = useAppState(({ history }) => history.committed.chosenDesign === index);
  const consultation = useAppState(({ history }) => history.committed);
  const moment = useAppState((state) => state.moment);
  const [naming, setNaming] = useState(false);
  return (
    <li>
      {naming ? (
        <NameField
          name={name}
          onDone={(called) => {
            setNaming(false);
            if (called !== null) commands.renameDesign(index, called);
          }}
        />
      ) : (
        <button
          type="button"
          className="design-choose"
          aria-current={chosen}
          autoFocus={chosen}
          onClick={() => {
            commands.chooseDesign(index);
            onClose();
          }}
        >
          <HeadStill
            {...STILL}
            frame="hairline"
            urgent
            vary={() => designInForce({ ...consultation, chosenDesign: index }, moment)}
          />
          <span>{designTitle(name)}</span>
        </button>
      )}
      <span className="design-verbs">
        <Verb name={renameName(name)} Icon={PenLine} run={() => setNaming(!naming)} />
        <Verb
          name={duplicateName(name)}
          Icon={Copy}
          disabled={isFull}
          run={() => {
            commands.addDesign(index);
            onClose();
          }}
        />
        <Verb
          name={deleteDesignName(name)}
          Icon={Trash2}
          disabled={isOnly}
          run={() => {
            commands.removeDesign(index);
            onDeleted();
          }}
        />
      </span>
    </li>
  );
}

interface VerbProps {
  readonly name: string;
  readonly Icon: typeof Copy;
  readonly disabled?: boolean;
  readonly run: () => void;
}

const Verb = ({ name, Icon, disabled = false, run }: VerbProps) => (
  <button type="button" className="icon-button" aria-label={name} title={name} disabled={disabled} onClick={run}>
    <Icon aria-hidden="true" />
  </button>
);

/** `onDone`: with the name, or null where it stays as it was. */
function NameField({ name, onDone }: { readonly name: string; readonly onDone: (called: string | null) => void }) {
  const [text, setText] = useState(name);
  return (
    <form
      className="design-naming"
      onSubmit={(event) => {
        event.preventDefault();
        onDone(text);
      }}
    >
      <input
        type="text"
        className="text-field"
        aria-label={DESIGNS.newName}
        value={text}
        maxLength={LONGEST_DESIGN_NAME}
        autoFocus
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          // Of the name alone: the list stays open.
          event.preventDefault();
          onDone(null);
        }}
      />
      <button type="submit" className="icon-button" aria-label={DESIGNS.keepName} title={DESIGNS.keepName}>
        <Check aria-hidden="true" />
      </button>
    </form>
  );
}
