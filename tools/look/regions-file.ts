import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { TracedLine } from './picture';
import { readPicture } from './read-picture';
import { REAL_LINES } from './real-lines';
import type { LookPicture } from './picture';
import type { RealState } from './targets';

const Outline = v.array(v.tuple([v.number(), v.number()]));
const Line = v.object({ part: v.picklist(['middle', 'side']), points: v.pipe(Outline, v.minLength(2)) });
/** What `regions.json` says of each picture of its folder, by name without ending. Outlines and lines in px of the picture. */
const Regions = v.record(
  v.string(),
  v.object({
    pxPerMm: v.pipe(v.number(), v.gtValue(0)),
    /** In words; it begins with the state of the work. */
    kind: v.string(),
    field: v.array(Outline),
    bare: v.array(Outline),
    lines: v.optional(v.array(Line)),
  }),
);

/** A photograph of real work, read when it is its turn. */
export interface RealPicture {
  readonly name: string;
  readonly kind: string;
  readonly state: RealState;
  readonly read: () => LookPicture;
}

/** A question mark stands where nobody knows for how long it had healed. */
function stateOf(kind: string): RealState {
  if (kind.startsWith('healed')) return 'healed';
  return kind.startsWith('fresh?') ? 'finished' : 'rightAfter';
}

/** The pictures of a folder whose regions are known; null where the folder has no `regions.json`. Throws where that is broken. */
export function realPicturesIn(folder: string): readonly RealPicture[] | null {
  const file = join(folder, 'regions.json');
  if (!existsSync(file)) return null;
  const regions = v.parse(Regions, JSON.parse(readFileSync(file, 'utf8')));
  return Object.entries(regions).flatMap(([name, { kind, pxPerMm, field, bare, lines }]) => {
    const picture = ['.jpg', '.jpeg', '.png'].map((ending) => join(folder, name + ending)).find(existsSync);
    if (picture === undefined) return [];
    const traced: readonly TracedLine[] = lines ?? REAL_LINES[name] ?? [];
    const read = (): LookPicture => ({
      pixels: readPicture(picture),
      pxPerMm,
      field: { outlines: field },
      bare: { outlines: bare },
      lines: traced,
    });
    return [{ name, kind, state: stateOf(kind), read }];
  });
}
