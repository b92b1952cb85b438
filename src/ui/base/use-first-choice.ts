import { USUAL_CHOICE } from '~/model/advice/first-choice';
import type { FirstChoice } from '~/model/advice/first-choice';
import { useAppState } from './app-context';

/** What a design of the photo at hand starts from, and what reset leads back to. */
export const useFirstChoice = (): FirstChoice => useAppState((state) => state.subject?.first ?? USUAL_CHOICE);
