import type { Build } from './choices';
import type { Design } from './design';
import { HAIRLINE_HEIGHT_MM } from './settings';

/** The design with the usual line for men or women; a height that was never touched follows the average. */
export const withUsualLine = (design: Design, build: Build): Design => ({
  ...design,
  build,
  hairlineHeightMm:
    design.hairlineHeightMm === HAIRLINE_HEIGHT_MM[design.build] ? HAIRLINE_HEIGHT_MM[build] : design.hairlineHeightMm,
});
