/**
 * The key as a shortcut means it, in small letters: what it prints, or, where that is a letter of another script (Cyrillic,
 * Greek), the Latin one that stands on it on most keyboards.
 */
export const latinKey = ({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): string =>
  key.length === 1 && key > '\u007f' && /^Key[A-Z]$/.test(code) ? code.slice(3).toLowerCase() : key.toLowerCase();

/** Keys whose release may be missed are forgotten: the window lost the focus, or is out of sight. Returns what ends it. */
export function whenKeysAreLost(forget: () => void): () => void {
  const hidden = (): void => {
    if (document.visibilityState === 'hidden') forget();
  };
  window.addEventListener('blur', forget);
  document.addEventListener('visibilitychange', hidden);
  return () => {
    window.removeEventListener('blur', forget);
    document.removeEventListener('visibilitychange', hidden);
  };
}
