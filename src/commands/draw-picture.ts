import type { encodePicture, EncodeOptions, PaintPart } from '~/io/encode-picture';
import type { Ports } from '~/intake/ports';
import type { Result } from '~/model/base/result';
import type { PreviewSource } from '~/preview/preview-source';

/** Side of the squares a large picture is drawn in: small enough for any WebGL2 device. */
const PART_PX = 2048;

/** How long a save waits for a graphics card that went away, ms: browsers bring it back within a second or two, or never. */
const CARD_WAIT_MS = 10_000;
/** So often a picture is begun again because the card went away in the middle of it. */
const MOST_TRIES = 5;

type Renderer = NonNullable<Awaited<ReturnType<Ports['renderer']>>>;
type Scene = NonNullable<ReturnType<PreviewSource['sceneOf']>>;
export type Encoded = Awaited<ReturnType<typeof encodePicture>>;

/** Whether the graphics card is there again before the wait is over, or the person has had enough. */
function cardIsBack(renderer: Renderer, signal: AbortSignal): Promise<boolean> {
  if (!renderer.isLost()) return Promise.resolve(true);
  return new Promise((resolve) => {
    const end = (back: boolean): void => {
      stop();
      clearTimeout(timer);
      resolve(back);
    };
    const stop = renderer.onContextRestored(() => end(true));
    const timer = setTimeout(() => end(false), CARD_WAIT_MS);
    signal.addEventListener('abort', () => end(false), { once: true });
  });
}

/** What is drawn; begun again where the card was lost in the middle, for half a picture is none. */
export async function withCard<Value, Problem extends string>(
  renderer: Renderer,
  draw: () => Promise<Result<Value, Problem | 'cardLost'>>,
  signal: AbortSignal,
): Promise<Result<Value, Problem | 'cardLost'>> {
  for (let tries = 1; ; tries++) {
    const drawn = await draw();
    if (drawn.ok || drawn.problem !== 'cardLost' || tries === MOST_TRIES) return drawn;
    if (!(await cardIsBack(renderer, signal))) return drawn;
  }
}

/** The picture file of a scene. */
export const drawPicture = (
  renderer: Renderer,
  scene: Scene,
  encode: (paint: PaintPart, options: Pick<EncodeOptions, 'partPx' | 'signal'>) => Promise<Encoded>,
  signal: AbortSignal,
): Promise<Encoded> =>
  withCard(renderer, () => encode((part) => renderer.readPixels(scene, part), { partPx: PART_PX, signal }), signal);
