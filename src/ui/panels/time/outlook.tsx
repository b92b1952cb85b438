import { MODEL_NOTE } from '~/ui/words/moment-words';
import { TIME } from '~/ui/words/ageing-words';
import { PigmentLeft } from './pigment-left';
import { OutlookChoice } from './time-choices';

/** Which of the possible futures is shown, and how sure that is. */
export const Outlook = () => (
  <>
    <p className="note">{TIME.note}</p>
    <OutlookChoice />
    <PigmentLeft />
    <p className="advice">{MODEL_NOTE}</p>
  </>
);
