import { stripMetadata } from './strip-metadata';

/**
 * A picture that a canvas made, without what its browser adds: Firefox marks every PNG with a number of the session (`deBG`), by which
 * pictures saved by one person could be told to be that. One that is not understood stays as it is: its maker is a canvas.
 */
export async function plainPicture(made: Blob): Promise<Blob> {
  const plain = stripMetadata(new Uint8Array(await made.arrayBuffer()), 1);
  return plain === null ? made : new Blob([plain], { type: made.type });
}
