const ARROWS: Readonly<Partial<Record<string, readonly [right: number, up: number]>>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** What an arrow key moves by, as seen: 1 mm, with Shift 5 mm; null for other keys. */
export function arrowStep(event: {
  readonly key: string;
  readonly shiftKey: boolean;
}): { readonly rightMm: number; readonly upMm: number } | null {
  const arrow = ARROWS[event.key];
  if (arrow === undefined) return null;
  const mm = event.shiftKey ? 5 : 1;
  return { rightMm: arrow[0] * mm, upMm: arrow[1] * mm };
}
