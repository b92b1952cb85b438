import { MOST_SESSIONS } from '~/model/design/settings';
import type { LinearRgb } from '~/model/colour/linear-rgb';
import { skinColour } from '~/model/colour/skin-colour';
import type { PhotoCharacter } from '~/model/photo/photo-character';
import { SIZE_CLASSES } from '~/model/pigment/dot-appearance';
import type { DotAppearance } from '~/model/pigment/dot-appearance';
import { CORE_INTEGRAL } from '~/model/pigment/dot-optics';
import { lumaOfDot, PHOTOGRAPHED, shareOfColour } from '~/model/pigment/photographed';
import type { Renderer, Scene, View } from '~/render/scene';
import type { FlatScalp } from './flat-scalp';

/** A look with one kind of dot: radius mm, contrasts and halo as the model gives them for the medium preset. */
export function oneLook(radiusMm: number, contrast: number): DotAppearance {
  const table = new Float32Array(2 * MOST_SESSIONS * SIZE_CLASSES);
  for (let i = 0; i < table.length; i += 2) {
    table[i] = radiusMm;
    table[i + 1] = contrast;
  }
  return {
    table,
    frayed: 0,
    drawnOut: 1,
    evened: 0,
    uneven: 0,
    lumaOfDot: lumaOfDot(0),
    hueSpread: 0,
    wholeRatio: 6,
    tintRatio: [0, 0, 0],
    skinColour: { skin: [0.6, 0, -0.4], light: [0, 0, 0] },
    colourLost: PHOTOGRAPHED.colourLost,
    haloLengthMm: 1.2,
    redness: [1, 1, 1],
  };
}

/** A photo of one colour (sRGB bytes), so many px a side. */
export async function plainPhoto(colour: readonly number[], sidePx: number): Promise<ImageBitmap> {
  const data = new ImageData(sidePx, sidePx);
  for (let i = 0; i < data.data.length; i += 4) data.data.set([...colour, 255], i);
  return createImageBitmap(data, { premultiplyAlpha: 'none' });
}

/** Flat skin under a neutral light, without gloss or outline. */
export const flatScene = (
  photo: ImageBitmap,
  look: DotAppearance,
  flat: FlatScalp,
  character: PhotoCharacter,
): Scene => ({
  photo,
  dots: flat.dots,
  coverage: flat.coverage,
  look,
  skin: { skin: [0.4, 0.25, 0.2], light: [1, 1, 1], character, gloss: null },
  outline: null,
  ownHair: null,
});

/** The middle of a square photo in a square view. */
export const middleView = (scale: number, photoPx: number, sidePx: number): View => ({
  size: { widthPx: sidePx, heightPx: sidePx },
  camera: { scale, offsetXPx: (sidePx - photoPx * scale) / 2, offsetYPx: (sidePx - photoPx * scale) / 2 },
  wipe: 0,
  moving: false,
});

/** What the canvas shows, RGBA rows from the top. */
export function screenPixels({ canvas }: Renderer): Uint8ClampedArray {
  const copy = new OffscreenCanvas(canvas.width, canvas.height);
  const context = copy.getContext('2d');
  if (context === null) throw new Error('no 2d canvas');
  context.drawImage(canvas, 0, 0);
  return context.getImageData(0, 0, copy.width, copy.height).data;
}

/** Light that flat skin of this colour (linear) keeps by band under so many dots of `oneLook`, as the model has it. */
export function keptByModel(
  look: DotAppearance,
  skin: LinearRgb,
  densityPerCm2: number,
  radiusMm: number,
  contrast: number,
): LinearRgb {
  const coreMm2 = contrast * CORE_INTEGRAL * radiusMm ** 2;
  const green = Math.exp((-densityPerCm2 / 100) * coreMm2 * look.wholeRatio);
  const own = skinColour(skin).skin;
  const share = shareOfColour(look.skinColour.skin, 1 - green, own);
  return [0, 1, 2].map((c) => green * Math.exp(-look.colourLost[c] * share * own[c])) as [number, number, number];
}
