import type { DesignSettingKey, SettingKey, SettingRow } from '~/model/design/settings';

export const SETTING_LABELS: Readonly<Record<SettingKey, string>> = {
  densityPerCm2: 'Density',
  dotSizeMm: 'Dot size',
  strengthPercent: 'Pigment strength',
  hairlineHeightMm: 'Hairline height',
  templeRecessionMm: 'Temple recession',
  edgeSoftnessMm: 'Edge softness',
  macroIrregularityMm: 'Waves in the line',
  macroPeriodMm: 'Wave spacing',
  microIrregularityMm: 'Small irregularity',
  microPeriodMm: 'Small spacing',
  strayDotsPerCm: 'Stray dots',
  frontalTuftPercent: 'Frontal tuft',
  partingWidthMm: 'Parting width',
  balancePercent: 'Balance',
  sunExposure: 'Sun exposure',
  timeYears: 'Time',
  beforeAfterPercent: 'Before and after',
};

/** What stands behind a number. */
export const UNIT_NAMES: Readonly<Record<SettingRow['unit'] | 'days' | 'degrees', string>> = {
  dotsPerCm2: 'dots/cm²',
  mm: 'mm',
  perCm: 'per cm',
  percent: '%',
  times: '×',
  years: 'years',
  days: 'days',
  degrees: '°',
};

/** One sentence on what a slider does, in the words of the trade. */
export const SETTING_HINTS: Readonly<Record<DesignSettingKey, string>> = {
  densityPerCm2: 'How close the dots stand where the treatment is full. A full, natural look is around 200 to 300.',
  dotSizeMm: 'How wide a healed dot looks. Fine dots look like fine hair; large ones can merge as they age.',
  strengthPercent: 'How much pigment each dot holds. Practitioners start light: adding is easy, removing is not.',
  hairlineHeightMm: 'From between the brows up to the middle of the line, along the skin. Higher is the safer choice.',
  templeRecessionMm:
    'How far the corners go back: how much higher they stand than the middle. A little looks grown-up and natural.',
  edgeSoftnessMm: 'How deep the edge fades in, from single dots to full density.',
  macroIrregularityMm: 'How far the line swings forward and back in a few gentle waves, as grown hair does.',
  macroPeriodMm: 'From one wave in the line to the next.',
  microIrregularityMm: 'How far single hairs stand before or behind their neighbours: 1 to 3 mm looks grown.',
  microPeriodMm: 'From one small tooth of the line to the next.',
  strayDotsPerCm: 'Single fine dots in front of the line, for each centimetre of it.',
  frontalTuftPercent: 'A small oval in the middle, just behind the line, where dots get dense sooner.',
  partingWidthMm: 'Width of the strip along the parting, measured where it is half as dense as in the middle.',
  balancePercent: 'From an exact mirror image to the small differences every head has. Sisters, not twins.',
  sunExposure: 'Sunlight fades pigment: 0.7 is a covered head, 1 usual, 1.8 working outdoors.',
  timeYears: 'Since the last session.',
};
