import { initialState } from '~/store/create-store';

/** What every matter of the view starts from and reset leads back to. */
export const FIRST_VIEW = initialState();
