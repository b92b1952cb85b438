import { BufferImageSource, ImageSource } from 'pixi.js';
import type { TextureSource } from 'pixi.js';
import type { HairChange } from '~/model/hair/own-hair';
import { GRAIN_TILE_PX, grainTile, MESH_TILE_TEXELS, meshTile } from '~/model/raster/grain-tile';
import type { SpecularMap, OutlineMask, PhotoPlace } from '~/model/raster/photo-map';
import { smoothlyAt } from '~/model/raster/resample-plane';
import { ORDER_TILE_HAIRS, thresholdTile } from '~/model/raster/threshold-tile';
import type { SkinPicture } from '~/model/skin/inpaint-skin';

/** Red: the outline; green: share of gloss. `box`: left, top, width, height in photo px. */
export interface HeadTexture {
  readonly source: TextureSource;
  readonly box: readonly [number, number, number, number];
}

/** Uploads photos and masks once each, and forgets them when they are no longer shown. */
export interface PhotoTextures {
  /** The working photo, with smaller versions of itself for when it is shown small. */
  ofPhoto(photo: ImageBitmap): TextureSource;
  /** How many photos stay, those shown last. */
  holdPhotos(count: number): void;
  /** A part of the photo at its saved size, read texel by texel. */
  ofPart(photo: ImageBitmap): TextureSource;
  dropPart(source: TextureSource): void;
  /** What is known of the places of the head, in one texture; null where nothing is. */
  ofHead(outline: OutlineMask | null, gloss: SpecularMap | null): HeadTexture | null;
  /** A tile of noise that repeats, with smaller versions of itself, in which it fades as the photo's own does. */
  ofGrain(smearPx: number): TextureSource;
  /** How unevenly pigment lies in skin; it repeats. */
  ofMesh(): TextureSource;
  /** Skin without hair. */
  ofSkin(skin: SkinPicture): TextureSource;
  ofHairChange(change: HairChange): TextureSource;
  /** The order in which hairs go; it repeats, and smaller versions of it are all in the middle. */
  ofOrder(): TextureSource;
  forget(): void;
}

export function createPhotoTextures(): PhotoTextures {
  /** The one shown last comes first. */
  let photos: readonly { readonly bitmap: ImageBitmap; readonly source: TextureSource }[] = [];
  let mostPhotos = 1;
  const dropPhotos = (from: number): void => {
    for (const { source } of photos.slice(from)) source.unload();
    photos = photos.slice(0, from);
  };
  let headShown: { outline: OutlineMask | null; gloss: SpecularMap | null; texture: HeadTexture } | null = null;
  let skinShown: { skin: SkinPicture; source: TextureSource } | null = null;
  let changeShown: { change: HairChange; source: TextureSource } | null = null;
  let order: TextureSource | null = null;
  let mesh: TextureSource | null = null;
  let grainShown: { smearPx: number; source: TextureSource } | null = null;
  return {
    ofPhoto: (bitmap) => {
      const held = photos.find((each) => each.bitmap === bitmap);
      if (held === undefined) {
        dropPhotos(mostPhotos - 1);
        const source = new ImageSource({
          resource: bitmap,
          alphaMode: 'no-premultiply-alpha',
          scaleMode: 'linear',
          mipmapFilter: 'linear',
          addressMode: 'clamp-to-edge',
          autoGenerateMipmaps: true,
          autoGarbageCollect: false,
        });
        photos = [{ bitmap, source }, ...photos];
        return source;
      }
      if (held !== photos[0]) photos = [held, ...photos.filter((each) => each !== held)];
      return held.source;
    },
    holdPhotos: (count) => {
      mostPhotos = count;
      dropPhotos(count);
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
        grainShown = { smearPx, source: repeatedTexture(grainTile(smearPx), GRAIN_TILE_PX) };
      }
      return grainShown.source;
    },
    ofSkin: (skin) => {
      if (skinShown?.skin !== skin) {
        skinShown?.source.unload();
        skinShown = { skin, source: mapTexture(skin.rgba, skin, 'rgba8unorm') };
      }
      return skinShown.source;
    },
    ofHairChange: (change) => {
      if (changeShown?.change !== change) {
        changeShown?.source.unload();
        changeShown = { change, source: mapTexture(change.bytes, change, 'rg8unorm') };
      }
      return changeShown.source;
    },
    ofMesh: () => (mesh ??= repeatedTexture(meshTile(), MESH_TILE_TEXELS, 'linear')),
    ofOrder: () => (order ??= repeatedTexture(thresholdTile(), ORDER_TILE_HAIRS)),
    forget: () => {
      skinShown?.source.unload();
      changeShown?.source.unload();
      order?.unload();
      mesh?.unload();
      skinShown = null;
      changeShown = null;
      order = null;
      mesh = null;
      dropPhotos(0);
      headShown?.texture.source.unload();
      grainShown?.source.unload();
      grainShown = null;
      headShown = null;
    },
  };
}

