import { useFacts, useSubject } from '~/ui/base/app-context';
import { scalpNote } from '~/ui/words/notice-words';
import { photoInWords } from '~/ui/words/photo-panel-words';
import { START } from '~/ui/words/start-words';

/** The photo itself, what it shows of the scalp, and what the picture is not. */
export function AboutPhoto() {
  const photo = useSubject((subject) => subject.photo);
  const onScalp = useFacts(scalpNote);
  return (
    <>
      <p className="note">
        {photoInWords(photo.name, photo.full)} {START.privacy}
      </p>
      {onScalp !== null && <p className="advice">{onScalp}</p>}
      <p className="honesty-note">{START.honesty}</p>
    </>
  );
}
