import type { Plugin } from 'vite';
import { HEADERS_FILE, META_POLICY } from './headers.ts';

const META_TAG = `<meta http-equiv="Content-Security-Policy" content="${META_POLICY}" />`;

/** Puts the content policy into the built page, and the headers for static hosts beside it. */
export const policyPlugin = (): Plugin => ({
  name: 'stipple-policy',
  apply: 'build',
  // As text, because Vite's own tags would come with every quote escaped.
  transformIndexHtml: (page) => page.replace(/<meta charset=[^>]*>/, (charset) => `${charset}\n    ${META_TAG}`),
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: '_headers', source: HEADERS_FILE });
  },
});
