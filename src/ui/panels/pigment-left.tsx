import { APP_AGEING, pigmentAmount } from '~/model/ageing';
import { HEALED_YEARS } from '~/model/units';
import { useDesignPart } from '~/ui/app-context';
import { timeInWords } from '~/ui/strings';

/** Fade times between which most people lie, years (domain notes, M3: the app's 4.5 within a band of 3 to 7). */
const FADE_YEARS = [3, 7] as const;

/** How much pigment is left in the years after, as a range: nobody's own fading is known beforehand. */
export function PigmentLeft() {
  const years = useDesignPart((design) => design.timeYears);
  const kUv = useDesignPart((design) => design.sunExposure);
  if (years <= HEALED_YEARS) return null;
  const [least, most] = FADE_YEARS.map((tauYears) =>
    Math.round(100 * pigmentAmount(years, { ...APP_AGEING, tauYears, kUv })),
  );
  return (
    <p className="note">
      After {timeInWords(years)}, {least === most ? `about ${most}` : `${least} to ${most}`} % of the healed pigment is
      likely to be left. The picture shows the middle of that range.
    </p>
  );
}
