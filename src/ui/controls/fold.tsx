import type { ReactNode } from 'react';
import { useAlone } from '~/ui/base/alone';

interface FoldProps {
  readonly name: string;
  readonly className: string;
  readonly open?: boolean;
  readonly onToggle?: (open: boolean) => void;
  readonly children: ReactNode;
}

/** What is asked for seldom, folded away under its name; where it stands alone it is there at once. */
export function Fold({ name, className, open, onToggle, children }: FoldProps) {
  const alone = useAlone();
  if (alone) {
    return (
      <section className={className} aria-label={name}>
        {children}
      </section>
    );
  }
  return (
    <details className={className} open={open} onToggle={(event) => onToggle?.(event.currentTarget.open)}>
      <summary>{name}</summary>
      {children}
    </details>
  );
}
