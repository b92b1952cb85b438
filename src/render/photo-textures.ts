import { BufferImageSource, ImageSource } from 'pixi.js';
import type { TextureSource } from 'pixi.js';
import type { OutlineMask } from '~/model/head';

/** Uploads photos and masks once each, and forgets them when they are no longer shown. */
export interface PhotoTextures {
  /** The working photo, with smaller versions of itself for when it is shown small. */
  ofPhoto(photo: ImageBitmap): TextureSource;
  /** A part of the photo at its saved size, read texel by texel. */
  ofPart(photo: ImageBitmap): TextureSource;
  dropPart(source: TextureSource): void;
  ofOutline(outline: OutlineMask): TextureSource;
  forget(): void;
}

export function createPhotoTextures(): PhotoTextures {
  let photoShown: { bitmap: ImageBitmap; source: TextureSource } | null = null;
  let outlineShown: { mask: OutlineMask; source: TextureSource } | null = null;
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
    ofOutline: (mask) => {
      if (outlineShown?.mask !== mask) {
        outlineShown?.source.unload();
        outlineShown = { mask, source: outlineTexture(mask) };
      }
      return outlineShown.source;
    },
    forget: () => {
      photoShown?.source.unload();
      outlineShown?.source.unload();
      photoShown = null;
      outlineShown = null;
    },
  };
}

/** Four bytes a sample, because rows of single bytes would need a length that is a multiple of four. */
function outlineTexture({ columns, rows, confidence }: OutlineMask): TextureSource {
  const texels = new Uint8Array(columns * rows * 4);
  for (let i = 0; i < columns * rows; i++) texels[4 * i] = confidence[i];
  return new BufferImageSource({
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
}
