import { designViews } from '~/model/design/consultation';
import type { Consultation } from '~/model/design/consultation';
import { dayOf } from '~/model/design/healed-view';
import { DAYS_PER_YEAR } from '~/model/base/units';
import type { Moment } from '~/model/design/time-scale';
import { HEALED_YEARS } from '~/model/pigment/ageing';
import { designCode } from './design-code';

/** A moment as a file's name says it: `healed`, `visit-2`, `10-days`, `5-years`. */
export function momentInName({ sessionsDone, timeYears }: Moment): string {
  if (sessionsDone === 0) return 'bare';
  const days = Math.round(timeYears * DAYS_PER_YEAR);
  if (days === 0) return `visit-${sessionsDone}`;
  if (Math.abs(timeYears - HEALED_YEARS) < 0.001) return 'healed';
  if (days < 28) return `${days}-days`;
  const months = Math.round(12 * timeYears);
  return months < 12 ? `${months}-months` : `${Math.round(10 * timeYears) / 10}-years`;
}

/** From where the chosen photo shows the head, as a file's name says it; with its number where another before it does so too. */
function viewInName({ views, chosenView }: Consultation): string {
  const { kind } = views[chosenView];
  const number = designViews({ views: views.slice(0, chosenView + 1) }).filter((each) => each.kind === kind).length;
  return number === 1 ? kind : `${kind}-${number}`;
}

/**
 * What a file to take home is called, without its ending: which design (by its code), at which moment, made on which day, and
 * `what` it is; a picture of a head with several photos also says from where it shows the head. Neither the photo's name nor that of a project: there people write who it is.
 */
export function fileName(consultation: Consultation, moment: Moment | null, date: Date, what?: string): string {
  return [
    'stipple',
    designCode(consultation),
    ...(moment === null || designViews(consultation).length === 1 ? [] : [viewInName(consultation)]),
    ...(moment === null ? [] : [momentInName(moment)]),
    ...(what === undefined ? [] : [what]),
    dayOf(date),
  ].join('-');
}
