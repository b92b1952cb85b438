import { Link, Maximize2 } from 'lucide-react';
import { useState } from 'react';
import type { Wanted } from '~/commands/wanted';
import { current } from '~/model/design/history';
import { designCode } from '~/model/project/design-code';
import { useAppState } from '~/ui/base/app-context';
import { CodeSquares } from '~/ui/code/code-squares';
import { ShowCodes } from '~/ui/code/show-codes';
import { useCodes } from '~/ui/code/use-codes';
import { CODE, codeCaption, squaresName } from '~/ui/words/home/code-words';
import { COMING } from '~/ui/words/home/finish-words';
import { HomeCard } from './home-card';
import { Coming } from './stills';

interface CodeCardProps {
  /** The screen closes with what is saved; what it was is told on the screen behind. */
  readonly onSave: (wanted: Wanted) => void;
  readonly onShare: (wanted: Wanted) => void;
}

/** The design for another device: as squares to be scanned, as a picture of them, or as a link. */
export function CodeCard({ onSave, onShare }: CodeCardProps) {
  const codes = useCodes();
  const code = useAppState((state) => designCode(current(state.history)));
  const [large, setLarge] = useState(false);
  const [copied, setCopied] = useState<string | null>(null);
  const give = (how: (wanted: Wanted) => void) => (): void => {
    if (codes === null) return;
    const { squares } = codes;
    how({ item: 'code', squares, captions: squares.map((_, i) => codeCaption(code, i + 1, squares.length)) });
  };
  const copy = async (link: string): Promise<void> => {
    try {
      await navigator.clipboard.writeText(link);
      setCopied(link);
    } catch {
      // Not allowed here: there it can be copied by hand.
      setLarge(true);
    }
  };
  const isCopied = codes !== null && copied === codes.link;
  return (
    <>
      <HomeCard
        item="code"
        onSave={give(onSave)}
        onShare={give(onShare)}
        ways={
          <>
            <button
              type="button"
              className="button"
              disabled={codes === null}
              onClick={() => codes !== null && void copy(codes.link)}
            >
              <Link aria-hidden="true" />
              <span role="status">{isCopied ? CODE.copied : CODE.link}</span>
            </button>
            <button
              type="button"
              className="button"
              aria-label={CODE.largeName}
              disabled={codes === null}
              onClick={() => setLarge(true)}
            >
              <Maximize2 aria-hidden="true" />
              {CODE.large}
            </button>
          </>
        }
      >
        {codes === null ? (
          <Coming says={COMING.code} />
        ) : (
          <CodeSquares squares={codes.squares[0]} name={squaresName(1, codes.squares.length)} />
        )}
      </HomeCard>
      {large && codes !== null && <ShowCodes codes={codes} code={code} onClose={() => setLarge(false)} />}
    </>
  );
}
