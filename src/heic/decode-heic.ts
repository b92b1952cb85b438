import { drawnTurned, turnedSize } from '~/model/base/orientation';
import type { SizePx } from '~/model/base/units';
import { readHeic } from './read-heic';
import type { HeicPicture, HeicTile } from './read-heic';

/** The platform's own decoder, where there is one: `VideoDecoder` of WebCodecs, or one that stands in for it. */
export type TileDecoder = Pick<typeof VideoDecoder, 'isConfigSupported'> &
  (new (init: VideoDecoderInit) => VideoDecoder);

/** How long a decoder may take for all tiles, ms: some never answer where the hardware is busy. */
const PATIENCE_MS = 20_000;

/** Without https (other than localhost), and in older browsers, there is none, whatever the types say. */
const platformDecoder = (): TileDecoder | null => ('VideoDecoder' in globalThis ? VideoDecoder : null);

/**
 * The picture of a HEIC as a canvas, upright, decoded by the platform's HEVC decoder through WebCodecs; null: it has none, or the
 * file cannot be read. `allowed`: whether a picture of this size may be drawn.
 */
export async function decodeHeic(
  bytes: Uint8Array,
  allowed: (size: SizePx) => boolean,
  decoder = platformDecoder(),
): Promise<OffscreenCanvas | null> {
  const picture = decoder === null ? null : readHeic(bytes);
  if (decoder === null || picture === null || !allowed(picture.size)) return null;
  const canvas = paperFor(picture);
  const context = canvas.getContext('2d');
  if (context === null) return null;
  context.setTransform(...drawnTurned(picture.size, picture.orientation));
  const drawn = await drawTiles(picture.tiles, decoder, context).catch(() => false);
  return drawn ? canvas : null;
}

function paperFor({ size, orientation }: HeicPicture): OffscreenCanvas {
  const { widthPx, heightPx } = turnedSize(size, orientation);
  return new OffscreenCanvas(widthPx, heightPx);
}

/** Whether every tile was drawn at its place. Tiles come in any order, each known by the time that it was given. */
async function drawTiles(
  tiles: readonly HeicTile[],
  decoder: TileDecoder,
  context: OffscreenCanvasRenderingContext2D,
): Promise<boolean> {
  const [{ codec, description, size }] = tiles;
  if (tiles.some((tile) => tile.codec !== codec)) return false;
  const config = { codec, description, codedWidth: size.widthPx, codedHeight: size.heightPx };
  const { supported } = await decoder.isConfigSupported(config);
  if (supported !== true) return false;
  const drawn = new Set<number>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let end: ((why: Error) => void) | null = null;
  const ended = new Promise<never>((_, reject) => {
    end = reject;
    timer = setTimeout(() => reject(new Error('decoder-timeout')), PATIENCE_MS);
  });
  const running = new decoder({
    output: (frame) => {
      const tile = tiles.at(frame.timestamp);
      if (tile !== undefined) {
        context.drawImage(frame, tile.leftPx, tile.topPx, tile.size.widthPx, tile.size.heightPx);
        drawn.add(frame.timestamp);
      }
      frame.close();
    },
    error: (why) => end?.(why),
  });
  try {
    running.configure(config);
    tiles.forEach(({ data }, timestamp) => running.decode(new EncodedVideoChunk({ type: 'key', timestamp, data })));
    await Promise.race([running.flush(), ended]);
    return drawn.size === tiles.length;
  } finally {
    clearTimeout(timer);
    ended.catch(() => undefined);
    if (running.state !== 'closed') running.close();
  }
}
