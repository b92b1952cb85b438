import type { HeadCorrection } from '~/model/design/head-correction';

/** A number of the head's correction as a slider shows it. */
export interface HeadSetting {
  readonly key: Exclude<keyof HeadCorrection, 'followOutline'>;
  readonly unit: 'mm' | 'degrees' | 'percent';
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Shown value = stored value × this (the size is stored as a factor, shown in per cent). */
  readonly shownTimes: number;
}

const mm = (key: HeadSetting['key'], most: number): HeadSetting => ({
  key,
  unit: 'mm',
  min: -most,
  max: most,
  step: 1,
  shownTimes: 1,
});

const degrees = (key: HeadSetting['key'], most: number): HeadSetting => ({
  key,
  unit: 'degrees',
  min: -most,
  max: most,
  step: 1,
  shownTimes: 1,
});

/** Where the head is and how it is turned: enough to place it by hand. */
export const PLACEMENT: readonly HeadSetting[] = [
  mm('rightMm', 250),
  mm('upMm', 250),
  { key: 'scale', unit: 'percent', min: 50, max: 200, step: 1, shownTimes: 100 },
  degrees('turnDegrees', 180),
  degrees('tiltDegrees', 90),
  degrees('rollDegrees', 180),
];

/** The cranium's measures, against the average. */
export const CRANIUM: readonly HeadSetting[] = [mm('breadthMm', 20), mm('lengthMm', 25), mm('heightMm', 25)];
