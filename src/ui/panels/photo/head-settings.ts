import type { HeadCorrection } from '~/model/design/head-correction';

/** A number of the head's correction as a slider shows it. */
export interface HeadSetting {
  readonly key: Exclude<keyof HeadCorrection, 'followOutline'>;
  readonly label: string;
  readonly unit: 'mm' | '°' | '%';
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Shown value = stored value × this (the size is stored as a factor, shown in per cent). */
  readonly shownTimes: number;
  readonly hint?: string;
}

const mm = (key: HeadSetting['key'], label: string, most: number, hint?: string): HeadSetting => ({
  key,
  label,
  unit: 'mm',
  min: -most,
  max: most,
  step: 1,
  shownTimes: 1,
  hint,
});

const degrees = (key: HeadSetting['key'], label: string, most: number, hint?: string): HeadSetting => ({
  key,
  label,
  unit: '°',
  min: -most,
  max: most,
  step: 1,
  shownTimes: 1,
  hint,
});

/** Where the head is and how it is turned: enough to place it by hand. */
export const PLACEMENT: readonly HeadSetting[] = [
  mm('rightMm', 'Head position left–right', 250),
  mm('upMm', 'Head position up–down', 250),
  { key: 'scale', label: 'Head size', unit: '%', min: 50, max: 200, step: 1, shownTimes: 100 },
  degrees('turnDegrees', 'Head turn', 180, 'Turned to the side; 180° is seen from behind.'),
  degrees('tiltDegrees', 'Head tilt', 90, 'Bowed or lifted; 90° is seen from above.'),
  degrees('rollDegrees', 'Head roll', 180, 'Leaning towards a shoulder.'),
];

/** The cranium's measures, against the average. */
export const CRANIUM: readonly HeadSetting[] = [
  mm('breadthMm', 'Cranium breadth', 20),
  mm('lengthMm', 'Cranium length', 25),
  mm('heightMm', 'Cranium height', 25),
];
