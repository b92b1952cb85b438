/**
 * Headers of the built page. `connect-src 'self'` is the promise that nothing leaves the device, kept by the browser;
 * 'wasm-unsafe-eval' lets the detector's WebAssembly start; blob: is for pictures the user opened or saves.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self'",
  "img-src 'self' blob: data:",
  "media-src 'self' blob:",
  "style-src 'self'",
  "font-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const BUILT_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Permissions-Policy': 'camera=(self), microphone=(), geolocation=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/** For the page itself, where a host sends no headers. A meta tag cannot forbid framing (CSP3, 3.3). */
export const META_POLICY = CONTENT_SECURITY_POLICY.split('; ')
  .filter((directive) => !directive.startsWith('frame-ancestors'))
  .join('; ');

/** The file `_headers` by which static hosts (Netlify, Cloudflare Pages) are told what to send. */
export const HEADERS_FILE = `/*\n${Object.entries(BUILT_HEADERS)
  .map(([name, value]) => `  ${name}: ${value}\n`)
  .join('')}`;
