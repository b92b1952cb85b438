import type { TextureSource } from 'pixi.js';
import type { SizePx } from '~/model/base/units';
import { SIZE_BYTE_ONE, STRENGTH_BYTE_ONE } from '~/model/dots/dot-coverage';
import { APPEARANCE_ROWS } from '~/model/pigment/dot-appearance';
import type { DotAppearance } from '~/model/pigment/dot-appearance';
import { CORE_INTEGRAL, CORE_VARIANCE } from '~/model/pigment/dot-optics';
import dotsFragment from '~shaders/dots.frag?raw';
import dotsVertex from '~shaders/dots.vert?raw';
import { CORNERS_OF_MARK, CORNERS_PER_DOT } from './dots-geometry';
import type { DotsGeometry } from './dots-geometry';
import { bindShader, EMPTY } from './gpu';
import type { Gpu } from './gpu';
import type { InDrawing } from './scene';

export const DOTS_UNIFORMS = {
  uCoresParts: { type: 'vec3<f32>' },
  uLook: { type: 'vec2<f32>', size: APPEARANCE_ROWS },
  uPhotoToTarget: { type: 'vec3<f32>' },
  uTargetSize: { type: 'vec2<f32>' },
  uBlurVariance: { type: 'f32' },
  uCoreIntegral: { type: 'f32' },
  uCoreVariance: { type: 'f32' },
  uSizeOne: { type: 'f32' },
  uStrengthOne: { type: 'f32' },
  uDrawnOut: { type: 'f32' },
  uEvened: { type: 'f32' },
  uFrayed: { type: 'f32' },
} as const;

/** How one picture of the dots is laid out: target px = photo px · scale + offset. */
export interface DotsLayout {
  readonly scale: number;
  readonly offsetXPx: number;
  readonly offsetYPx: number;
  readonly used: SizePx<InDrawing>;
  /** Standard deviation of the photo's blur in target px. */
  readonly blurPx: number;
  /** Each dot as one mark that is as dark as its two. */
  readonly brief: boolean;
}

/** Adds up the light lost in all cores into `target` (green, one channel). */
export function createDotsPass(gpu: Gpu): {
  draw(dots: DotsGeometry, look: DotAppearance, layout: DotsLayout, target: TextureSource): void;
} {
  const { shader, uniforms } = bindShader('dots', dotsVertex, dotsFragment, DOTS_UNIFORMS, {});
  uniforms.uCoresParts.set(gpu.coresParts);
  uniforms.uCoreIntegral = CORE_INTEGRAL;
  uniforms.uCoreVariance = CORE_VARIANCE;
  uniforms.uSizeOne = SIZE_BYTE_ONE / 255;
  uniforms.uStrengthOne = STRENGTH_BYTE_ONE / 255;
  return {
    draw: (dots, look, layout, target) => {
      uniforms.uLook.set(look.table);
      uniforms.uDrawnOut = look.drawnOut;
      uniforms.uEvened = look.evened;
      // A companion takes half of its light from its dot, so without it the dot is to take as much more as it takes less with it.
      uniforms.uFrayed = layout.brief ? -look.frayed : look.frayed;
      uniforms.uPhotoToTarget.set([layout.scale, layout.offsetXPx, layout.offsetYPx]);
      uniforms.uTargetSize.set([layout.used.widthPx, layout.used.heightPx]);
      uniforms.uBlurVariance = layout.blurPx ** 2;
      gpu.draw({
        target,
        used: layout.used,
        shader,
        geometry: dots.geometry,
        blend: 'add',
        // The dots themselves come before all companions.
        vertices: dots.shown.count * (layout.brief ? CORNERS_OF_MARK : CORNERS_PER_DOT),
        clear: EMPTY,
      });
    },
  };
}
