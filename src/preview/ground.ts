import type { Renderer } from '~/render/scene';

/** What the colours of the page follow: the device's own, or those that its owner chose. */
const FOLLOWED = ['(prefers-color-scheme: dark)', '(forced-colors: active)'] as const;

/** Code values of a colour as the browser understands it, 0..1; alpha too. */
function codesOf(colour: string): readonly [red: number, green: number, blue: number, alpha: number] {
  const pen = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (pen === null) return [0, 0, 0, 0];
  pen.fillStyle = colour;
  pen.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = pen.getImageData(0, 0, 1, 1).data;
  return [red / 255, green / 255, blue / 255, alpha / 255];
}

/** Colour that a box stands on, code values 0..1: its own, or that of the next box around it that has one. Without any: black. */
export function groundOf(box: Element | null): readonly [red: number, green: number, blue: number] {
  for (let at = box; at !== null; at = at.parentElement) {
    const [red, green, blue, alpha] = codesOf(getComputedStyle(at).backgroundColor);
    if (alpha > 0) return [red, green, blue];
  }
  return [0, 0, 0];
}

/** Has the picture stand on the colour of the box that it is in, also when the page takes other colours; returns what ends that. */
export function followGround(box: Element, renderer: Pick<Renderer, 'setGround'>, redraw: () => void): () => void {
  const stop = new AbortController();
  renderer.setGround(groundOf(box));
  for (const query of FOLLOWED)
    matchMedia(query).addEventListener(
      'change',
      () => {
        renderer.setGround(groundOf(box));
        redraw();
      },
      { signal: stop.signal },
    );
  return () => stop.abort();
}
