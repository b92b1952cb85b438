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

/** The words in lines no longer than `widthPx`; a single word that is longer stands in a line of its own. */
export function wrapped(
  context: Pick<OffscreenCanvasRenderingContext2D, 'font' | 'measureText'>,
  text: string,
  textPx: number,
  widthPx: number,
): readonly string[] {
  context.font = `${textPx}px ${FONT}`;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line.trim() !== '' && context.measureText(longer).width > widthPx) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}
