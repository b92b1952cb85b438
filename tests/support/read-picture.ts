import type { PicturePart, Renderer, Scene } from '~/render/scene';

/** The pixels of a picture where the graphics card is there, as it is in a test that does not take it away. */
export async function readPicture(renderer: Renderer, scene: Scene, part: PicturePart): Promise<Uint8ClampedArray> {
  const pixels = await renderer.readPixels(scene, part);
  if (pixels === null) throw new Error('The graphics card is gone.');
  return pixels;
}
