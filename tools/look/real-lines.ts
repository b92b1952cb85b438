import type { LinePart, PointPx, TracedLine } from './picture';

const line = (part: LinePart, points: readonly PointPx[]): TracedLine => ({ part, points });

/**
 * Borders of the fields in the crops of real treated scalps, by the crop's name: px of the crop, drawn by eye in few points, along
 * where the pigment is half as strong as farther in. A line drawn 1.5 mm off, or 2 mm
 * askew, changes the edge by up to 1.2 mm and the wander by up to .5. Only these coordinates are kept here, never the photographs.
 */
export const REAL_LINES: Readonly<Partial<Record<string, readonly TracedLine[]>>> = {
  h2307: [
    line('middle', [
      [20, 440],
      [220, 468],
      [420, 462],
      [600, 430],
      [740, 400],
    ]),
  ],
  h2308: [
    line('middle', [
      [20, 395],
      [220, 400],
      [420, 415],
      [600, 445],
      [780, 462],
      [940, 478],
    ]),
  ],
  h2315: [
    line('middle', [
      [20, 440],
      [250, 450],
      [480, 445],
      [700, 420],
      [890, 412],
    ]),
  ],
  // The side of h2318 lies too near to the picture's edge: no full field is seen behind it.
  h2318: [
    line('middle', [
      [15, 495],
      [150, 458],
      [290, 420],
      [410, 385],
    ]),
  ],
  z3: [
    line('middle', [
      [160, 690],
      [300, 645],
      [440, 590],
    ]),
    line('side', [
      [540, 525],
      [640, 450],
      [700, 350],
      [720, 250],
    ]),
  ],
  z5: [
    line('middle', [
      [110, 602],
      [250, 575],
      [400, 522],
      [540, 445],
    ]),
  ],
  z6: [
    line('side', [
      [270, 655],
      [345, 570],
      [430, 475],
      [500, 385],
      [560, 290],
    ]),
  ],
  b5: [
    line('middle', [
      [120, 830],
      [350, 918],
      [580, 975],
      [820, 1010],
      [1110, 1055],
    ]),
  ],
  b6: [
    line('middle', [
      [10, 790],
      [200, 868],
      [400, 950],
      [560, 1040],
      [740, 1100],
      [920, 1130],
    ]),
  ],
  b12: [
    line('middle', [
      [20, 610],
      [200, 665],
      [400, 675],
      [600, 645],
      [850, 580],
      [1150, 520],
    ]),
  ],
};
