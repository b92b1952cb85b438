import type { TextureSource } from 'pixi.js';
import type { SizePx } from '~/model/base/units';
import type { OwnHairShown } from '~/model/hair/own-hair';
import type { DotAppearance } from '~/model/pigment/dot-appearance';
import { GRAIN_BYTES_PER_SIGMA, GRAIN_TILE_PX, MESH_TEXEL_MM, MESH_TILE_TEXELS } from '~/model/raster/grain-tile';
import type { PhotoPlace } from '~/model/raster/photo-map';
import { HAIR_SPACING_MM, ORDER_TILE_HAIRS } from '~/model/raster/threshold-tile';
import compositeFragment from '~shaders/composite.frag?raw';
import photoFragment from '~shaders/photo.frag?raw';
import quadVertex from '~shaders/quad.vert?raw';
import { createCellsGeometry } from './cells-geometry';
import { bindShader } from './gpu';
import type { Gpu, Target } from './gpu';
import type { Halo } from './halo-pass';
import type { HeadTexture } from './photo-textures';
import type { InDrawing, ViewTransform } from './scene';
import type { TreatedCells } from './treated-cells';

export const PHOTO_UNIFORMS = {
  uQuad: { type: 'vec4<f32>' },
  uPhotoSize: { type: 'vec2<f32>' },
  uTargetToPhoto: { type: 'vec3<f32>' },
  uTargetToWork: { type: 'vec3<f32>' },
  uTilesPerPx: { type: 'f32' },
  uSkinBox: { type: 'vec4<f32>' },
  uChangeBox: { type: 'vec4<f32>' },
  uOrdersPerPx: { type: 'f32' },
  uMottlesPerPx: { type: 'f32' },
  uMottle: { type: 'f32' },
  uGrain: { type: 'f32' },
  uGrey: { type: 'f32' },
} as const;

export const COMPOSITE_UNIFORMS = {
  uCoresParts: { type: 'vec3<f32>' },
  uHaloParts: { type: 'vec2<f32>' },
  uQuad: { type: 'vec4<f32>' },
  uTargetToPhoto: { type: 'vec3<f32>' },
  uTargetHeight: { type: 'f32' },
  uTargetToCores: { type: 'vec3<f32>' },
  uCoresUsed: { type: 'vec2<f32>' },
  uHaloSize: { type: 'vec2<f32>' },
  uHaloBlock: { type: 'f32' },
  uHeadBox: { type: 'vec4<f32>' },
  uWipePx: { type: 'f32' },
  uWholeRatio: { type: 'f32' },
  uSkinColour: { type: 'vec3<f32>' },
  uLightColour: { type: 'vec3<f32>' },
  uColourLost: { type: 'vec3<f32>' },
  uTintRatio: { type: 'vec3<f32>' },
  uLumaOfDot: { type: 'vec3<f32>' },
  uHueSpread: { type: 'f32' },
  uRedness: { type: 'vec3<f32>' },
  uReddening: { type: 'f32' },
  uDetailGain: { type: 'f32' },
  uMeshesPerPx: { type: 'f32' },
  uMeshLevel: { type: 'f32' },
  uUneven: { type: 'f32' },
  uGrain: { type: 'f32' },
} as const;

/** Where a picture is drawn and how the photo lies in it: target px = photo px · scale + offset. */
export interface Picture {
  readonly target: Target;
  readonly size: SizePx<InDrawing>;
  readonly camera: ViewTransform<InDrawing>;
  /** The bare photo, one texel per target px, with grain in alpha. */
  readonly bare: TextureSource;
  /** Colour around the photo, code values 0..1. */
  readonly ground: readonly [red: number, green: number, blue: number];
}

/** A photo, or a part of one that is to be saved, and how it lies in the target. */
export interface PlacedPhoto {
  readonly source: TextureSource;
  readonly size: SizePx<'photo' | 'still'>;
  readonly camera: ViewTransform<InDrawing>;
}

