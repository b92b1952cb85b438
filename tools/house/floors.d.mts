/** Types of floors.mjs, which stays plain because ESLint's own configuration reads it. */
export declare const FOLDERS: Readonly<
  Record<string, { readonly code: readonly string[]; readonly types: readonly string[] }>
>;
export declare const ROOMS: Readonly<
  Partial<Record<string, { readonly floors: readonly (readonly string[])[]; readonly roof: readonly string[] }>>
>;
export declare const MOST_FILES: number;
export declare const MOST_LINES: number;
export declare const OWNERS: Readonly<Record<string, readonly string[]>>;
