import 'react';

// Custom properties that components hand to the style sheets.
declare module 'react' {
  interface CSSProperties {
    '--share'?: number;
    '--stops'?: number;
    '--columns'?: number;
    '--fit'?: number;
    '--at'?: string;
    '--pencil'?: string;
    '--size'?: string;
    '--bare'?: string;
    '--pair-aspect'?: string;
  }
}
