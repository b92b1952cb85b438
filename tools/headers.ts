/** The policy that the detector's library makes for itself; it runs in a worker, so the page's own policy leaves it out. */
const OF_THE_DETECTOR = 'goog#html';

/**
 * Headers of the built page. `connect-src 'self'` is the promise that nothing leaves the device, kept by the browser;
 * 'wasm-unsafe-eval' lets the detector's WebAssembly start; blob: is for pictures the user opened or saves. Nothing becomes script or
 * markup from a text (trusted types), but for the address of a worker (src/load/own-script.ts).
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self'",
  "img-src 'self' blob:",
  "media-src 'self' blob:",
  "style-src 'self'",
  "font-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  `trusted-types stipple ${OF_THE_DETECTOR}`,
].join('; ');

/** The camera is for the photo, and how the device is held for a photo that is upright; what else a device has is for nobody. */
const ASKED_FOR = 'camera accelerometer gyroscope';
const NOT_ASKED_FOR =
  'microphone geolocation display-capture usb serial bluetooth hid midi payment magnetometer idle-detection local-fonts publickey-credentials-get xr-spatial-tracking';
const PERMISSIONS = [
  ...ASKED_FOR.split(' ').map((name) => `${name}=(self)`),
  ...NOT_ASKED_FOR.split(' ').map((name) => `${name}=()`),
].join(', ');

export const BUILT_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Permissions-Policy': PERMISSIONS,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** For the page itself, where a host sends no headers. A meta tag cannot forbid framing (CSP3, 3.3). */
export const META_POLICY = CONTENT_SECURITY_POLICY.split('; ')
  .filter((directive) => !directive.startsWith('frame-ancestors'))
  .join('; ')
  .replace(` ${OF_THE_DETECTOR}`, '');

/** The file `_headers` by which static hosts (Netlify, Cloudflare Pages) are told what to send. */
export const HEADERS_FILE = `/*\n${Object.entries(BUILT_HEADERS)
  .map(([name, value]) => `  ${name}: ${value}\n`)
  .join('')}`;