/** What became of the hair in the photo, and what it is drawn with. */
export interface ChangedHair {
  readonly shown: OwnHairShown;
  readonly skin: TextureSource;
  readonly change: TextureSource;
  readonly order: TextureSource;
  /** Standard deviation of the photo's noise, sRGB codes (0..255). */
  readonly grainCodes: number;
}

/** How unevenly pigment lies, and how that is seen. */
export interface Mesh {
  readonly source: TextureSource;
  /** Photo px per mm of skin. */
  readonly pxPerMm: number;
  /** Standard deviation of the picture's blur, mm of skin. */
  readonly blurMm: number;
}

/** What the composite lays over the photo. */
export interface Pigment {
  readonly cores: TextureSource;
  readonly coresUsed: SizePx<InDrawing>;
  /** Cores px = target px · scale + offset. */
  readonly targetToCores: readonly [number, number, number];
  readonly halo: Halo;
  readonly mesh: Mesh;
  readonly head: HeadTexture | null;
  readonly look: DotAppearance;
  /** Cores' mean loss where skin is red to 1 − 1/e of the full. */
  readonly reddeningCores: number;
  /** Contrast of dots against their surroundings by the photo's sharpening, at least 1. */
  readonly detailGain: number;
  /** Standard deviation of the photo's noise, sRGB codes (0..255). */
  readonly grainCodes: number;
  readonly wipePx: number;
}

const WHOLE_TARGET = [-1, -1, 2, 2];
/** Relative changes of light are so many times those of its code value. */
const CODE_GAMMA = 2.2;

/** Left, top, width, height of a map in working-photo px. */
const boxOf = ({ leftPx, topPx, columns, rows, pxPerSample }: PhotoPlace): number[] => [
  leftPx,
  topPx,
  columns * pxPerSample,
  rows * pxPerSample,
];

