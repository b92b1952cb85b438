export const PIGMENT = {
  name: 'Pigment',
  tone: 'Skin tone',
  expertTone: 'Expert: ITA',
  sessions: 'Sessions',
  planned: 'Planned sessions',
  plannedHint: 'Usually three, one to two weeks apart: a light base, then density, then the finish.',
  why: 'Why',
  useSofter: 'Use a softer version',
} as const;

/** Which preset suits; `chosen`: it is in force already; `likeStubble`: by the photo's own stubble. */
export const suggestionTitle = (preset: string, chosen: boolean, likeStubble: boolean): string =>
  `Suggested for this ${likeStubble ? 'stubble' : 'skin'}: ${preset}${chosen ? ', as chosen' : ''}.`;

export const nameOfUsing = (preset: string): string => `Use ${preset}`;

/** The same of the one that would be too much, in a sentence. */
export const bolderInWords = (preset: string): string => `${preset} can look like a solid cap.`;
