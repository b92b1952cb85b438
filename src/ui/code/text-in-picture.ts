import { fetchPart, loadChunk, once } from '~/load/load-part';

/** Longest side at which a code is looked for, px: its squares are some px each, and a look takes some ten ms. */
const LONGEST_PX = 1280;

type Looked = ImageBitmap | HTMLVideoElement;
const sizeOf = (seen: Looked): readonly [number, number] =>
  'videoWidth' in seen ? [seen.videoWidth, seen.videoHeight] : [seen.width, seen.height];

/** The part that reads, brought and started when somebody first asks. */
const reader = once(async () => {
  const { READER_URL, scannedText, startReader } = await loadChunk(() => import('~/codes/scan-code'));
  await startReader(await (await fetchPart(READER_URL)).arrayBuffer());
  return scannedText;
});

/** What the code says that is seen; null: none is. Throws where the part that reads does not come. */
export async function textSeen(seen: Looked): Promise<string | null> {
  const scannedText = await reader();
  const [wide, high] = sizeOf(seen);
  if (wide === 0 || high === 0) return null;
  const scale = Math.min(1, LONGEST_PX / Math.max(wide, high));
  const [width, height] = [Math.max(1, Math.round(wide * scale)), Math.max(1, Math.round(high * scale))];
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return null;
  context.drawImage(seen, 0, 0, width, height);
  return scannedText(context.getImageData(0, 0, width, height));
}

/** The same of a file; null too where it is no picture. */
export async function textInPicture(file: File): Promise<string | null> {
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (bitmap === null) return null;
  try {
    return await textSeen(bitmap);
  } finally {
    bitmap.close();
  }
}
