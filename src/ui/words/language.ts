import type * as ageing from './ageing-words';
import type * as book from './home/book-words';
import type * as change from './change-words';
import type * as choice from './choice-words';
import type * as control from './control-words';
import type * as density from './density-words';
import type * as editor from './editor-words';
import type * as hairline from './hairline-words';
import type * as hair from './hair-words';
import type * as capture from './home/capture-words';
import type * as code from './home/code-words';
import type * as healed from './home/healed-words';
import type * as finish from './home/finish-words';
import type * as plan from './home/plan-words';
import type * as keeping from './home/keeping-words';
import type * as know from './home/know-words';
import type * as licence from './home/licence-words';
import type * as measure from './measure-words';
import type * as moment from './moment-words';
import type * as notice from './notice-words';
import type * as opinion from './opinion-words';
import type * as photo from './photo-panel-words';
import type * as picture from './picture-words';
import type * as pigment from './pigment-words';
import type * as reveal from './reveal-words';
import type * as section from './section-words';
import type * as setting from './setting-words';
import type * as start from './start-words';

/** The same shape with words of any language: every `'Undo'` becomes a string, functions keep what they are given. */
export type InAnyLanguage<Words> = Words extends string
  ? string
  : Words extends (...given: infer Given) => infer Said
    ? (...given: Given) => InAnyLanguage<Said>
    : { readonly [Key in keyof Words]: InAnyLanguage<Words[Key]> };

/**
 * All that a person reads, one module per subject. What a module exports is its shape: constants, and functions where a
 * sentence has values (numbers and dates are written by them too, as each language writes its own).
 *
 * A second language is a folder here with modules of the same names, and one file that says
 * `({ ageing, change, … }) satisfies Language`, so that a word that is missing does not compile. Components stay as they
 * are: the build for that language lets `~/ui/words/` mean its folder, so each page loads one language alone, and the
 * first screen only the modules that it shows.
 */
export interface Language {
  readonly ageing: InAnyLanguage<typeof ageing>;
  readonly book: InAnyLanguage<typeof book>;
  readonly change: InAnyLanguage<typeof change>;
  readonly choice: InAnyLanguage<typeof choice>;
  readonly capture: InAnyLanguage<typeof capture>;
  readonly code: InAnyLanguage<typeof code>;
  readonly healed: InAnyLanguage<typeof healed>;
  readonly control: InAnyLanguage<typeof control>;
  readonly density: InAnyLanguage<typeof density>;
  readonly editor: InAnyLanguage<typeof editor>;
  readonly finish: InAnyLanguage<typeof finish>;
  readonly hair: InAnyLanguage<typeof hair>;
  readonly hairline: InAnyLanguage<typeof hairline>;
  readonly keeping: InAnyLanguage<typeof keeping>;
  readonly know: InAnyLanguage<typeof know>;
  readonly licence: InAnyLanguage<typeof licence>;
  readonly measure: InAnyLanguage<typeof measure>;
  readonly moment: InAnyLanguage<typeof moment>;
  readonly notice: InAnyLanguage<typeof notice>;
  readonly opinion: InAnyLanguage<typeof opinion>;
  readonly photo: InAnyLanguage<typeof photo>;
  readonly picture: InAnyLanguage<typeof picture>;
  readonly pigment: InAnyLanguage<typeof pigment>;
  readonly plan: InAnyLanguage<typeof plan>;
  readonly reveal: InAnyLanguage<typeof reveal>;
  readonly section: InAnyLanguage<typeof section>;
  readonly setting: InAnyLanguage<typeof setting>;
  readonly start: InAnyLanguage<typeof start>;
}
