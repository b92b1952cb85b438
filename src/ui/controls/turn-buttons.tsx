import { FlipHorizontal2, RotateCw } from 'lucide-react';
import { useApp } from '~/ui/base/app-context';
import { TURN_PHOTO } from '~/ui/words/photo-panel-words';

/** For a photo that lies on its side, or that a front camera has mirrored. */
export function TurnButtons() {
  const { commands } = useApp();
  return (
    <div className="tool-row" role="group" aria-label={TURN_PHOTO.name}>
      <button type="button" className="button small" onClick={() => commands.turnPhoto('turn')}>
        <RotateCw aria-hidden="true" />
        {TURN_PHOTO.turn}
      </button>
      <button type="button" className="button small" onClick={() => commands.turnPhoto('mirror')}>
        <FlipHorizontal2 aria-hidden="true" />
        {TURN_PHOTO.mirror}
      </button>
    </div>
  );
}
