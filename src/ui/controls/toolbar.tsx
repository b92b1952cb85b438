import type { KeyboardEvent, ReactNode } from 'react';
import { useLayoutEffect, useRef } from 'react';

interface ToolbarProps {
  readonly label: string;
  readonly role?: 'toolbar' | 'tablist' | 'group';
  readonly className?: string;
  readonly vertical?: boolean;
  readonly children: ReactNode;
}

const ITEMS = ['button', 'input[role=switch]'].map((each) => `${each}:not(:disabled)`).join();
/** Where Tab comes in when nobody was here before. */
const MARKED = '[aria-selected="true"], [aria-current="true"], [data-entry]';

const itemsOf = (bar: HTMLElement): readonly HTMLElement[] => [...bar.querySelectorAll<HTMLElement>(ITEMS)];

/** The place that a key leads to from `at`, of `count`; null: the key is no matter of a toolbar. Ends lead round. */
function placeAfterKey(key: string, at: number, count: number, rightToLeft: boolean): number | null {
  const onwards = rightToLeft ? 'ArrowLeft' : 'ArrowRight';
  const back = rightToLeft ? 'ArrowRight' : 'ArrowLeft';
  if (key === onwards || key === 'ArrowDown') return (at + 1) % count;
  if (key === back || key === 'ArrowUp') return (at - 1 + count) % count;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return null;
}

/** Buttons that belong together: one stop for Tab, the arrow keys go from one to the next. */
export function Toolbar({ label, role = 'toolbar', className, vertical = false, children }: ToolbarProps) {
  const bar = useRef<HTMLDivElement>(null);
  const last = useRef<HTMLElement | null>(null);

  useLayoutEffect(() => {
    const element = bar.current;
    if (element === null) return;
    const setStops = (): void => {
      const items = itemsOf(element);
      const marked = element.querySelector<HTMLElement>(MARKED);
      const entry = items.find((item) => item === document.activeElement) ?? marked ?? last.current;
      const stop = items.find((item) => item === entry) ?? items.at(0);
      for (const item of items) item.tabIndex = item === stop ? 0 : -1;
    };
    setStops();
    const observer = new MutationObserver(setStops);
    observer.observe(element, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['disabled', 'aria-selected', 'aria-current', 'data-entry'],
    });
    element.addEventListener('focusin', setStops);
    return () => {
      observer.disconnect();
      element.removeEventListener('focusin', setStops);
    };
  }, []);

  const press = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || bar.current === null) return;
    const items = itemsOf(bar.current);
    const at = items.findIndex((item) => item === event.target);
    if (at < 0) return;
    const next = placeAfterKey(event.key, at, items.length, getComputedStyle(bar.current).direction === 'rtl');
    if (next === null) return;
    event.preventDefault();
    items[next].focus();
    items[next].scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };

  return (
    <div
      ref={bar}
      role={role}
      aria-label={label}
      data-own-gesture=""
      aria-orientation={role === 'group' ? undefined : vertical ? 'vertical' : 'horizontal'}
      className={className}
      onKeyDown={press}
      onFocus={(event) => {
        last.current = event.target;
      }}
    >
      {children}
    </div>
  );
}
