import { useDesignPart, useFacts } from '~/ui/base/app-context';
import { AGEING_TITLES, BLANKS, LINE_PAGE } from '~/ui/words/home/plan-words';
import { OPINION_TEXTS } from '~/ui/words/opinion-words';
import { Blank } from './paper-sheet';

/** Some notes of the design, by their numbers, and some warnings: what has room on one page. */
export interface AsidesPart {
  readonly notes: readonly { readonly number: number; readonly text: string }[];
  readonly warnings: readonly string[];
}

/** Lines that have room on the page of the line: of notes beside its picture, of warnings at its foot; and on a page of their own. */
const BESIDE_LINES = 8;
const FOOT_LINES = 4;
/** Empty lines beside the picture, as many as have room. */
const NOTE_LINES = 4;
const PAGE_LINES = 44;
/** Letters of a note on a line, beside the picture and on a page of its own; a warning takes two lines, for the initials. */
const LETTERS = { beside: 40, page: 105 } as const;
const WARNING_LINES = 2;

const linesOf = (text: string, letters: number): number => Math.max(1, Math.ceil(text.length / letters));

/** First what stands on the page of the line, as far as it has room there; then, page by page, what has none. */
export function partsOf(notes: readonly string[], warnings: readonly string[]): readonly AsidesPart[] {
  const numbered = notes.map((text, i) => ({ number: i + 1, text }));
  const fewNotes = numbered.reduce((sum, { text }) => sum + linesOf(text, LETTERS.beside), 0) <= BESIDE_LINES;
  const fewWarnings = WARNING_LINES * warnings.length <= FOOT_LINES;
  const first = { notes: fewNotes ? numbered : [], warnings: fewWarnings ? warnings : [] };
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
  for (const warning of fewWarnings ? [] : warnings) pageFor(WARNING_LINES).warnings.push(warning);
  for (const note of fewNotes ? [] : numbered) pageFor(linesOf(note.text, LETTERS.page)).notes.push(note);
  return [first, ...pages];
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

/** Notes by their numbers on the picture. */
export const Notes = ({ notes }: Pick<AsidesPart, 'notes'>) => (
  <div>
    <h3>{LINE_PAGE.notes}</h3>
    <ol className="notes" start={notes[0].number}>
      {notes.map(({ number, text }) => (
        <li key={number}>{text}</li>
      ))}
    </ol>
  </div>
);

/** Where nothing was noted in the design: room to write by hand. */
export const NoteLines = () => (
  <div>
    <h3>{LINE_PAGE.notes}</h3>
    {Array.from({ length: NOTE_LINES }, (_, i) => (
      <Blank key={i} label="" />
    ))}
  </div>
);

/** What the second opinion says, each with a place for initials. */
export const Warnings = ({ warnings }: Pick<AsidesPart, 'warnings'>) => (
  <div>
    <h3>{LINE_PAGE.warnings}</h3>
    <ul className="warnings">
      {warnings.map((title) => (
        <li key={title}>
          <span>{title}</span>
          <Blank label={BLANKS.initials} />
        </li>
      ))}
    </ul>
  </div>
);

/** Warnings and notes on a page of their own. */
export const Asides = ({ notes, warnings }: AsidesPart) => (
  <div className="bundle">
    {warnings.length > 0 && <Warnings warnings={warnings} />}
    {notes.length > 0 && <Notes notes={notes} />}
  </div>
);
