import { useEffect, useState } from 'react';

export type Paper = 'a4' | 'letter';

/** Where people print on Letter: the United States, Canada, Mexico and the Philippines. */
const LETTER = /-(US|CA|MX|PH)\b/;

const SIZES: Readonly<Record<Paper, string>> = { a4: 'A4', letter: 'letter' };

/** Widths and heights of the sheets, mm. */
export const WIDE_MM: Readonly<Record<Paper, number>> = { a4: 210, letter: 215.9 };
export const HIGH_MM: Readonly<Record<Paper, number>> = { a4: 297, letter: 279.4 };

/** The size of the paper, at first that of the country the browser is set to; a printer is told of it while the page is open. */
export function usePaper(): readonly [Paper, (paper: Paper) => void] {
  const [paper, setPaper] = useState<Paper>(() => (LETTER.test(navigator.language) ? 'letter' : 'a4'));
  useEffect(() => {
    // By script, as a rule about the page itself cannot depend on what is on it.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`@page{size:${SIZES[paper]};margin:0}`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    };
  }, [paper]);
  return [paper, setPaper];
}
