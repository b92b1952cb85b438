import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { measureLook } from '../../../tools/look/measure-look';
import { realPicturesIn } from '../../../tools/look/regions-file';
import { together } from '../../../tools/look/table';
import type { MeasuredPicture } from '../../../tools/look/table';
import { REAL_STATES } from '../../../tools/look/targets';
import type { RealState } from '../../../tools/look/targets';

const SHARED = fileURLToPath(new URL('../../../../shared/real/', import.meta.url));
const HERE = existsSync(SHARED);

/** Rows that these crops do not give; the table says why. */
const DIFFERS: Readonly<Record<RealState, readonly string[]>> = {
  healed: ['−ln T green at the line', 'Δb*'],
  finished: ['−ln T green', '−ln T green at the line'],
  rightAfter: ['strength 50 % to 10 %', 'strength 90 % to 10 %'],
};

// Skipped where the photographs are not beside the checkout.
describe.runIf(HERE)('crops of real treated scalps (../shared/real)', () => {
  it.each(REAL_STATES)('%s: the ruler gives what was told of them, or says why not', (state) => {
    const pictures = (realPicturesIn(SHARED) ?? [])
      .filter((picture) => picture.state === state)
      .flatMap(({ name, read }): readonly MeasuredPicture[] => {
        const measures = measureLook(read());
        return measures === null ? [] : [{ name, measures }];
      });
    expect(pictures).toHaveLength(state === 'healed' ? 4 : 3);
    const off = together(pictures, state).filter((row) => row.agrees === false);
    expect(off.map(({ row }) => row.label)).toEqual(DIFFERS[state]);
    for (const { row } of off) expect(row.differs?.[state], row.label).toBeTruthy();
  });
});
