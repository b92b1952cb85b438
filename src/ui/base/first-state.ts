import { initialDesign } from '~/model/design/design';
import { initialState } from '~/store/create-store';

/** What every choice starts from and reset leads back to. The seed matters to no choice. */
export const FIRST_DESIGN = initialDesign(0);

/** What every matter of the view starts from and reset leads back to. */
export const FIRST_VIEW = initialState();
