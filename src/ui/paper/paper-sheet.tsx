import type { ReactNode } from 'react';
import { FOOT, footInWords, PAGE_NAMES } from '~/ui/words/home/plan-words';
import type { PlanPage } from '~/ui/words/home/plan-words';

interface PaperSheetProps {
  readonly page: PlanPage;
  /** Which of several sheets of the same name, from 0. */
  readonly part: number;
  readonly number: number;
  readonly of: number;
  readonly code: string;
  /** Beside the title. */
  readonly aside: ReactNode;
  readonly children: ReactNode;
}

/** One page of paper, with what stands on each: title, a bar to measure, design code, and what it is not. */
export function PaperSheet({ page, part, number, of, code, aside, children }: PaperSheetProps) {
  return (
    <section
      className={`sheet sheet-${page}`}
      aria-label={part === 0 ? PAGE_NAMES[page] : `${PAGE_NAMES[page]} ${part + 1}`}
    >
      <header className="sheet-head">
        <h2>{PAGE_NAMES[page]}</h2>
        <div>{aside}</div>
      </header>
      <div className="sheet-body">{children}</div>
      <footer className="sheet-foot">
        <span className="bar-100">
          <span>{FOOT.bar}</span>
        </span>
        <div>
          <p>{footInWords(number, of, code)}</p>
          <p>{FOOT.honesty}</p>
        </div>
      </footer>
    </section>
  );
}

/** A line for the pen, with what belongs on it underneath. */
export const Blank = ({ label, wide = 1 }: { readonly label: string; readonly wide?: number }) => (
  <span className="blank" style={{ flexGrow: wide }}>
    <span>{label}</span>
  </span>
);

/** Words of more letters than this want a longer line to stand under without breaking. */
const SHORT_LETTERS = 22;
const LONGER = 1.6;

export const Blanks = ({ labels }: { readonly labels: readonly string[] }) => (
  <div className="blanks">
    {labels.map((label) => (
      <Blank key={label} label={label} wide={label.length > SHORT_LETTERS ? LONGER : 1} />
    ))}
  </div>
);
