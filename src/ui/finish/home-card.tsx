import { Download, Share2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { HomeItem } from '~/store/app-state';
import { useApp, useAppState } from '~/ui/base/app-context';
import { FINISH, HOME_TEXTS, saveName, shareName, shareNowName } from '~/ui/words/home/finish-words';
import { sharesFiles } from './shares-files';

interface HomeCardProps<Item extends HomeItem> {
  readonly item: Item;
  /** The one that most people take. */
  readonly main?: boolean;
  readonly onSave: (item: Item) => void;
  /** Makes the file; a second press hands it over. */
  readonly onShare: (item: Item) => void;
  /** Other ways to take it, beside saving and sharing. */
  readonly ways?: ReactNode;
  /** What there is to choose about it, and how far it is. */
  readonly more?: ReactNode;
  /** What it will look like, small. */
  readonly children: ReactNode;
}

/** One thing to take home: what it is, a live picture of it, and the ways to take it. */
export function HomeCard<Item extends HomeItem>({
  item,
  main = false,
  onSave,
  onShare,
  ways,
  more,
  children,
}: HomeCardProps<Item>) {
  const { commands } = useApp();
  const ready = useAppState((state) => state.ready?.item === item);
  const busy = useAppState((state) => state.saving !== null);
  const { name, hint } = HOME_TEXTS[item];
  return (
    <Card name={name} hint={hint} picture={children} more={more}>
      <button
        type="button"
        className={`button${main ? ' primary' : ''}`}
        aria-label={saveName(item)}
        onClick={() => onSave(item)}
      >
        <Download aria-hidden="true" />
        {FINISH.save}
      </button>
      {sharesFiles() &&
        (ready ? (
          <button
            type="button"
            className="button primary"
            aria-label={shareNowName(item)}
            onClick={() => commands.shareReady()}
          >
            <Share2 aria-hidden="true" />
            {FINISH.shareNow}
          </button>
        ) : (
          <button
            type="button"
            className="button"
            aria-label={shareName(item)}
            disabled={busy}
            onClick={() => onShare(item)}
          >
            <Share2 aria-hidden="true" />
            {busy ? FINISH.making : FINISH.share}
          </button>
        ))}
      {ways}
    </Card>
  );
}

interface CardProps {
  readonly name: string;
  readonly hint: string;
  readonly picture: ReactNode;
  /** Of paper: lines under the picture. */
  readonly sheet?: boolean;
  readonly more?: ReactNode;
  /** Its buttons. */
  readonly children: ReactNode;
}

/** What stands on the screen where a visit ends: what it is, what it looks like, and what can be done with it. */
export const Card = ({ name, hint, picture, sheet = false, more, children }: CardProps) => (
  <li className="home-card">
    <span className={`home-picture${sheet ? ' home-sheet' : ''}`} aria-hidden="true">
      {picture}
    </span>
    <div className="home-text">
      <h3>{name}</h3>
      <p className="hint">{hint}</p>
      {more}
    </div>
    <div className="home-buttons">{children}</div>
  </li>
);
