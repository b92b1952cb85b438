import type { FirstChoice } from '~/model/advice/started-from';
import { useSubject } from './app-context';

/** What a design of the photo at hand starts from, and what reset leads back to. */
export const useFirstChoice = (): FirstChoice => useSubject((subject) => subject.first);
