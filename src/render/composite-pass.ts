import compositeFragment from '~shaders/composite.frag?raw';
import photoFragment from '~shaders/photo.frag?raw';
import quadVertex from '~shaders/quad.vert?raw';
import type { TextureSource } from 'pixi.js';
import type { Look } from '~/model/look';
import type { LinearRgb, SizePx } from '~/model/units';
import { bindShader } from './gpu';
import type { Gpu, Target, UniformValues } from './gpu';
import type { Halo } from './halo-pass';
import type { Camera } from './scene';

export const PHOTO_UNIFORMS = {
  uQuad: { type: 'vec4<f32>' },
  uPhotoSize: { type: 'vec2<f32>' },
  uTargetToPhoto: { type: 'vec3<f32>' },
  uExact: { type: 'i32' },
  uTargetHeight: { type: 'f32' },
} as const;

export const COMPOSITE_UNIFORMS = {
  ...PHOTO_UNIFORMS,
  uTargetToCores: { type: 'vec3<f32>' },
  uCoresUsed: { type: 'vec2<f32>' },
  uHaloSize: { type: 'vec2<f32>' },
  uHaloBlock: { type: 'f32' },
  uOutlineBox: { type: 'vec4<f32>' },
  uWipePx: { type: 'f32' },
  uCoreRatio: { type: 'vec3<f32>' },
  uHaloRatio: { type: 'vec3<f32>' },
  uGloss: { type: 'vec3<f32>' },
  uLight: { type: 'vec3<f32>' },
  uRedness: { type: 'vec3<f32>' },
  uSolidCores: { type: 'f32' },
} as const;

/** Where a picture is drawn and how the photo lies in it. */
export interface Canvas {
  readonly target: Target;
  readonly size: SizePx;
  readonly camera: Camera;
  readonly photo: TextureSource;
  /** Size of the whole photo in the camera's photo px. */
  readonly photoSize: SizePx;
  /** The photo texture has one texel per target px and starts at the target's origin. */
  readonly exact: boolean;
}

/** A rectangle of the target, px, from the top left. */
export interface TargetBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What the composite lays over the photo. */
export interface Pigment {
  readonly cores: TextureSource;
  readonly coresUsed: SizePx;
  /** Cores px = target px · scale + offset. */
  readonly targetToCores: readonly [number, number, number];
  readonly halo: Halo;
  readonly outline: { readonly source: TextureSource; readonly box: readonly [number, number, number, number] } | null;
  readonly look: Look;
  /** Weights of the gloss share and the colour of the light. */
  readonly gloss: LinearRgb;
  readonly light: LinearRgb;
  /** Cores' mean loss where skin counts as fully treated. */
  readonly solidCores: number;
  readonly wipePx: number;
}

/** Draws the bare photo, and the photo with pigment. */
export function createCompositePass(
  gpu: Gpu,
  blank: TextureSource,
): {
  drawPhoto(canvas: Canvas): void;
  drawPigment(canvas: Canvas, box: TargetBox, pigment: Pigment): void;
} {
  const photo = bindShader('photo', quadVertex, photoFragment, PHOTO_UNIFORMS, { uPhoto: blank });
  const composite = bindShader('composite', quadVertex, compositeFragment, COMPOSITE_UNIFORMS, {
    uPhoto: blank,
    uCores: blank,
    uHalo: blank,
    uOutline: blank,
  });

  const place = (
    uniforms: UniformValues<typeof PHOTO_UNIFORMS>,
    { target, size, camera, photoSize, exact }: Canvas,
    box: TargetBox,
  ): void => {
    const onCanvas = target === 'canvas';
    const top = onCanvas ? size.heightPx - box.top - box.height : box.top;
    uniforms.uQuad.set([
      (2 * box.left) / size.widthPx - 1,
      (2 * top) / size.heightPx - 1,
      (2 * box.width) / size.widthPx,
      (2 * box.height) / size.heightPx,
    ]);
    uniforms.uPhotoSize.set([photoSize.widthPx, photoSize.heightPx]);
    uniforms.uTargetToPhoto.set([1 / camera.scale, -camera.offsetXPx / camera.scale, -camera.offsetYPx / camera.scale]);
    uniforms.uExact = exact ? 1 : 0;
    uniforms.uTargetHeight = onCanvas ? size.heightPx : 0;
  };

  return {
    drawPhoto: (canvas) => {
      place(photo.uniforms, canvas, { left: 0, top: 0, width: canvas.size.widthPx, height: canvas.size.heightPx });
      photo.setTexture('uPhoto', canvas.photo);
      gpu.draw({
        target: canvas.target,
        used: canvas.size,
        shader: photo.shader,
        geometry: gpu.quad,
        blend: 'replace',
        vertices: 6,
        clear: true,
      });
    },
    drawPigment: (canvas, box, pigment) => {
      const { uniforms } = composite;
      place(uniforms, canvas, box);
      composite.setTexture('uPhoto', canvas.photo);
      composite.setTexture('uCores', pigment.cores);
      composite.setTexture('uHalo', pigment.halo.source);
      composite.setTexture('uOutline', pigment.outline?.source ?? blank);
      uniforms.uTargetToCores.set(pigment.targetToCores);
      uniforms.uCoresUsed.set([pigment.coresUsed.widthPx, pigment.coresUsed.heightPx]);
      uniforms.uHaloSize.set([pigment.halo.source.pixelWidth, pigment.halo.source.pixelHeight]);
      uniforms.uHaloBlock = pigment.halo.block;
      uniforms.uOutlineBox.set(pigment.outline?.box ?? [0, 0, 0, 0]);
      uniforms.uWipePx = pigment.wipePx;
      uniforms.uCoreRatio.set(pigment.look.coreRatio);
      uniforms.uHaloRatio.set(pigment.look.haloRatio);
      uniforms.uGloss.set(pigment.gloss);
      uniforms.uLight.set(pigment.light);
      uniforms.uRedness.set(pigment.look.redness.map(Math.log));
      uniforms.uSolidCores = pigment.solidCores;
      gpu.draw({
        target: canvas.target,
        used: canvas.size,
        shader: composite.shader,
        geometry: gpu.quad,
        blend: 'replace',
        vertices: 6,
        clear: false,
      });
    },
  };
}
