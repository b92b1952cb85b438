import { addDesign, MOST_DESIGNS } from '~/model/design/consultation';
import type { Consultation, HeadRecord } from '~/model/design/consultation';
import { designText, settledDesign } from './design-code';
import type { DesignOnHead } from './design-code';

/**
 * What is true of the head, where a design came with a head of its own. What was measured and marked here stays: it was done on this
 * very head. All else comes along, for the design was made with it.
 */
function headTogether(here: HeadRecord, came: HeadRecord): HeadRecord {
  const isReshaped = Object.values(here.skull).some((mm) => mm !== 0);
  return {
    ...came,
    skull: isReshaped ? here.skull : came.skull,
    knownLength: here.knownLength ?? came.knownLength,
    skinItaDegrees: here.skinItaDegrees ?? came.skinItaDegrees,
    marks: here.marks.length > 0 ? here.marks : came.marks,
  };
}

/**
 * What becomes of a consultation where a design arrives. `added`: it stands beside the others, chosen, under the free `name`; `keptOwn`:
 * something of the head is other than it came. `there`: it was there already, and is chosen. `full`: there is no room.
 */
export type Arrival =
  | { readonly kind: 'added'; readonly consultation: Consultation; readonly keptOwn: boolean }
  | { readonly kind: 'there'; readonly consultation: Consultation; readonly name: string }
  | { readonly kind: 'full' };

const textOf = (design: DesignOnHead): string => JSON.stringify(settledDesign(design));

/** The consultation with a design that came from elsewhere. */
export function arrived(consultation: Consultation, came: DesignOnHead, name: string): Arrival {
  const { head: here, designs } = consultation;
  const head = headTogether(here, came.head);
  const same = textOf({ head, drawn: came.drawn });
  const index = designs.findIndex(({ drawn }) => textOf({ head: here, drawn }) === same);
  if (index >= 0)
    return { kind: 'there', consultation: { ...consultation, chosenDesign: index }, name: designs[index].name };
  if (designs.length >= MOST_DESIGNS) return { kind: 'full' };
  const added = addDesign(consultation, name);
  const last = added.designs.length - 1;
  return {
    kind: 'added',
    consultation: { ...added, head, designs: added.designs.with(last, { name, drawn: came.drawn }) },
    keptOwn: designText(head, came.drawn) !== designText(came.head, came.drawn),
  };
}
