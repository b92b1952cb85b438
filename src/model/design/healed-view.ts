import { MOST_VIEWS, UNTOUCHED_VIEW } from './consultation';
import type { Consultation, HealedDates, ViewRecord } from './consultation';

/** What is known of a photo of the healed result when it comes. */
type HealedPhoto = Pick<ViewRecord, 'id' | 'kind' | 'turned'> & { readonly healed: HealedDates };

/** With a photo of the healed result; what is chosen stays. The same consultation where there is no room or the id is taken. */
export function addHealed(consultation: Consultation, { id, kind, turned, healed }: HealedPhoto): Consultation {
  const { views } = consultation;
  if (views.length >= MOST_VIEWS || views.some((view) => view.id === id)) return consultation;
  return { ...consultation, views: [...views, { ...UNTOUCHED_VIEW, id, kind, turned, healed }] };
}

/** With other days of that healed result; the same consultation where it is none, or says so already. */
export function dateHealed(consultation: Consultation, id: string, dates: HealedDates): Consultation {
  const { views } = consultation;
  const index = views.findIndex((view) => view.id === id);
  const healed = index < 0 ? null : views[index].healed;
  if (healed === null || (healed.takenOn === dates.takenOn && healed.lastVisitOn === dates.lastVisitOn))
    return consultation;
  return { ...consultation, views: views.with(index, { ...views[index], healed: dates }) };
}

/** Milliseconds of a day. */
const DAY_MS = 86_400_000;

/** Whole weeks from the last visit to the photo, rounded; null: the visit's day is not known, or not before the photo. */
export function weeksHealed({ takenOn, lastVisitOn }: HealedDates): number | null {
  if (lastVisitOn === null) return null;
  const days = (Date.parse(takenOn) - Date.parse(lastVisitOn)) / DAY_MS;
  return days >= 0 ? Math.round(days / 7) : null;
}

const two = (number: number): string => String(number).padStart(2, '0');

/** A day of the clock here, as year-month-day. */
export const dayOf = (date: Date): string => `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
