import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ComparedPair, PairMeasures } from '../lab/pair-page';
import type { Treater } from './our-pictures';
import type { ColourMeasures } from './measure-colour';
import type { EdgeMeasures } from './measure-edge';
import { pairDesign } from './pair-designs';
import type { LinePart } from './picture';
import type { Say } from './report';
import { shown } from './table';

/** A head photographed before and after. */
export interface Pair {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** The pairs among the photos of a folder: `<name>-before.jpg` with `<name>-after.jpg` beside it. */
export const pairsAmong = (photos: readonly string[], exists: (file: string) => boolean): readonly Pair[] =>
  photos.flatMap((before) => {
    const after = before.replace(/-before(\.\w+)$/, '-after$1');
    const name = basename(before).replace(/-before\.\w+$/, '');
    return after !== before && exists(after) ? [{ name, before, after }] : [];
  });

interface Row {
  readonly label: string;
  readonly digits: number;
  readonly of: (measures: PairMeasures) => number;
}

const colourRows = (where: string, of: (measures: PairMeasures) => ColourMeasures | null): readonly Row[] => [
  ...(['red', 'green', 'blue'] as const).map((band, i) => ({
    label: `${where}: −ln T ${band}`,
    digits: 2,
    of: (measures: PairMeasures) => of(measures)?.minusLnT[i] ?? NaN,
  })),
  ...(['l', 'a', 'b'] as const).map((axis) => ({
    label: `${where}: Δ${axis === 'l' ? 'L' : axis}*`,
    digits: 1,
    of: (measures: PairMeasures) => of(measures)?.delta[axis] ?? NaN,
  })),
];

/** The longest stretch of a part of the line: the only one that is well seen in every view. */
const edgeOf = ({ edges }: PairMeasures, part: LinePart): EdgeMeasures | null =>
  edges
    .filter((edge) => edge.part === part)
    .sort((a, b) => b.lengthMm - a.lengthMm)
    .at(0) ?? null;

const edgeRows = (part: LinePart): readonly Row[] => [
  ...colourRows(`${part} of the line`, (measures) => edgeOf(measures, part)?.step ?? null),
  { label: `${part}: edge 10–90 %, mm`, digits: 1, of: (measures) => edgeOf(measures, part)?.edgeMm ?? NaN },
  { label: `${part}: wander, mm`, digits: 2, of: (measures) => edgeOf(measures, part)?.wanderMm ?? NaN },
];

export const PAIR_ROWS: readonly Row[] = [
  ...colourRows('field 25 mm in', ({ field }) => field),
  ...edgeRows('middle'),
  ...edgeRows('side'),
];

/** A row for each measure: the photo before, ours, the real one, and what lies between these two. */
export const pairTable = ({
  before,
  ours,
  real,
}: Pick<ComparedPair, 'before' | 'ours' | 'real'>): readonly string[] => [
  `${''.padEnd(32)}${['before', 'ours', 'real', 'off by'].map((word) => word.padStart(9)).join('')}`,
  ...PAIR_ROWS.map(({ label, digits, of }) => {
    const cells = [of(before), of(ours), of(real), of(ours) - of(real)];
    return label.padEnd(32) + cells.map((n) => (Number.isNaN(n) ? '–' : shown(n, digits)).padStart(9)).join('');
  }),
];

/** Draws each pair as before · ours · after into `out`, and says how far ours is from what was really done. */
export async function reportPairs(
  treater: Treater,
  pairs: readonly Pair[],
  placeOf: (file: string) => number,
  out: string,
  say: Say,
): Promise<void> {
  for (const { name, before, after } of pairs) {
    const kept = pairDesign(name);
    if (kept === null) continue;
    const found = await treater.comparePair({ ...kept, before: placeOf(before), after: placeOf(after) });
    if (typeof found === 'string') {
      say(`${name}: ${found}`);
      continue;
    }
    mkdirSync(out, { recursive: true });
    const file = join(out, `${name}.png`);
    writeFileSync(file, Buffer.from(found.sheet, 'base64'));
    say(`\n${name}, before · ours · after: ${file}`);
    say(
      `our line runs ${shown(found.meanMissMm, 1)} mm beside the real one on the mean, ${shown(found.mostMissMm, 1)} mm at most`,
    );
    for (const line of pairTable(found)) say(line);
  }
}
