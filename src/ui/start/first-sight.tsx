import { ChevronsLeftRight } from 'lucide-react';
import { useState } from 'react';
import { FIRST_SIGHT } from '~/intake/samples';
import { START, wipedInWords } from '~/ui/words/start-words';

/** Where it rests: half bare, half treated. */
const MIDDLE = 50;

/** What this is about, in one picture that can be wiped: a sample's head, bare on the left and treated on the right. */
export function FirstSight() {
  const [bare, setBare] = useState(MIDDLE);
  return (
    <div className="first-sight" style={{ '--bare': `${bare}%` }}>
      <img src={FIRST_SIGHT.after} alt="" width={600} height={800} />
      <img className="first-sight-before" src={FIRST_SIGHT.before} alt="" width={600} height={800} />
      <span className="first-sight-line" aria-hidden="true">
        <span>
          <ChevronsLeftRight />
        </span>
      </span>
      <span className="first-sight-name" aria-hidden="true">
        {START.bare}
      </span>
      <span className="first-sight-name after" aria-hidden="true">
        {START.treated}
      </span>
      <label className="visually-hidden" htmlFor="first-sight">
        {START.wipe}
      </label>
      <input
        id="first-sight"
        type="range"
        min={0}
        max={100}
        value={bare}
        aria-valuetext={wipedInWords(bare)}
        onChange={(event) => setBare(event.currentTarget.valueAsNumber)}
      />
    </div>
  );
}
