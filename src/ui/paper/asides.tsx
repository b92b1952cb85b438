import { useDesignPart, useFacts } from '~/ui/base/app-context';
import { AGEING_TITLES, BLANKS, LINE_PAGE } from '~/ui/words/home/plan-words';
import { OPINION_TEXTS } from '~/ui/words/opinion-words';
import { Blank } from './paper-sheet';

/** Some notes of the design, by their numbers, and some warnings: what has room on one page. */
export interface AsidesPart {
  readonly notes: readonly { readonly number: number; readonly text: string }[];
  readonly warnings: readonly string[];
}

/** Lines of text that have room at the foot of the page of the line, and on a page of their own. */
const FEW_LINES = 4;
const PAGE_LINES = 44;
/** Letters of a note on a line, in half a page and in a whole one; a warning takes two lines, for the initials. */
const LETTERS = { half: 44, page: 105 } as const;
const WARNING_LINES = 2;

const linesOf = (text: string, letters: number): number => Math.max(1, Math.ceil(text.length / letters));

/** What stands beside the line: one part, where it has room at the foot of its page; else in as many parts as it takes pages. */
export function partsOf(notes: readonly string[], warnings: readonly string[]): readonly AsidesPart[] {
  const numbered = notes.map((text, i) => ({ number: i + 1, text }));
  const short = numbered.reduce((sum, { text }) => sum + linesOf(text, LETTERS.half), 0) <= FEW_LINES;
  if (short && WARNING_LINES * warnings.length <= FEW_LINES) return [{ notes: numbered, warnings }];
  const pages: { notes: AsidesPart['notes'][number][]; warnings: string[] }[] = [];
  let room = 0;
  const pageFor = (lines: number): (typeof pages)[number] => {
    if (room < lines || pages.length === 0) {
      pages.push({ notes: [], warnings: [] });
      room = PAGE_LINES;
    }
    room -= lines;
    return pages[pages.length - 1];
  };
  for (const warning of warnings) pageFor(WARNING_LINES).warnings.push(warning);
  for (const note of numbered) pageFor(linesOf(note.text, LETTERS.page)).notes.push(note);
  // The page of the line has none of them then.
  return [{ notes: [], warnings: [] }, ...pages];
}

/** Notes and warnings of the design at hand, in parts. */
export function useAsides(): readonly AsidesPart[] {
  const notes = useDesignPart((design) => design.notes);
  const opinions = useFacts((facts) => facts?.opinions() ?? null) ?? [];
  const ageing = useFacts((facts) => facts?.ageing() ?? null) ?? [];
  return partsOf(
    notes.map(({ text }) => text),
    [...opinions.map(({ kind }) => OPINION_TEXTS[kind].title), ...ageing.map(({ kind }) => AGEING_TITLES[kind])],
  );
}

/** Notes by their numbers on the picture, and what the second opinion says, each with a place for initials. `alone`: on a page of their own. */
export function Asides({ notes, warnings, alone = false }: AsidesPart & { readonly alone?: boolean }) {
  return (
    <div className={alone ? 'bundle' : 'halves'}>
      {(!alone || warnings.length > 0) && (
        <div>
          <h3>{LINE_PAGE.warnings}</h3>
          {warnings.length === 0 ? (
            <p className="fine-print">{LINE_PAGE.noWarnings}</p>
          ) : (
            <ul className="warnings">
              {warnings.map((title) => (
                <li key={title}>
                  <span>{title}</span>
                  <Blank label={BLANKS.initials} />
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
      {(!alone || notes.length > 0) && (
        <div>
          <h3>{LINE_PAGE.notes}</h3>
          {notes.length === 0 ? (
            <p className="fine-print">{LINE_PAGE.noNotes}</p>
          ) : (
            <ol className="notes" start={notes[0].number}>
              {notes.map(({ number, text }) => (
                <li key={number}>{text}</li>
              ))}
            </ol>
          )}
        </div>
      )}
    </div>
  );
}
