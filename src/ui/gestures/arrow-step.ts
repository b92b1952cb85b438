/** Where an arrow key points on the screen: 1, 0 or −1 to the right and up. */
export interface ArrowDirection {
  readonly right: number;
  readonly up: number;
}

const ARROWS: Readonly<Partial<Record<string, ArrowDirection>>> = {
  ArrowRight: { right: 1, up: 0 },
  ArrowLeft: { right: -1, up: 0 },
  ArrowUp: { right: 0, up: 1 },
  ArrowDown: { right: 0, up: -1 },
};

/** Null for keys that are no arrows. */
export const arrowDirection = (key: string): ArrowDirection | null => ARROWS[key] ?? null;

/** What an arrow key moves by, as seen: 1 mm, with Shift 5 mm; null for other keys. */
export function arrowStep(event: {
  readonly key: string;
  readonly shiftKey: boolean;
}): { readonly rightMm: number; readonly upMm: number } | null {
  const arrow = arrowDirection(event.key);
  if (arrow === null) return null;
  const mm = event.shiftKey ? 5 : 1;
  return { rightMm: arrow.right * mm, upMm: arrow.up * mm };
}
