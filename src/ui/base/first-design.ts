import { initialDesign } from '~/model/design/design';

/** What every choice starts from and reset leads back to. The seed matters to no choice. */
export const FIRST_DESIGN = initialDesign(0);
