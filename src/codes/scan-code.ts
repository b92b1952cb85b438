import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';

/** Where the reader's WebAssembly lies among the app's own files: its package would have it brought from somewhere else. */
export const READER_URL = wasmUrl;

/** The reader, ready: made once from the bytes that lie at `READER_URL`. */
export async function startReader(wasmBinary: ArrayBuffer): Promise<void> {
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
}

/**
 * What the code in a picture says, by a reader that was started; null: there is none that can be read. Aside, on its corner, and leaning
 * away by 40° is read: the squares are laid straight by the marks in the code's corners.
 */
export async function scannedText(picture: ImageData): Promise<string | null> {
  const [found] = await readBarcodes(picture, { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 1 });
  return (found as typeof found | undefined)?.text ?? null;
}
