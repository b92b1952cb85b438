import '~/ui/styles/later-screens.css';
import { useCallback, useState } from 'react';
import type { ReactNode } from 'react';
import { stopComparing } from '~/store/stop-comparing';
import { useApp, useAppState } from '~/ui/base/app-context';
import { useLayout, useStance } from '~/ui/base/use-layout';
import { BrushCursor } from '~/ui/canvas/brush-cursor';
import { Divider } from '~/ui/canvas/divider';
import { HairlineHandles } from '~/ui/canvas/hairline-handles';
import { AddPointArea } from '~/ui/canvas/add-point-area';
import { HairTint, ScarTint, ZoneTint } from '~/ui/canvas/map-tint';
import { PencilSketch } from '~/ui/canvas/pencil-sketch';
import { MarkAsk, MarkPins } from '~/ui/canvas/mark-pins';
import { Picture } from '~/ui/canvas/picture';
import { PictureLines } from '~/ui/canvas/picture-lines';
import { Ruler } from '~/ui/canvas/ruler';
import { later } from '~/ui/controls/later';
import { ViewChips } from '~/ui/panels/photo/view-chips';
import { LineElsewhere, useFrontInSight } from '~/ui/panels/hairline/line-elsewhere';
import { OpinionChip } from '~/ui/panels/hairline/opinion-chip';
import { Finish } from '~/ui/finish/finish';
import { Healed } from '~/ui/healed/healed';
import { Offers } from '~/ui/reveal/offers';
import { useReveal } from '~/ui/reveal/use-reveal';
import { LeaveDialog } from '~/ui/keeping/leave-dialog';
import { PrintNote, usePrintNote } from '~/ui/paper/print-note';
import { EDITOR } from '~/ui/words/editor-words';
import { ClientBar } from './client-bar';
import { CompareBar } from './compare-bar';
import { Dock } from './dock';
import { HistoryButtons } from './history-buttons';
import { KeysDialog } from './keys-dialog';
import { Panels } from './panels';
import { TimeStrip } from './time-strip';
import { ToolBar } from './tool-bar';
import { PhoneBar, TopBar } from './top-bar';
import { toolInHand } from './tools';
import { useKeys } from './use-keys';

const CompareView = later<{ readonly children: ReactNode; readonly onClose: () => void }>(
  () => import('~/ui/designs/compare-view'),
  { whileIdle: true },
);

/** The place where everything is tried out: the picture, the sections beside or below it, and time under it. */
export default function Editor() {
  const [holding, setHolding] = useState(false);
  const [listing, setListing] = useState(false);
  const panel = useAppState((state) => state.panel);
  const painting = useAppState((state) => state.tool !== 'look');
  const marking = useAppState((state) => state.tool === 'mark');
  const onlyPencil = useAppState((state) => state.sketch === 'alone');
  const comparing = useAppState((state) => state.comparing !== null);
  const before = useAppState((state) => state.holdingBefore);
  const client = useAppState((state) => state.showingClient);
  const inHand = useAppState(toolInHand);
  /** Whether there is to be seen what one works with. */
  const working = !before && !client;
  const asking = useAppState((state) => state.offer === 'photo' || state.offer === 'goal');
  const frontInSight = useFrontInSight();
  const lineElsewhere = !frontInSight && working && panel === 'hairline' && !asking;
  useReveal();
  const layout = useLayout();
  const stance = useStance();
  const desk = layout === 'desk';
  const listKeys = useCallback(() => setListing(true), []);
  const { store } = useApp();
  const leaveComparing = useCallback(() => store.setState(stopComparing), [store]);
  useKeys(listKeys);
  usePrintNote(true);
  return (
    <main className={`editor ${layout} ${stance}${client ? ' client' : ''}`} data-section={panel} data-tool={inHand}>
      <h1 className="visually-hidden">{EDITOR.title}</h1>
      {client ? <ClientBar /> : desk ? <TopBar onKeys={listKeys} /> : <PhoneBar />}
      {!client && layout !== 'phone' && <ToolBar steps={desk} />}
      <section className="stage" aria-label={EDITOR.picture}>
        <Picture painting={painting && !client}>
          {working && <HairTint />}
          {working && <ScarTint />}
          {working && <ZoneTint />}
          {working && <PictureLines hairline={holding} />}
          {working && <PencilSketch />}
          {working && !onlyPencil && !painting && panel === 'hairline' && <AddPointArea />}
          {working && !onlyPencil && <HairlineHandles resting={panel !== 'hairline'} onHold={setHolding} />}
          {working && (marking || panel === 'photo') && <MarkPins />}
          {working && marking && <MarkAsk />}
          {working && <Ruler resting={panel !== 'photo'} />}
          <Divider />
          {painting && !client && <BrushCursor />}
          {!before && <ViewChips alone={desk && !client} />}
          {!painting && working && !lineElsewhere && <Offers />}
          {lineElsewhere ? <LineElsewhere /> : !client && <OpinionChip besideNotes={desk && panel === 'hairline'} />}
          {before && <p className="before-badge">{EDITOR.before}</p>}
          {onlyPencil && !before && <p className="before-badge">{EDITOR.onlyPencil}</p>}
        </Picture>
        <CompareBar />
      </section>
      {(desk || client) && <TimeStrip />}
      {!client && (desk ? <Panels /> : <Dock onKeys={listKeys} />)}
      <Finish />
      <Healed />
      <LeaveDialog />
      <PrintNote />
      {comparing && (
        <CompareView onClose={leaveComparing}>
          <HistoryButtons />
        </CompareView>
      )}
      {listing && <KeysDialog onClose={() => setListing(false)} />}
    </main>
  );
}
