import type { TextureSource } from 'pixi.js';
import type { SizePx } from '~/model/base/units';
import haloFragment from '~shaders/halo.frag?raw';
import quadVertex from '~shaders/quad.vert?raw';
import shrinkFragment from '~shaders/shrink.frag?raw';
import { createCellsGeometry } from './cells-geometry';
import { bindShader, growTarget, targetTexture } from './gpu';
import type { Gpu } from './gpu';
import { haloKernel, MOST_TAPS } from './halo-kernel';
import type { HaloReachPx } from './halo-kernel';
import type { InDrawing } from './scene';
import { wholeTarget } from './treated-cells';
import type { TreatedCells } from './treated-cells';

export const SHRINK_UNIFORMS = {
  uCoresParts: { type: 'vec3<f32>' },
  uHaloParts: { type: 'vec2<f32>' },
  uQuad: { type: 'vec4<f32>' },
  uBlock: { type: 'i32' },
} as const;

export const HALO_UNIFORMS = {
  uHaloParts: { type: 'vec2<f32>' },
  uQuad: { type: 'vec4<f32>' },
  uLast: { type: 'vec2<f32>' },
  uStep: { type: 'vec2<f32>' },
  uKernel: { type: 'vec2<f32>', size: MOST_TAPS + 1 },
  uReach: { type: 'i32' },
} as const;

/** The light loss, blurred as far as light is lost (red) and as colour changes (green), and how it lies on the cores target. */
export interface Halo {
  readonly source: TextureSource;
  /** Cores px per halo px. */
  readonly block: number;
}

/**
 * Blurs the cores target over each reach: shrink, rows, columns. The part in use is whole blocks. `changed`: the cells of the halo
 * (in its own px) that are to be blurred anew, as many and as large as drawn last otherwise; null: all.
 */
export function createHaloPass(gpu: Gpu): {
  draw(
    cores: TextureSource,
    coresUsed: SizePx<InDrawing>,
    reachPx: HaloReachPx,
    block: number,
    changed: TreatedCells | null,
  ): Halo;
} {
  const small = targetTexture(gpu.haloFormat, false);
  const rows = targetTexture(gpu.haloFormat, false);
  const halo = targetTexture(gpu.haloFormat, true);
  const shrink = bindShader('shrink', quadVertex, shrinkFragment, SHRINK_UNIFORMS, { uCores: small });
  const blur = bindShader('halo', quadVertex, haloFragment, HALO_UNIFORMS, { uSource: small });
  shrink.uniforms.uCoresParts.set(gpu.coresParts);
  for (const { uniforms } of [shrink, blur]) uniforms.uHaloParts.set(gpu.haloParts);
  const within = createCellsGeometry();
  return {
    draw: (cores, coresUsed, { light, colour }, block, changed) => {
      const { weights, reach } = haloKernel({ light: light / block, colour: colour / block });
      const used = { widthPx: coresUsed.widthPx / block, heightPx: coresUsed.heightPx / block };
      for (const target of [small, rows, halo]) growTarget(target, used);
      const vertices = within.lay(changed ?? wholeTarget(used));
      if (vertices === 0) return { source: halo, block };
      const common = { used, geometry: within.geometry, blend: 'replace', vertices, clear: null } as const;
      for (const { uniforms } of [shrink, blur]) uniforms.uQuad.set([-1, -1, 2 / used.widthPx, 2 / used.heightPx]);
      shrink.setTexture('uCores', cores);
      shrink.uniforms.uBlock = block;
      gpu.draw({ ...common, target: small, shader: shrink.shader });
      blur.uniforms.uLast.set([used.widthPx - 1, used.heightPx - 1]);
      blur.uniforms.uKernel.set(weights);
      blur.uniforms.uReach = reach;
      for (const [source, target, step] of [
        [small, rows, [1, 0]],
        [rows, halo, [0, 1]],
      ] as const) {
        blur.setTexture('uSource', source);
        blur.uniforms.uStep.set(step);
        gpu.draw({ ...common, target, shader: blur.shader });
      }
      return { source: halo, block };
    },
  };
}
