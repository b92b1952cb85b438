// How the error of the head fit grows when a head or its camera is not an average one.
import { FIT_CASES, fitErrors } from '../tests/support/fit-errors';

/** Heads for each row, with different reading errors. */
const HEADS = 8;
const YAWS = [0, 22, 45] as const;

/** The table, a line each: made-up heads, read with errors as the detector makes them, through the whole fit. */
export function robustnessTable(): string[] {
  const header = 'made-up heads, no EXIF'.padEnd(22) + YAWS.map((yaw) => `yaw ${String(yaw)}°`.padStart(32)).join('');
  const rows = FIT_CASES.map(({ name, head }) => {
    const cells = YAWS.map((yawDegrees) => {
      const { medianMm, p95Mm, pitchDegrees, scalePercent } = fitErrors({ ...head, yawDegrees }, HEADS);
      return `${medianMm.toFixed(1)} / ${p95Mm.toFixed(1)} mm  ${pitchDegrees.toFixed(1)}°  ${scalePercent.toFixed(1)} %`.padStart(
        32,
      );
    });
    return name.padEnd(22) + cells.join('');
  });
  return [header, ...rows];
}
