import { useSettledFacts, useSubject } from '~/ui/base/app-context';
import { TurnButtons } from '~/ui/controls/turn-buttons';
import { mirrorNote, scalpNote } from '~/ui/words/notice-words';
import { photoInWords, TURN_PHOTO } from '~/ui/words/photo-panel-words';
import { START } from '~/ui/words/start-words';

/** The photo itself, what it shows of the scalp, and what the picture is not. */
export function AboutPhoto() {
  const photo = useSubject((subject) => subject.photo);
  const onScalp = useSettledFacts((facts) => scalpNote(facts));
  const mirrored = mirrorNote(photo);
  return (
    <>
      <p className="note">
        {photoInWords(photo.name, photo.full)} {START.privacy}
      </p>
      <TurnButtons />
      <p className="note">{TURN_PHOTO.hint}</p>
      {mirrored !== null && <p className="advice">{mirrored}</p>}
      {onScalp !== null && <p className="advice">{onScalp}</p>}
      <p className="honesty-note">{START.honesty}</p>
    </>
  );
}
