import { decodeQR } from 'qr/decode.js';

/** Time that one picture is looked at beyond the first glance, ms: of a camera the next one comes anyway. */
const LONGER_MS = 200;

/** What the code in a picture says; null: there is none that can be read. */
export function scannedText({ width, height, data }: ImageData): string | null {
  try {
    return decodeQR({ width, height, data }, { timeLimit: LONGER_MS });
  } catch {
    return null;
  }
}