/** Draws the bare photo as a view shows it, and the picture with pigment (null: without). */
export function createCompositePass(
  gpu: Gpu,
  blank: TextureSource,
): {
  drawBare(
    photo: PlacedPhoto,
    grain: TextureSource,
    hair: ChangedHair | null,
    picture: Pick<Picture, 'size' | 'camera' | 'bare' | 'ground'>,
  ): void;
  draw(picture: Picture, cells: TreatedCells, pigment: Pigment | null): void;
} {
  const photoShader = bindShader('photo', quadVertex, photoFragment, PHOTO_UNIFORMS, {
    uPhoto: blank,
    uGrainTile: blank,
    uSkin: blank,
    uChange: blank,
    uOrder: blank,
  });
  const composite = bindShader('composite', quadVertex, compositeFragment, COMPOSITE_UNIFORMS, {
    uBare: blank,
    uCores: blank,
    uHalo: blank,
    uHead: blank,
    uMesh: blank,
  });
  photoShader.uniforms.uQuad.set(WHOLE_TARGET);
  composite.uniforms.uCoresParts.set(gpu.coresParts);
  composite.uniforms.uHaloParts.set(gpu.haloParts);
  const within = createCellsGeometry();
  const toPhoto = ({ scale, offsetXPx, offsetYPx }: ViewTransform<InDrawing>): number[] => [
    1 / scale,
    -offsetXPx / scale,
    -offsetYPx / scale,
  ];
  const common = { geometry: gpu.quad, blend: 'replace', vertices: 6 } as const;

  const change = (hair: ChangedHair | null): void => {
    const { uniforms } = photoShader;
    photoShader.setTexture('uSkin', hair?.skin ?? blank);
    photoShader.setTexture('uChange', hair?.change ?? blank);
    photoShader.setTexture('uOrder', hair?.order ?? blank);
    uniforms.uChangeBox.set(hair === null ? [0, 0, 0, 0] : boxOf(hair.shown.change));
    if (hair === null) return;
    const { skin, change: now } = hair.shown;
    uniforms.uSkinBox.set(boxOf(skin));
    uniforms.uOrdersPerPx = 1 / (now.pxPerMm * HAIR_SPACING_MM * ORDER_TILE_HAIRS);
    uniforms.uMottlesPerPx = 1 / (skin.pxPerSample * GRAIN_TILE_PX);
    uniforms.uMottle = (skin.mottle / CODE_GAMMA) * (255 / GRAIN_BYTES_PER_SIGMA);
    uniforms.uGrain = hair.grainCodes / GRAIN_BYTES_PER_SIGMA;
    uniforms.uGrey = now.grey;
  };

  const lay = (pigment: Pigment | null): void => {
    const { uniforms } = composite;
    composite.setTexture('uCores', pigment?.cores ?? blank);
    composite.setTexture('uHalo', pigment?.halo.source ?? blank);
    composite.setTexture('uHead', pigment?.head?.source ?? blank);
    composite.setTexture('uMesh', pigment?.mesh.source ?? blank);
    uniforms.uCoresUsed.set([pigment?.coresUsed.widthPx ?? 0, pigment?.coresUsed.heightPx ?? 0]);
    if (pigment === null) return;
    const { halo, head, look, mesh } = pigment;
    uniforms.uTargetToCores.set(pigment.targetToCores);
    uniforms.uHaloSize.set([halo.source.pixelWidth, halo.source.pixelHeight]);
    uniforms.uHaloBlock = halo.block;
    uniforms.uHeadBox.set(head?.box ?? [0, 0, 0, 0]);
    uniforms.uWipePx = pigment.wipePx;
    uniforms.uWholeRatio = look.wholeRatio;
    uniforms.uLumaOfDot.set(look.lumaOfDot);
    uniforms.uHueSpread = look.hueSpread * (255 / GRAIN_BYTES_PER_SIGMA);
    uniforms.uColourLost.set(look.colourLost);
    uniforms.uSkinColour.set(look.skinColour.skin);
    uniforms.uLightColour.set(look.skinColour.light);
    uniforms.uTintRatio.set(look.tintRatio);
    uniforms.uRedness.set(look.redness.map(Math.log2));
    uniforms.uReddening = 1 / pigment.reddeningCores;
    uniforms.uDetailGain = pigment.detailGain;
    uniforms.uMeshesPerPx = 1 / (MESH_TILE_TEXELS * MESH_TEXEL_MM * mesh.pxPerMm);
    // Each version is as blurred as half one of its texels is wide.
    uniforms.uMeshLevel = Math.max(0, Math.log2((2 * mesh.blurMm) / MESH_TEXEL_MM));
    uniforms.uUneven = look.uneven * Math.LOG2E * (255 / GRAIN_BYTES_PER_SIGMA);
    uniforms.uGrain = pigment.grainCodes / GRAIN_BYTES_PER_SIGMA;
  };

  return {
    drawBare: (photo, grain, hair, { size, camera, bare, ground }) => {
      photoShader.setTexture('uPhoto', photo.source);
      photoShader.setTexture('uGrainTile', grain);
      photoShader.uniforms.uPhotoSize.set([photo.size.widthPx, photo.size.heightPx]);
      photoShader.uniforms.uTargetToPhoto.set(toPhoto(photo.camera));
      photoShader.uniforms.uTargetToWork.set(toPhoto(camera));
      photoShader.uniforms.uTilesPerPx = 1 / GRAIN_TILE_PX;
      change(hair);
      gpu.draw({ ...common, target: bare, used: size, shader: photoShader.shader, clear: [...ground, 0] });
    },
    draw: ({ target, size, camera, bare }, cells, pigment) => {
      const { uniforms } = composite;
      const onCanvas = target === 'canvas';
      // Target px from the top left to clip coordinates; the canvas has its first row at the bottom.
      const down = onCanvas ? -1 : 1;
      uniforms.uQuad.set([-1, -down, 2 / size.widthPx, (2 * down) / size.heightPx]);
      uniforms.uTargetToPhoto.set(toPhoto(camera));
      uniforms.uTargetHeight = onCanvas ? size.heightPx : 0;
      composite.setTexture('uBare', bare);
      lay(pigment);
      const vertices = within.lay(cells);
      if (vertices === 0) return;
      gpu.draw({
        ...common,
        geometry: within.geometry,
        vertices,
        target,
        used: size,
        shader: composite.shader,
        clear: null,
      });
    },
  };
}
