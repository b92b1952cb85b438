/**
 * Attaches something as soon as what it is attached to is there, which may be later or never; the function returned detaches it, or
 * has it never attached. `otherwise`: it did not come.
 */
export function attachedLater<There>(
  there: Promise<There>,
  attach: (there: There) => (() => void) | null,
  otherwise: () => void,
): () => void {
  let detach: (() => void) | null = null;
  let wanted = true;
  there.then((it) => {
    if (wanted) detach = attach(it);
  }, otherwise);
  return () => {
    wanted = false;
    detach?.();
  };
}
