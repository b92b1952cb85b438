import type { Page } from 'playwright';

/** Of a control at least so much is to be seen at once and hit, CSS px a side; of a smaller one all. */
const LEAST_PX = 20;

/**
 * Names of controls that cannot be brought into view whole enough to be hit, after everything that scrolls was scrolled as far as it
 * goes for each: cut off, covered, or beyond the edge. In an open dialog only those of it.
 */
export const outOfReach = (page: Page): Promise<string[]> =>
  page.evaluate((leastPx) => {
    const open = [...document.querySelectorAll<HTMLElement>('dialog:modal')].at(-1);
    const root: ParentNode = open ?? document;
    const named = (element: Element): string =>
      element.getAttribute('aria-label') ??
      [...((element as HTMLInputElement).labels ?? [])].map((label) => label.textContent.trim()).join(' ');
    const nameOf = (element: Element): string =>
      `${element.tagName.toLowerCase()} ${named(element) || element.textContent.trim().slice(0, 60)}`;
    const CONTROLS =
      'button, input:not([type="hidden"]), select, textarea, summary, a[href], [role="slider"], [role="tab"]';
    const controls = [...root.querySelectorAll<HTMLElement>(CONTROLS)].filter((element) => {
      if (!element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) return false;
      if (element.matches(':disabled') || element.closest('[inert], [aria-hidden="true"]') !== null) return false;
      const style = getComputedStyle(element);
      // For ears alone, or resting until its section is open: reached by keys.
      return style.clipPath !== 'inset(50%)' && style.pointerEvents !== 'none';
    });
    const missed: string[] = [];
    for (const element of controls) {
      // What is pressed of a radio button or a file field is the card around it.
      const box = element.getBoundingClientRect();
      const target = box.width < 4 || box.height < 4 ? (element.closest('label') ?? element) : element;
      target.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
      // Nobody's hand scrolls what hides what is beyond its edge.
      for (let holder = target.parentElement; holder !== null; holder = holder.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(holder);
        if (overflowX === 'hidden') holder.scrollLeft = 0;
        if (overflowY === 'hidden') holder.scrollTop = 0;
      }
      const at = target.getBoundingClientRect();
      const width = Math.min(at.right, innerWidth) - Math.max(at.left, 0);
      const height = Math.min(at.bottom, innerHeight) - Math.max(at.top, 0);
      const isIn = width >= Math.min(leastPx, at.width - 1) && height >= Math.min(leastPx, at.height - 1);
      const hits = (x: number, y: number): boolean => {
        const hit = document.elementFromPoint(x, y);
        return (
          hit !== null &&
          (target.contains(hit) ||
            (hit.contains(target) && hit.matches('label, button')) ||
            hit.closest('label')?.contains(target) === true)
        );
      };
      // Anywhere of what is in sight: a thing that lies on it may cover a part.
      const [left, top] = [Math.max(at.left, 0), Math.max(at.top, 0)];
      const isHit = [0.5, 0.2, 0.8].some((x) => [0.5, 0.2, 0.8].some((y) => hits(left + x * width, top + y * height)));
      if (!isIn || !isHit) missed.push(`${nameOf(element)}${isIn ? ' (covered)' : ' (out of sight)'}`);
    }
    return missed;
  }, LEAST_PX);

/** Text that is wider than where it stands and cut off there, by what it says; in an open dialog only of it. */
export const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const open = [...document.querySelectorAll<HTMLElement>('dialog:modal')].at(-1);
    const isClipped = (element: HTMLElement): boolean => {
      const { overflowX, textOverflow, clipPath } = getComputedStyle(element);
      return (
        overflowX === 'hidden' &&
        textOverflow !== 'ellipsis' &&
        clipPath === 'none' &&
        element.scrollWidth > element.clientWidth + 1
      );
    };
    return [...(open ?? document).querySelectorAll<HTMLElement>('button, label, summary, h1, h2, h3, p, dt, dd')]
      .filter((element) => element.checkVisibility() && isClipped(element))
      .map((element) => element.textContent.trim().slice(0, 60));
  });

/**
 * Pairs of texts of one bar, or of what stands in one column, that lie on each other by more than two px each way; in an open dialog
 * only of it. What floats over the picture is left out: it is meant to.
 */
export const overlapping = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    // What was scrolled passes under what stays in its place.
    for (const element of document.querySelectorAll('*')) if (element.scrollTop > 0) element.scrollTop = 0;
    const open = [...document.querySelectorAll<HTMLElement>('dialog:modal')].at(-1);
    const boxes = [...(open ?? document).querySelectorAll<HTMLElement>('button, label, summary, h1, h2, h3, p, output')]
      .filter(
        (element) =>
          element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
          element.closest('.picture, .announcer, [aria-hidden="true"]') === null &&
          getComputedStyle(element).clipPath === 'none' &&
          element.textContent.trim() !== '',
      )
      .map((element) => {
        // Where the letters are, not the room around them.
        const range = document.createRange();
        range.selectNodeContents(element);
        return { element, box: range.getBoundingClientRect() };
      });
    const pairs: string[] = [];
    boxes.forEach((one, at) => {
      for (const other of boxes.slice(at + 1)) {
        if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
        const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        if (wide <= 2 || high <= 2) continue;
        // Not so where one of them lies beyond the edge of what holds it.
        const isSeen = ({ element }: typeof one): boolean => {
          const x = Math.max(one.box.left, other.box.left) + wide / 2;
          const y = Math.max(one.box.top, other.box.top) + high / 2;
          return document.elementsFromPoint(x, y).includes(element);
        };
        if (isSeen(one) && isSeen(other))
          pairs.push([one, other].map(({ element }) => element.textContent.trim().slice(0, 40)).join(' / '));
      }
    });
    return pairs;
  });

/** Of the window's height the share in which the picture is seen and nothing lies over its middle. To be run in the page. */
export function freePictureShare(): number {
  document.querySelector('.editor')?.scrollTo(0, 0);
  const stage = document.querySelector('.picture');
  if (stage === null) return 0;
  const { left, width } = stage.getBoundingClientRect();
  let free = 0;
  for (let y = 0; y < innerHeight; y++) {
    const hit = document.elementFromPoint(left + width / 2, y);
    // Points of the line, the divider and lines belong to the picture.
    if (hit !== null && stage.contains(hit) && hit.closest('.pill, .compare-bar, .offers, .opinion-chip') === null)
      free++;
  }
  return free / innerHeight;
}

/** What holds a whole screen and is wider than it shows: it would have to be scrolled both ways to be read (WCAG 2.2, 1.4.10). */
export const sideways = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('html, .editor, .column, .dock-control, dialog:modal, dialog:modal *')]
      .filter((holder) => {
        const { overflowX, overflowY } = getComputedStyle(holder);
        const isScrolled =
          holder.matches('html, .editor, .column, .dock-control, dialog') || /auto|scroll/.test(overflowY);
        return isScrolled && overflowX !== 'clip' && holder.scrollWidth > holder.clientWidth + 1;
      })
      .map((holder) => `${holder.tagName.toLowerCase()}.${holder.className}`),
  );
