import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import type { DrawnCodes } from '~/codes/sent-code';
import { Dialog } from '~/ui/controls/dialog';
import { CODE, countInWords, LEFT_OUT, squaresName } from '~/ui/words/home/code-words';
import { CodeSquares } from './code-squares';

interface ShowCodesProps {
  readonly codes: DrawnCodes;
  /** The design's eight letters. */
  readonly code: string;
  readonly onClose: () => void;
}

/** The code as large as the screen has room for, to be scanned from it; several one at a time. */
export function ShowCodes({ codes: { squares, link, codesTell }, code, onClose }: ShowCodesProps) {
  const [at, setAt] = useState(0);
  const of = squares.length;
  const index = Math.min(at, of - 1);
  const leftOut = LEFT_OUT[codesTell];
  return (
    <Dialog title={`${CODE.title} ${code}`} className="show-codes" onClose={onClose}>
      <CodeSquares squares={squares[index]} name={squaresName(index + 1, of)} />
      {of > 1 && (
        <div className="code-steps">
          <button
            type="button"
            className="icon-button"
            aria-label={CODE.earlier}
            disabled={index === 0}
            onClick={() => setAt(index - 1)}
          >
            <ChevronLeft aria-hidden="true" className="way-back" />
          </button>
          <span role="status">{countInWords(index + 1, of)}</span>
          <button
            type="button"
            className="icon-button"
            aria-label={CODE.later}
            disabled={index === of - 1}
            onClick={() => setAt(index + 1)}
          >
            <ChevronRight aria-hidden="true" className="way-on" />
          </button>
        </div>
      )}
      <p>{of > 1 ? CODE.scanAll : CODE.scanIt}</p>
      {leftOut !== null && <p className="hint">{leftOut}</p>}
      <label className="code-link">
        <span>{CODE.linkField}</span>
        <input type="text" readOnly value={link} onFocus={(event) => event.currentTarget.select()} />
      </label>
      <p className="hint">{CODE.private}</p>
    </Dialog>
  );
}
