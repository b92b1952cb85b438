import { HEALED_YEARS, pigmentAmount } from '~/model/pigment/ageing';
import { ageingOf } from '~/model/pigment/fading-choices';
import { leftAfterLaser, yearsSinceNeedle } from '~/model/pigment/pigment-age';
import { useDesign } from '~/ui/base/app-context';
import { OUTLOOK_PICTURES, timeInWords } from '~/ui/words/moment-words';
import { pigmentLeft } from '~/ui/words/ageing-words';

/** How much pigment is left in the years after, as a range: nobody's own fading is known beforehand. */
export function PigmentLeft() {
  const design = useDesign();
  const years = yearsSinceNeedle(design);
  if (years <= HEALED_YEARS) return null;
  const [least, most] = (['sooner', 'later'] as const).map((outlook) =>
    Math.round(100 * leftAfterLaser(design) * pigmentAmount(years, ageingOf(design, outlook))),
  );
  return (
    <p className="note">
      {pigmentLeft(timeInWords(years), least, most)} {OUTLOOK_PICTURES[design.outlook]}
    </p>
  );
}
