/** Words in which no line ends between a number and its unit, its ±, or the other side of a size. */
export const wholeNumbers = (words: string): string =>
  words.replace(/(?:(?<=\d) )?± (?=\d)|(?<=\d) (?=(?:mm|%)(?!\w))|(?<=\d) × (?=\d)/g, (found) =>
    found.replaceAll(' ', '\u00a0'),
  );
