import { useAppState, useDesignPart, useFacts, useOverlay } from '~/ui/base/app-context';
import { pinInWords } from '~/ui/words/home/finish-words';
import { mmWithError } from '~/ui/words/home/plan-words';
import { GUIDE_NAMES, MEASURE_NAMES, MEASURING, rulerInWords } from '~/ui/words/measure-words';
import { guideLetter, GUIDES } from '~/model/measure/guides';

/** What the legend of a picture with sketch and measures says, entry by entry: guides, notes, then distances with their errors. */
export function useLegend(): readonly string[] {
  const chosen = useAppState((state) => state.guides);
  const notes = useDesignPart((design) => design.notes);
  const ruler = useOverlay((overlay) => overlay?.ruler ?? null);
  const measures = useFacts((facts) => facts?.measures() ?? null) ?? [];
  return [
    ...GUIDES.filter((name) => chosen.includes(name)).map((name) => pinInWords(guideLetter(name), GUIDE_NAMES[name])),
    ...notes.map(({ text }, i) => pinInWords(String(i + 1), text)),
    ...measures
      .filter(({ name }) => name !== 'cornerDifference')
      .map(({ name, mm, errorMm }) => pinInWords(MEASURE_NAMES[name], mmWithError(mm, errorMm))),
    ...(ruler === null ? [] : [pinInWords(MEASURING.ruler, rulerInWords(ruler))]),
  ];
}
