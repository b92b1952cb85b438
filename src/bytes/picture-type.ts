/** What a file is, judged by its first bytes alone. `null`: nothing that shows a picture. */
export type PictureType =
  | { readonly kind: 'jpeg' | 'png' | 'webp' | 'gif' | 'avif' | 'heic' | 'bmp' | 'ico' | 'jxl' }
  | { readonly kind: 'unsupported'; readonly format: string };

/** Enough first bytes for `pictureType`: file-type boxes list their brands here, drawings open with a comment. */
export const HEAD_BYTES = 1024;

const HEIF_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs', 'mif1', 'msf1'];

/** What cameras' own formats are called where they are refused. */
const RAW = 'raw';
const UNSUPPORTED: readonly (readonly [start: string, format: string])[] = [
  ['II*\0', 'TIFF'],
  ['MM\0*', 'TIFF'],
  ['II+\0', 'TIFF'],
  ['MM\0+', 'TIFF'],
  ['\0\0\0\x0cjP  ', 'JPEG 2000'],
  ['\xff\x4f\xff\x51', 'JPEG 2000'],
  ['II\xbc', 'JPEG XR'],
  ['8BPS', 'Photoshop'],
  ['gimp xcf', 'GIMP'],
  ['%PDF', 'PDF'],
  ['%!PS', 'PostScript'],
  ['v/1\x01', 'OpenEXR'],
  ['#?RADIANCE', 'Radiance HDR'],
  ['FUJIFILMCCD', RAW],
  ['IIU\0', RAW], // Panasonic
  ['IIRO', RAW], // Olympus
  ['IIRS', RAW],
  ['MMOR', RAW],
  ['FOVb', RAW], // Sigma
  ['\0MRM', RAW], // Minolta
];
/** Major brands of ISO media files that are no pictures to a browser. */
const ISO_FORMATS: readonly (readonly [brand: RegExp, format: string])[] = [
  [/^crx /, RAW], // Canon
  [/^jp[2xm] /, 'JPEG 2000'],
  [/^(isom|iso\d|mp4\d|qt  |M4V |3g)/, 'video'],
];

/** Tags of a TIFF's first directory by which raw files are known: DNG's version, and pictures that lie in other directories. */
const DNG_VERSION = 0xc612;
const SUB_DIRECTORIES = 0x14a;
const MAKER = 0x10f;

/** Whether a TIFF is a camera's raw file: it says so (DNG, CR2), or names a maker and keeps its picture out of sight. */
function isRaw(head: Uint8Array): boolean {
  if (latin1(head, 8, 10) === 'CR') return true;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const little = head[0] === 0x49;
  if (head.length < 10) return false;
  const first = view.getUint32(4, little);
  const tags = new Set<number>();
  const entries = first + 2 <= head.length ? view.getUint16(first, little) : 0;
  for (let i = 0, at = first + 2; i < entries && at + 12 <= head.length; i += 1, at += 12)
    tags.add(view.getUint16(at, little));
  return tags.has(DNG_VERSION) || (tags.has(SUB_DIRECTORIES) && tags.has(MAKER));
}

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
  if (start.startsWith('BM')) return { kind: 'bmp' };
  if (start.startsWith('\0\0\x01\0')) return { kind: 'ico' };
  if (start.startsWith('\xff\x0a') || start.startsWith('\0\0\0\x0cJXL ')) return { kind: 'jxl' };
  const known =
    UNSUPPORTED.find(([signature]) => start.startsWith(signature)) ??
    ISO_FORMATS.find(([brand]) => brand.test(brands.at(0) ?? ''));
  if (known !== undefined) return { kind: 'unsupported', format: known[1] === 'TIFF' && isRaw(head) ? RAW : known[1] };
  return /^\s*(<\?xml[^]*)?(<!--[^]*)?<svg[\s>]/.test(latin1(head, 0, Math.min(HEAD_BYTES, head.length)))
    ? { kind: 'unsupported', format: 'SVG' }
    : null;
}
