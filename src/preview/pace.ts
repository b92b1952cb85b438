/** How sharply a picture is drawn while it changes under a finger. */
export interface Sharpness {
  /** Share of the screen's own px, per side. */
  readonly share: number;
  readonly brief: boolean;
}

/** All that the screen can show: one px for one. */
export const WHOLE: Sharpness = { share: 1, brief: false };
/** From all that the screen can show to what is only there while the finger moves. Our choice. */
const LEVELS: readonly Sharpness[] = [
  WHOLE,
  { share: 0.75, brief: true },
  { share: 0.5, brief: true },
  { share: 0.375, brief: true },
];

/** Frames that take longer are seen as jerks, and those that take as long lag behind the finger, ms. Our choice. */
const SLOW_MS = 40;
const VERY_SLOW_MS = 80;
/** So many slow ones in a row are no accident. */
const SLOW_IN_A_ROW = 2;
/** With frames as short as this there is room for more, ms; with so many of them in a row it is tried, and later each time it failed. */
const SHORT_MS = 20;
const SHORT_IN_A_ROW = 30;

export interface Pace {
  readonly sharpness: Sharpness;
  /** Tells how far a drawing under a finger lags behind: until the next frame could begin, or as long as the finger was held back, ms. */
  took(ms: number): void;
}

/** Finds by the frames themselves how sharply this device can draw so that the picture still follows the finger. */
export function createPace(): Pace {
  let level = 0;
  let slow = 0;
  let short = 0;
  let patience = SHORT_IN_A_ROW;
  const change = (to: number): void => {
    level = to;
    slow = 0;
    short = 0;
  };
  return {
    get sharpness() {
      return LEVELS[level];
    },
    took(ms) {
      slow = ms > SLOW_MS ? slow + 1 : 0;
      short = ms < SHORT_MS ? short + 1 : 0;
      const last = LEVELS.length - 1;
      if (slow >= SLOW_IN_A_ROW && level < last) {
        change(Math.min(last, level + (ms > VERY_SLOW_MS ? 2 : 1)));
        patience *= 2;
      } else if (short >= patience && level > 0) change(level - 1);
    },
  };
}
