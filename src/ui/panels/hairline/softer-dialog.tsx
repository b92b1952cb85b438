import { useMemo } from 'react';
import type { Design } from '~/model/design/design';
import type { KnownOfPerson } from '~/model/advice/second-opinion';
import { softerVersion } from '~/model/advice/second-opinion';
import { committedDesign } from '~/store/shown-design';
import { useApp, useAppState } from '~/ui/base/app-context';
import { HeadStill } from '~/ui/controls/head-still';
import { Dialog } from '~/ui/controls/dialog';
import { SOFTER } from '~/ui/words/hairline-words';

interface SofterDialogProps {
  readonly person: KnownOfPerson;
  readonly onClose: () => void;
}

/** Drawn twice as fine: room for the head, and dots to be seen. */
const STILL = { frame: 'head', widthPx: 320, heightPx: 360, urgent: true } as const;
const asItIs = (design: Design): Design => design;

/** This head as designed and with the notes softened, side by side. */
export function SofterDialog({ person, onClose }: SofterDialogProps) {
  const { commands } = useApp();
  const design = useAppState(committedDesign);
  const softer = useMemo(() => softerVersion(design, person), [design, person]);
  return (
    <Dialog title={SOFTER.title} className="softer" onClose={onClose}>
      <div className="softer-pair">
        <figure>
          <HeadStill vary={asItIs} {...STILL} instead={<span className="hint">{SOFTER.drawing}</span>} />
          <figcaption>{SOFTER.yours}</figcaption>
        </figure>
        <figure>
          <HeadStill vary={() => softer} {...STILL} instead={<span className="hint">{SOFTER.drawing}</span>} />
          <figcaption>{SOFTER.softer}</figcaption>
        </figure>
      </div>
      <div className="dialog-buttons">
        <button type="button" className="button" onClick={onClose}>
          {SOFTER.keep}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            commands.change(() => softer);
            onClose();
          }}
        >
          {SOFTER.use}
        </button>
      </div>
    </Dialog>
  );
}
