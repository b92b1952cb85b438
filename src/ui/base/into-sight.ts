/**
 * Scrolls the row that holds what is chosen of it until that is in sight, and nothing else: what the row lies in stays where it is. For `ref`
 * of what is chosen.
 */
export function intoSight(chosen: HTMLElement | null): void {
  const row = chosen?.parentElement;
  if (row === null || row === undefined || chosen === null) return;
  const [inside, at] = [row.getBoundingClientRect(), chosen.getBoundingClientRect()];
  if (at.left < inside.left) row.scrollLeft += at.left - inside.left;
  else if (at.right > inside.right) row.scrollLeft += at.right - inside.right;
}
