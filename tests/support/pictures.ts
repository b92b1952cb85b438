/**
 * Rendered heads of 4.4 px/mm that are not shipped as samples: addresses in the test page. Light skin from the front, and
 * olive skin turned, with dark stubble at the side.
 */
export const PLAIN_HEAD = new URL('../fixtures/heads/head_t2_front.jpg', import.meta.url).href;
export const STUBBLE_HEAD = new URL('../fixtures/heads/head_t3_stubble.jpg', import.meta.url).href;

/** A picture scaled down to 600 × 800 px, as photos go round the web. */
export async function webSized(url: string): Promise<ImageBitmap> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.statusText}`);
  return createImageBitmap(await response.blob(), { resizeWidth: 600, resizeHeight: 800, resizeQuality: 'high' });
}
