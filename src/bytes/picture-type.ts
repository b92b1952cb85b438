/** What a file is, judged by its first bytes alone. `null`: nothing that shows a picture. */
export type PictureType =
  | { readonly kind: 'jpeg' | 'png' | 'webp' | 'gif' | 'avif' | 'heic' }
  | { readonly kind: 'unsupported'; readonly format: string };

/** Enough first bytes for `pictureType`: file-type boxes list their brands here, drawings open with a comment. */
export const HEAD_BYTES = 1024;

const HEIF_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs', 'mif1', 'msf1'];

const UNSUPPORTED: readonly (readonly [start: string, format: string])[] = [
  ['BM', 'BMP'],
  ['II*\0', 'TIFF'],
  ['MM\0*', 'TIFF'],
  ['\xff\x0a', 'JPEG XL'],
  ['\0\0\0\x0cJXL ', 'JPEG XL'],
  ['8BPS', 'Photoshop'],
  ['%PDF', 'PDF'],
  ['\0\0\x01\0', 'ICO'],
];

/** Latin-1 text of some bytes: one character a byte, so that signatures can be compared. */
export const latin1 = (bytes: Uint8Array, from = 0, to = bytes.length): string =>
  String.fromCharCode(...bytes.subarray(from, to));

/** Brands of an ISO base media file (AVIF, HEIC), the major one first; none where it is not such a file. */
export function isoBrands(head: Uint8Array): readonly string[] {
  if (latin1(head, 4, 8) !== 'ftyp') return [];
  const size = new DataView(head.buffer, head.byteOffset, head.byteLength).getUint32(0);
  const brands = [latin1(head, 8, 12)];
  for (let at = 16; at + 4 <= Math.min(size, head.length); at += 4) brands.push(latin1(head, at, at + 4));
  return brands;
}

export function pictureType(head: Uint8Array): PictureType | null {
  const start = latin1(head, 0, Math.min(12, head.length));
  if (start.startsWith('\xff\xd8\xff')) return { kind: 'jpeg' };
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return { kind: 'png' };
  if (start.startsWith('RIFF') && start.slice(8) === 'WEBP') return { kind: 'webp' };
  if (start.startsWith('GIF87a') || start.startsWith('GIF89a')) return { kind: 'gif' };
  const brands = isoBrands(head);
  if (brands.some((brand) => brand === 'avif' || brand === 'avis')) return { kind: 'avif' };
  if (brands.some((brand) => HEIF_BRANDS.includes(brand))) return { kind: 'heic' };
  const known = UNSUPPORTED.find(([signature]) => start.startsWith(signature));
  if (known !== undefined) return { kind: 'unsupported', format: known[1] };
  return /^\s*(<\?xml[^]*)?(<!--[^]*)?<svg[\s>]/.test(latin1(head, 0, Math.min(HEAD_BYTES, head.length)))
    ? { kind: 'unsupported', format: 'SVG' }
    : null;
}
