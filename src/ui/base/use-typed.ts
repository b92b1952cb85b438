import { useState } from 'react';
import type { ChangeEvent, FocusEvent, KeyboardEvent } from 'react';

/** A field in which something else may be typed than what stands there: what it is given as props. */
interface TypedField {
  readonly value: string;
  readonly onFocus: (event: FocusEvent<HTMLInputElement>) => void;
  readonly onChange: (event: ChangeEvent<HTMLInputElement>) => void;
  readonly onBlur: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * Text that counts on Enter or when the field is left, and not before; Escape puts back `text`, what stands there. `onLeave`: after
 * either key. `forget`: nothing is being typed any more.
 */
export function useTyped(
  text: string,
  onTyped: (typed: string) => void,
  onLeave?: () => void,
): { readonly field: TypedField; readonly forget: () => void } {
  const [typed, setTyped] = useState<string | null>(null);
  const forget = (): void => setTyped(null);
  const settle = (): void => {
    if (typed === null) return;
    forget();
    onTyped(typed);
  };
  const field: TypedField = {
    value: typed ?? text,
    onFocus: (event) => event.currentTarget.select(),
    onChange: (event) => setTyped(event.currentTarget.value),
    onBlur: settle,
    onKeyDown: ({ key }) => {
      if (key === 'Enter') settle();
      if (key === 'Escape') forget();
      if (key === 'Enter' || key === 'Escape') onLeave?.();
    },
  };
  return { field, forget };
}
