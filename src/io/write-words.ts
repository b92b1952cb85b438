/** What stands under a picture: dark words on light paper. */
export const PAPER = '#f7f3ee';
export const INK = '#29231e';
const FONT = 'system-ui, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif';

/** The largest size up to `textPx` at which the words take no more than `widthPx`. */
export function fitted(
  context: Pick<OffscreenCanvasRenderingContext2D, 'font' | 'measureText'>,
  text: string,
  textPx: number,
  widthPx: number,
  bold = '',
): void {
  context.font = `${bold}${textPx}px ${FONT}`;
  const wide = context.measureText(text).width;
  if (wide > widthPx) context.font = `${bold}${(textPx * widthPx) / wide}px ${FONT}`;
}
