import { BufferImageSource, ImageSource } from 'pixi.js';
import type { TextureSource } from 'pixi.js';
import { GRAIN_TILE_PX, grainTile } from '~/model/grain-tile';
import type { GlossMap, OutlineMask } from '~/model/head';

/** Red: the outline; green, blue, alpha: share of gloss in the photo's bands. `box`: left, top, width, height in photo px. */
export interface HeadTexture {
  readonly source: TextureSource;
  readonly box: readonly [number, number, number, number];
}

/** Uploads photos and masks once each, and forgets them when they are no longer shown. */
export interface PhotoTextures {
  /** The working photo, with smaller versions of itself for when it is shown small. */
  ofPhoto(photo: ImageBitmap): TextureSource;
  /** A part of the photo at its saved size, read texel by texel. */
  ofPart(photo: ImageBitmap): TextureSource;
  dropPart(source: TextureSource): void;
  /** What is known of the places of the head, in one texture; null where nothing is. */
  ofHead(outline: OutlineMask | null, gloss: GlossMap | null): HeadTexture | null;
  /** A tile of noise that repeats, with smaller versions of itself, in which it fades as the photo's own does. */
  ofGrain(smearPx: number): TextureSource;
  forget(): void;
}

export function createPhotoTextures(): PhotoTextures {
  let photoShown: { bitmap: ImageBitmap; source: TextureSource } | null = null;
  let headShown: { outline: OutlineMask | null; gloss: GlossMap | null; texture: HeadTexture } | null = null;
  let grainShown: { smearPx: number; source: TextureSource } | null = null;
  return {
    ofPhoto: (bitmap) => {
      if (photoShown?.bitmap !== bitmap) {
        photoShown?.source.unload();
        const source = new ImageSource({
          resource: bitmap,
          alphaMode: 'no-premultiply-alpha',
          scaleMode: 'linear',
          mipmapFilter: 'linear',
          addressMode: 'clamp-to-edge',
          autoGenerateMipmaps: true,
          autoGarbageCollect: false,
        });
        photoShown = { bitmap, source };
      }
      return photoShown.source;
    },
    ofPart: (bitmap) =>
      new ImageSource({
        resource: bitmap,
        alphaMode: 'no-premultiply-alpha',
        scaleMode: 'nearest',
        autoGenerateMipmaps: false,
        autoGarbageCollect: false,
      }),
    dropPart: (source) => {
      source.unload();
    },
    ofHead: (outline, gloss) => {
      if (headShown !== null && headShown.outline === outline && headShown.gloss === gloss) return headShown.texture;
      headShown?.texture.source.unload();
      const texture = headTexture(outline, gloss);
      headShown = texture === null ? null : { outline, gloss, texture };
      return texture;
    },
    ofGrain: (smearPx) => {
      if (grainShown?.smearPx !== smearPx) {
        grainShown?.source.unload();
        grainShown = { smearPx, source: grainTexture(smearPx) };
      }
      return grainShown.source;
    },
    forget: () => {
      photoShown?.source.unload();
      headShown?.texture.source.unload();
      grainShown?.source.unload();
      grainShown = null;
      photoShown = null;
      headShown = null;
    },
  };
}

const grainTexture = (smearPx: number): TextureSource =>
  new BufferImageSource({
    resource: grainTile(smearPx),
    width: GRAIN_TILE_PX,
    height: GRAIN_TILE_PX,
    format: 'r8unorm',
    alphaMode: 'no-premultiply-alpha',
    scaleMode: 'linear',
    // Halfway between two sizes nobody sees, and a third of the time.
    mipmapFilter: 'nearest',
    addressMode: 'repeat',
    autoGenerateMipmaps: true,
    autoGarbageCollect: false,
  });

/** On the outline's samples, or on the gloss map's own where there is no outline. */
function headTexture(outline: OutlineMask | null, read: GlossMap | null): HeadTexture | null {
  // A head outside the photo has an empty map.
  const gloss = read !== null && read.columns > 1 && read.rows > 1 ? read : null;
  const layout = outline ?? gloss;
  if (layout === null) return null;
  const { columns, rows, leftPx, topPx, pxPerSample } = layout;
  const texels = new Uint8Array(columns * rows * 4);
  for (let i = 0; i < columns * rows; i++) texels[4 * i] = outline === null ? 255 : outline.confidence[i];
  if (gloss !== null) layGloss(texels, layout, gloss);
  const source = new BufferImageSource({
    resource: texels,
    width: columns,
    height: rows,
    format: 'rgba8unorm',
    alphaMode: 'no-premultiply-alpha',
    scaleMode: 'linear',
    addressMode: 'clamp-to-edge',
    autoGenerateMipmaps: false,
    autoGarbageCollect: false,
  });
  return { source, box: [leftPx, topPx, columns * pxPerSample, rows * pxPerSample] };
}

/** Puts the shares of gloss, bilinearly between samples, into the last three of each texel's bytes; none beyond the map. */
function layGloss(texels: Uint8Array, layout: Omit<OutlineMask, 'confidence'>, gloss: GlossMap): void {
  for (let row = 0; row < layout.rows; row++) {
    const y = (layout.topPx + (row + 0.5) * layout.pxPerSample - gloss.topPx) / gloss.pxPerSample - 0.5;
    if (y < 0 || y > gloss.rows - 1) continue;
    const j = Math.min(Math.floor(y), gloss.rows - 2);
    for (let column = 0; column < layout.columns; column++) {
      const x = (layout.leftPx + (column + 0.5) * layout.pxPerSample - gloss.leftPx) / gloss.pxPerSample - 0.5;
      if (x < 0 || x > gloss.columns - 1) continue;
      const i = Math.min(Math.floor(x), gloss.columns - 2);
      const upper = 3 * (j * gloss.columns + i);
      const lower = upper + 3 * gloss.columns;
      for (let band = 0; band < 3; band++) {
        const above = gloss.shares[upper + band] * (i + 1 - x) + gloss.shares[upper + 3 + band] * (x - i);
        const below = gloss.shares[lower + band] * (i + 1 - x) + gloss.shares[lower + 3 + band] * (x - i);
        texels[4 * (row * layout.columns + column) + 1 + band] = above * (j + 1 - y) + below * (y - j);
      }
    }
  }
}
