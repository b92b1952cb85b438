/** Endings of what a camera or a browser names its pictures by. */
const PICTURE_NAME = /\.(jpe?g|jfif|png|webp|avif|gif|bmp|tiff?|hei[cf])$/i;

/**
 * Whether somebody wrote the name, and may have written who it is; the name of a picture's file is none. A name that was given is
 * read on the first screen only by those who ask.
 */
export const isGivenName = (name: string): boolean => name !== '' && !PICTURE_NAME.test(name);
