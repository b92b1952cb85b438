import { describe, expect, it } from 'vitest';
import { decodeHeic } from '~/heic/decode-heic';
import type { TileDecoder } from '~/heic/decode-heic';
import { drawnTurned } from '~/model/base/orientation';
import { madeHeic } from '../support/made-heic';
import type { MadeHeic } from '../support/made-heic';

const GIVEN: MadeHeic = { rows: 2, columns: 3, tilePx: 64, widthPx: 180, heightPx: 120 };
const colourOf = (tile: number): string => `rgb(${30 * tile + 20} ${200 - 30 * tile} 90)`;

/** A decoder that knows tiles by their one byte, and answers in another order than it was asked in. */
function made({ supported = true, loses = -1 } = {}) {
  const configs: VideoDecoderConfig[] = [];
  class Decoder {
    static isConfigSupported = (config: VideoDecoderConfig) => Promise.resolve({ supported, config });
    state = 'unconfigured';
    asked: { readonly timestamp: number; readonly tile: number }[] = [];
    constructor(readonly init: VideoDecoderInit) {}
    configure(config: VideoDecoderConfig): void {
      configs.push(config);
      this.state = 'configured';
    }
    decode(chunk: EncodedVideoChunk): void {
      const bytes = new Uint8Array(chunk.byteLength);
      chunk.copyTo(bytes);
      this.asked.unshift({ timestamp: chunk.timestamp, tile: bytes[0] });
    }
    flush(): Promise<void> {
      for (const { timestamp, tile } of this.asked) {
        if (tile === loses) continue;
        const canvas = new OffscreenCanvas(64, 64);
        const context = canvas.getContext('2d');
        if (context === null) throw new Error('No 2D canvas');
        context.fillStyle = colourOf(tile);
        context.fillRect(0, 0, 64, 64);
        this.init.output(new VideoFrame(canvas, { timestamp }));
      }
      return Promise.resolve();
    }
    close(): void {
      this.state = 'closed';
    }
  }
  return { configs, decoder: Decoder as unknown as TileDecoder };
}

/** The same picture drawn by hand and turned as a canvas turns it. */
function wanted(orientation: 1 | 8 | 3 | 6): OffscreenCanvas {
  const sideways = orientation === 8 || orientation === 6;
  const canvas = sideways ? new OffscreenCanvas(120, 180) : new OffscreenCanvas(180, 120);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('No 2D canvas');
  context.setTransform(...drawnTurned({ widthPx: 180, heightPx: 120 }, orientation));
  for (let tile = 0; tile < 6; tile++) {
    context.fillStyle = colourOf(tile);
    context.fillRect((tile % 3) * 64, Math.floor(tile / 3) * 64, 64, 64);
  }
  return canvas;
}

const pixelsOf = (canvas: OffscreenCanvas | null): Uint8ClampedArray | undefined =>
  canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;

const everySize = (): boolean => true;

describe('a HEIC put together by the decoder of the platform', () => {
  it.each([
    [0, 1],
    [1, 8],
    [2, 3],
    [3, 6],
  ] as const)(
    'has every tile at its place, and is turned by %i quarters against the clock',
    async (irot, orientation) => {
      const { decoder, configs } = made();
      const canvas = await decodeHeic(madeHeic({ ...GIVEN, irot }), everySize, decoder);
      const right = wanted(orientation);
      expect([canvas?.width, canvas?.height]).toEqual([right.width, right.height]);
      const [seen, meant] = [pixelsOf(canvas) ?? [], pixelsOf(right) ?? []];
      expect(Math.max(...Array.from(seen, (value, i) => Math.abs(value - meant[i])))).toBeLessThanOrEqual(3);
      expect(configs).toMatchObject([{ codec: 'hvc1.3.E.L90.B0', codedWidth: 64, codedHeight: 64 }]);
    },
  );

  it('is none where the platform has no decoder, loses a tile, or the picture is too large', async () => {
    const file = madeHeic(GIVEN);
    expect(await decodeHeic(file, everySize, null)).toBeNull();
    expect(await decodeHeic(file, everySize, made({ supported: false }).decoder)).toBeNull();
    expect(await decodeHeic(file, everySize, made({ loses: 4 }).decoder)).toBeNull();
    expect(await decodeHeic(file, ({ widthPx }) => widthPx < 100, made().decoder)).toBeNull();
    expect(await decodeHeic(file.slice(0, 200), everySize, made().decoder)).toBeNull();
  });
});