/** Halfway between two of a tile's sizes nobody sees in noise as fine as a pixel (`nearest`), and it takes a third of the time. */
const repeatedTexture = (tile: Uint8Array, side: number, between: 'nearest' | 'linear' = 'nearest'): TextureSource =>
  new BufferImageSource({
    resource: tile,
    width: side,
    height: side,
    format: 'r8unorm',
    alphaMode: 'no-premultiply-alpha',
    scaleMode: 'linear',
    mipmapFilter: between,
    addressMode: 'repeat',
    autoGenerateMipmaps: true,
    autoGarbageCollect: false,
  });

/** What is known of places of the photo, one texel for each. */
const mapTexture = (
  resource: Uint8Array<ArrayBuffer>,
  { columns, rows }: Pick<PhotoPlace, 'columns' | 'rows'>,
  format: 'rgba8unorm' | 'rg8unorm',
): TextureSource =>
  new BufferImageSource({
    resource,
    width: columns,
    height: rows,
    format,
    alphaMode: 'no-premultiply-alpha',
    scaleMode: 'linear',
    addressMode: 'clamp-to-edge',
    autoGenerateMipmaps: false,
    autoGarbageCollect: false,
  });

/** On the outline's samples, or on the gloss map's own where there is no outline. */
function headTexture(outline: OutlineMask | null, read: SpecularMap | null): HeadTexture | null {
  // A head outside the photo has an empty map.
  const gloss = read !== null && read.columns > 1 && read.rows > 1 ? read : null;
  const layout = outline ?? gloss;
  if (layout === null) return null;
  const { columns, rows, leftPx, topPx, pxPerSample } = layout;
  const texels = new Uint8Array(columns * rows * 4);
  for (let i = 0; i < columns * rows; i++) texels[4 * i] = outline === null ? 255 : outline.confidence[i];
  if (gloss !== null) layGloss(texels, layout, gloss);
  const source = mapTexture(texels, layout, 'rgba8unorm');
  return { source, box: [leftPx, topPx, columns * pxPerSample, rows * pxPerSample] };
}

/** Puts the shares of gloss into the second of each texel's bytes; none beyond the map. */
function layGloss(texels: Uint8Array, layout: PhotoPlace, gloss: SpecularMap): void {
  const step = layout.pxPerSample / gloss.pxPerSample;
  const from = (layoutPx: number, glossPx: number): number => (layoutPx - glossPx) / gloss.pxPerSample + step / 2 - 0.5;
  const { values } = smoothlyAt(
    { columns: gloss.columns, rows: gloss.rows, values: Float32Array.from(gloss.shares) },
    { count: layout.columns, from: from(layout.leftPx, gloss.leftPx), step },
    { count: layout.rows, from: from(layout.topPx, gloss.topPx), step },
  );
  values.forEach((share, i) => {
    texels[4 * i + 1] = share;
  });
}
