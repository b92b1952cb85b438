import type { SizePx } from '~/model/base/units';
import type { InDrawing } from './scene';

/** So often it is looked whether the graphics card has come so far, ms. */
const LOOK_EVERY_MS = 4;

const BYTES_PER_PX = 4;

/**
 * Rows of RGBA bytes of what is bound to be read, as it stands at the call, first row first. The card copies them when their
 * turn comes, and nobody waits for it meanwhile: read at once, all that was asked of the card before would hold up the page.
 * Taking them over still waits for all that it was asked for since: no sooner than `whenFree`.
 * null: the card was lost.
 */
export async function readBack(
  gl: WebGL2RenderingContext,
  { widthPx, heightPx }: SizePx<InDrawing>,
  whenFree: () => Promise<void>,
): Promise<Uint8ClampedArray | null> {
  const pixels = new Uint8ClampedArray(widthPx * heightPx * BYTES_PER_PX);
  const copy = gl.createBuffer();
  gl.bindBuffer(gl.PIXEL_PACK_BUFFER, copy);
  gl.bufferData(gl.PIXEL_PACK_BUFFER, pixels.byteLength, gl.STREAM_READ);
  gl.readPixels(0, 0, widthPx, heightPx, gl.RGBA, gl.UNSIGNED_BYTE, 0);
  gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
  const isThere = await cameSoFar(gl);
  if (isThere) {
    await whenFree();
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, copy);
    gl.getBufferSubData(gl.PIXEL_PACK_BUFFER, 0, pixels);
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
  }
  gl.deleteBuffer(copy);
  return isThere && !gl.isContextLost() ? pixels : null;
}

/** Settles once the card has done all that it was asked for before the call, looked at every so many ms; false: it was lost. */
export async function cameSoFar(gl: WebGL2RenderingContext, everyMs = LOOK_EVERY_MS): Promise<boolean> {
  const place = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
  if (place === null) return false;
  gl.flush();
  try {
    for (;;) {
      const state = gl.clientWaitSync(place, 0, 0);
      if (state === gl.ALREADY_SIGNALED || state === gl.CONDITION_SATISFIED) return true;
      if (state === gl.WAIT_FAILED || gl.isContextLost()) return false;
      await new Promise((look) => setTimeout(look, everyMs));
    }
  } finally {
    gl.deleteSync(place);
  }
}
