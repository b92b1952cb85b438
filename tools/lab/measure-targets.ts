import type { MeasureRow } from './measure-page';

/** What a figure may be at most, or between; `of` answers the figures that count, none where it does not apply. */
export interface Target {
  readonly name: string;
  readonly words: string;
  readonly least: number;
  readonly most: number;
  readonly of: (row: MeasureRow) => readonly (number | null)[];
}

const within = (most: number): { least: number; most: number } => ({ least: -most, most });
/** A head turned farther than this has wider targets for its scalp. */
const FRONTAL_DEGREES = 20;
const isFrontal = ({ trueYawDegrees }: MeasureRow): boolean => Math.abs(trueYawDegrees ?? 0) < FRONTAL_DEGREES;

/** Issue 3: what must be right, and by how much. */
export const TARGETS = {
  pitch: { name: 'pitch', words: '±2°', ...within(2), of: (row) => [row.pitchDegrees] },
  yaw: { name: 'yaw', words: '±2°', ...within(2), of: (row) => [row.yawDegrees] },
  scale: { name: 'scale', words: '±3 %', ...within(3), of: (row) => [row.scalePercent] },
  frontMedian: {
    name: 'front median',
    words: '1.5 mm, turned 3',
    least: 0,
    most: 1,
    of: (row) => [row.frontMm === null ? null : row.frontMm[0] / (isFrontal(row) ? 1.5 : 3)],
  },
  frontP95: {
    name: 'front p95',
    words: '4 mm, turned 8',
    least: 0,
    most: 1,
    of: (row) => [row.frontMm === null ? null : row.frontMm[1] / (isFrontal(row) ? 4 : 8)],
  },
  outline: { name: 'outline p95', words: '1.5 mm', least: 0, most: 1.5, of: (row) => [row.outlineMm?.[1] ?? null] },
  // The pixels beside the edge show some skin, by the picture's own blur, and lose no more than the field does (−ln T 0.43).
  spilt: { name: 'spilt', words: '0.35', least: 0, most: 0.35, of: (row) => [row.spilt] },
  rim: { name: 'rim', words: '0.85 to 1.15', least: 0.85, most: 1.15, of: (row) => row.rim ?? [] },
  density: { name: 'dots', words: '±5 %', ...within(5), of: (row) => [row.densityPercent] },
  darkness: { name: 'dark', words: '±0.03', least: 0.97, most: 1.03, of: (row) => [row.darkness] },
  shadow: { name: 'shadow', words: '±0.03', least: 0.97, most: 1.03, of: (row) => [row.shadow] },
  onStubble: { name: 'on stubble', words: '0.3 or more', least: 0.3, most: 1, of: (row) => [row.hairOnStubble] },
  onBare: { name: 'on bare', words: '0.025 or less', least: 0, most: 0.025, of: (row) => [row.hairOnBare] },
} as const satisfies Readonly<Record<string, Target>>;

export type TargetName = keyof typeof TARGETS;

/** Whether a row's figure is beyond its target. */
export const isMissed = (target: Target, row: MeasureRow): boolean =>
  target.of(row).some((value) => value !== null && !(value >= target.least && value <= target.most));
