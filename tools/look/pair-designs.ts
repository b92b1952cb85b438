import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { consultationOf } from '~/model/design/consultation';
import { initialDesign } from '~/model/design/design';
import type { Design } from '~/model/design/design';
import { NO_CORRECTION } from '~/model/design/head-correction';
import type { HeadCorrection } from '~/model/design/head-correction';
import { consultationSchema } from '~/model/project/consultation-schema';

/**
 * What is kept of a pair of photographs, before and after: the fields in which its design differs from the first one, and where the
 * head lies in both photos if no face is found. The first pencil line is the real line. No photo.
 */
export interface PairDesign {
  readonly design: Partial<Design>;
  readonly heads?: { readonly before: HeadCorrection; readonly after: HeadCorrection };
}

const SEED = 1;
const folder = fileURLToPath(new URL('../../tests/fixtures/pairs/', import.meta.url));

const head: v.GenericSchema<unknown, HeadCorrection> = v.strictObject({
  rightMm: v.number(),
  upMm: v.number(),
  scale: v.number(),
  turnDegrees: v.number(),
  tiltDegrees: v.number(),
  rollDegrees: v.number(),
  followOutline: v.boolean(),
  breadthMm: v.number(),
  lengthMm: v.number(),
  heightMm: v.number(),
});
const schema = v.strictObject({
  design: v.record(v.string(), v.unknown()),
  heads: v.optional(v.strictObject({ before: head, after: head })),
});

/** The whole document that such a design makes, as a project has it. */
export const documentOf = ({ design, heads }: PairDesign) =>
  consultationOf({ ...initialDesign(SEED), ...design, head: heads?.before ?? NO_CORRECTION });

/** The design kept of a pair, by its letter; null where none is. Throws where it is no design of the project. */
export function pairDesign(name: string): PairDesign | null {
  const file = `${folder}${name}.json`;
  if (!existsSync(file)) return null;
  const kept = v.parse(schema, JSON.parse(readFileSync(file, 'utf8'))) as PairDesign;
  v.parse(consultationSchema, documentOf(kept));
  return kept;
}
