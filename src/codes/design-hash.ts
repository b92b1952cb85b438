/** What the fragment of an address begins with that holds a design. Browsers send no fragment to a server. */
export const DESIGN_HASH = '#d=';
