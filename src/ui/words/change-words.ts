/** What a person changed, by the field of the design that tells it. */
export const CHANGE_NAMES = {
  shape: 'Hairline shape',
  edge: 'Edge style',
  sideProfile: 'Side profile',
  coverage: 'Coverage',
  build: 'Usual line for',
  edgeShuffles: 'Line shuffled',
  zones: 'Zones',
  mirror: 'Mirror both sides',
  pigment: 'Pigment',
  skinItaDegrees: 'Skin tone',
  knownLength: 'Known length',
  sessionsDone: 'Sessions',
  sessionGapsDays: 'Days between sessions',
  outlook: 'How fast it fades',
  skinType: 'Skin type',
  placing: 'Depth',
  ink: 'Ink',
  touchUpsYears: 'Touch-ups',
  laser: 'Laser sessions',
  ownHair: 'Your own hair',
  ageYears: 'Age today',
  handles: 'Hairline points moved',
  points: 'Hairline points added',
  strokes: 'Brush strokes',
  pencil: 'Pencil lines',
  notes: 'Notes',
  head: 'Head',
} as const;

export const CHANGES = {
  nothing: 'Nothing yet: this is the design you started from.',
  takeBack: 'Take back',
  on: 'on',
  off: 'off',
  averageFace: 'average face',
  goesOn: 'goes on',
  stays: 'stays as it is',
  asFound: 'as found',
  corrected: 'corrected',
  alike: 'all alike',
  none: 'none',
} as const;

/** What a thing is now and was before. */
export const nowAndBefore = (now: string, before: string): string => `${now}, was ${before}`;
export const takeBackName = (change: string): string => `Take back: ${change}`;

export const timesInWords = (many: number): string => (many === 0 ? 'never' : many === 1 ? 'once' : `${many} times`);
export const countInWords = (many: number): string => (many === 0 ? CHANGES.none : String(many));
export const ageInWords = (years: number): string => `${years} years`;
export const sessionsInWords = (done: number, planned: number): string => `${done} of ${planned}`;

/** What one zone has; its strength only where it is not that of the whole. */
export const zoneInWords = (zone: string, densityPercent: number, strengthPercent: number): string => {
  const strength = strengthPercent === 100 ? '' : ` (strength ${Math.round(strengthPercent)} %)`;
  return `${zone} ${Math.round(densityPercent)} %${strength}`;
};
