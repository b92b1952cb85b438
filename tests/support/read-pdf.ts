import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A picture on a page: how wide it lies there, points of 1/72 inch, and how many pixels it has across. */
export interface PdfPicture {
  readonly widthPt: number;
  readonly widthPx: number;
}

export interface PdfPage {
  readonly widthPt: number;
  readonly heightPt: number;
  readonly text: string;
  /** Words whose box reaches beyond the page. */
  readonly beyond: readonly string[];
  readonly pictures: readonly PdfPicture[];
  /** Widths of all that is drawn as lines and areas, points. */
  readonly shapesPt: readonly number[];
}

type Matrix = readonly [number, number, number, number, number, number];
const times = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
];

/** A PDF as a reader of its own sees it, not the browser that wrote it. */
export async function readPdf(bytes: Uint8Array): Promise<readonly PdfPage[]> {
  const document = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 }).promise;
  const pages: PdfPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { width: widthPt, height: heightPt } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const words = items.flatMap((item) => ('str' in item ? [item] : []));
    const { fnArray, argsArray } = await page.getOperatorList();
    const pictures: PdfPicture[] = [];
    const shapesPt: number[] = [];
    let now: Matrix = [1, 0, 0, 1, 0, 0];
    const kept: Matrix[] = [];
    for (const [at, operator] of fnArray.entries()) {
      const given = argsArray[at] as unknown[];
      if (operator === OPS.save) kept.push(now);
      else if (operator === OPS.restore) now = kept.pop() ?? now;
      else if (operator === OPS.transform) now = times(now, given as unknown as Matrix);
      else if (operator === OPS.paintImageXObject)
        pictures.push({ widthPt: Math.hypot(now[0], now[1]), widthPx: given[1] as number });
      else if (operator === OPS.constructPath) {
        const [left, , right] = given[2] as [number, number, number, number];
        shapesPt.push(Math.abs(right - left) * Math.hypot(now[0], now[1]));
      }
    }
    pages.push({
      widthPt,
      heightPt,
      text: words.map(({ str }) => str).join(' '),
      beyond: words
        .filter(({ str, transform, width }) => {
          const [, , , , x, y] = transform as number[];
          return str.trim() !== '' && (x < 0 || y < 0 || x + width > widthPt || y > heightPt);
        })
        .map(({ str }) => str),
      pictures,
      shapesPt,
    });
  }
  await document.destroy();
  return pages;
}

/** One page of a PDF as a picture, at so many dots an inch; `number` from 1. */
export async function pictureOfPage(
  bytes: Uint8Array,
  number: number,
  dotsPerInch: number,
): Promise<{ readonly data: Uint8ClampedArray; readonly width: number; readonly height: number }> {
  const document = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 }).promise;
  const page = await document.getPage(number);
  const viewport = page.getViewport({ scale: dotsPerInch / 72 });
  const [width, height] = [Math.round(viewport.width), Math.round(viewport.height)];
  const made = (
    document.canvasFactory as { create: (w: number, h: number) => { context: CanvasRenderingContext2D } }
  ).create(width, height);
  await page.render({ canvasContext: made.context, viewport }).promise;
  const { data } = made.context.getImageData(0, 0, width, height);
  await document.destroy();
  return { data, width, height };
}
