import { Pencil, StickyNote } from 'lucide-react';
import { useState } from 'react';
import type { Design } from '~/model/design/design';
import { hairlineFromPencil } from '~/model/hairline/line-from-pencil';
import { shownDesign } from '~/store/shown-design';
import { useApp, useAppState, useDesignPart, useSetView } from '~/ui/base/app-context';
import { Fold } from '~/ui/controls/fold';
import { Switch } from '~/ui/controls/switch';
import { ToolButtons } from '~/ui/controls/tool-buttons';
import type { ToolRow } from '~/ui/controls/tool-buttons';
import { BRUSH_HINTS } from '~/ui/words/density-words';
import { followedInWords, PENCIL_TEXTS } from '~/ui/words/hairline-words';
import { NoteList } from './note-list';

const TOOLS: readonly ToolRow[] = [
  { tool: 'pencil', Icon: Pencil },
  { tool: 'note', Icon: StickyNote },
];

/** What was said of the last line made the hairline; it holds as long as that design is in force. */
interface Verdict {
  readonly of: Design;
  readonly followed: boolean;
  readonly text: string;
}

/** A white pencil: free lines and notes on the head, and the way from a sketch to the hairline. */
export function PencilTools() {
  const { commands, store, overlay } = useApp();
  const setView = useSetView();
  const inHand = useAppState(({ tool }) => (tool === 'pencil' || tool === 'note' ? tool : null));
  const hidden = useAppState((state) => state.sketch === 'hidden');
  const only = useAppState((state) => state.sketch === 'alone');
  const design = useDesignPart((now) => now);
  const lines = design.pencil.length;
  const [unfolded, unfold] = useState(lines + design.notes.length > 0);
  const [verdict, setVerdict] = useState<Verdict | null>(null);

  const makeHairline = (): void => {
    const now = shownDesign(store.getState());
    const fit = overlay.getState()?.fit ?? null;
    if (fit === null) return;
    const followed = hairlineFromPencil(now, fit, now.pencil);
    if (followed.ok) {
      commands.change(() => followed.value.design);
      // The sketch has done its work: the next finger is not to draw on it.
      unfold(true);
      setView({ tool: 'look' });
    }
    setVerdict({
      of: shownDesign(store.getState()),
      followed: followed.ok,
      text: followed.ok
        ? followedInWords(followed.value.meanMm, followed.value.mostMm)
        : PENCIL_TEXTS[followed.problem],
    });
  };

  return (
    <Fold
      className="group more"
      name={PENCIL_TEXTS.name}
      open={unfolded || inHand !== null}
      onToggle={(open) => {
        unfold(open);
        const { tool } = store.getState();
        if (!open && (tool === 'pencil' || tool === 'note')) setView({ tool: 'look' });
      }}
    >
      <ToolButtons label={PENCIL_TEXTS.tools} tools={TOOLS} />
      <p className="hint">{BRUSH_HINTS[inHand ?? 'pencil']}</p>
      <div className="tool-row">
        <button type="button" className="button small" disabled={lines === 0} onClick={makeHairline}>
          {PENCIL_TEXTS.make}
        </button>
        <button
          type="button"
          className="button small"
          disabled={lines === 0}
          onClick={() => commands.change((now) => ({ ...now, pencil: [] }))}
        >
          {PENCIL_TEXTS.rubOut}
        </button>
      </div>
      <p className="hint">{PENCIL_TEXTS.makeHint}</p>
      <p className="note" role="status" hidden={verdict?.of !== design}>
        {verdict?.of === design && verdict.text}
      </p>
      {verdict?.of === design && verdict.followed && design.points.length > 0 && (
        <div className="tool-row">
          <button
            type="button"
            className="button small"
            title={PENCIL_TEXTS.smoothHint}
            onClick={() => commands.change((now) => ({ ...now, points: [] }))}
          >
            {PENCIL_TEXTS.smooth}
          </button>
        </div>
      )}
      <NoteList />
      <Switch
        label={PENCIL_TEXTS.hide}
        on={hidden}
        hint={PENCIL_TEXTS.hideHint}
        onChange={(on) => setView({ sketch: on ? 'hidden' : 'shown' })}
      />
      <Switch
        label={PENCIL_TEXTS.only}
        on={only}
        hint={PENCIL_TEXTS.onlyHint}
        onChange={(on) => setView({ sketch: on ? 'alone' : 'shown' })}
      />
    </Fold>
  );
}
