import type { PointPx } from '~/model/base/units';
import { MOST_MARKS } from '~/model/design/consultation';
import type { Consultation, Tap } from '~/model/design/consultation';

/** The marks of the head that any photo shows, the lowest number first. */
export const marksOf = ({ views }: Pick<Consultation, 'views'>): readonly number[] =>
  [...new Set(views.flatMap(({ taps }) => taps.map(({ mark }) => mark)))].sort((a, b) => a - b);

/**
 * The mark that the next tap in the chosen photo sets: the wanted one where this photo does not show it yet, else the first that
 * others show and this one does not, else a new one; null: there are MOST_MARKS already.
 */
export function nextMark(consultation: Consultation, wanted?: number): number | null {
  const { views, chosenView } = consultation;
  const here = views[chosenView].taps;
  const known = marksOf(consultation);
  const open = known.filter((mark) => here.every((tap) => tap.mark !== mark));
  if (wanted !== undefined && open.includes(wanted)) return wanted;
  const all = Array.from({ length: MOST_MARKS }, (_, at) => at + 1);
  return open.at(0) ?? all.find((mark) => !known.includes(mark)) ?? null;
}

const withTaps = (consultation: Consultation, at: number, taps: readonly Tap[]): Consultation => ({
  ...consultation,
  views: consultation.views.with(at, { ...consultation.views[at], taps }),
});

/** With that mark (1..MOST_MARKS) tapped there in the chosen photo, in place of where it was. */
export function withTap(consultation: Consultation, mark: number, at: PointPx): Consultation {
  const { views, chosenView } = consultation;
  const others = views[chosenView].taps.filter((tap) => tap.mark !== mark);
  return withTaps(consultation, chosenView, [...others, { mark, at }]);
}

/** Without that mark in the chosen photo, or in all of them; the same consultation where it is not there. */
export function withoutMark(consultation: Consultation, mark: number, from: 'photo' | 'head'): Consultation {
  const { views, chosenView } = consultation;
  return views.reduce(
    (now, { taps }, at) =>
      (from === 'head' || at === chosenView) && taps.some((tap) => tap.mark === mark)
        ? withTaps(
            now,
            at,
            taps.filter((tap) => tap.mark !== mark),
          )
        : now,
    consultation,
  );
}
