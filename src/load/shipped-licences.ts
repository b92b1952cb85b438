/** What something that is shipped belongs to, in the order in which it is shown. */
export type ShippedKind = 'own' | 'library' | 'detector' | 'models' | 'samples';

/** Something that is shipped, and under what licence. */
export interface ShippedPart {
  readonly kind: ShippedKind;
  readonly name: string;
  /** null: it has no version that anybody told. */
  readonly version: string | null;
  /** By its SPDX identifier: https://spdx.org/licenses/ */
  readonly licence: string;
  /** Notices first, then the licence: places in `texts`. */
  readonly texts: readonly number[];
}

/** All that a build ships; a text that several share stands here once. */
export interface ShippedLicences {
  readonly parts: readonly ShippedPart[];
  readonly texts: readonly string[];
}

/** In the folder of the built app; made by tools/licences-plugin.ts. */
export const LICENCES_FILE = 'licences.json';
