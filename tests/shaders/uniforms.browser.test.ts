import { describe, expect, it } from 'vitest';
import { COMPOSITE_UNIFORMS, PHOTO_UNIFORMS } from '~/render/composite-pass';
import { DOTS_UNIFORMS } from '~/render/dots-pass';
import type { UniformRow } from '~/render/gpu';
import { HALO_UNIFORMS, SHRINK_UNIFORMS } from '~/render/halo-pass';
import compositeFragment from '~shaders/composite.frag?raw';
import dotsFragment from '~shaders/dots.frag?raw';
import dotsVertex from '~shaders/dots.vert?raw';
import haloFragment from '~shaders/halo.frag?raw';
import photoFragment from '~shaders/photo.frag?raw';
import quadVertex from '~shaders/quad.vert?raw';
import shrinkFragment from '~shaders/shrink.frag?raw';

const GLSL_TYPE: Readonly<Record<UniformRow['type'], string>> = {
  f32: 'float',
  i32: 'int',
  'vec2<f32>': 'vec2',
  'vec3<f32>': 'vec3',
  'vec4<f32>': 'vec4',
};

/** name → type[size] of every uniform line that is not a texture. */
function declared(...sources: readonly string[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, type, name, size] of sources.join('\n').matchAll(/^uniform (\w+) (\w+)(?:\[(\d+)\])?;/gm)) {
    if (type !== 'sampler2D') found[name] = `${type}[${size || '1'}]`;
  }
  return found;
}

const tabled = (table: Readonly<Record<string, UniformRow>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(table).map(([name, { type, size = 1 }]) => [name, `${GLSL_TYPE[type]}[${String(size)}]`]),
  );

describe('uniform lines of the shaders equal their TypeScript tables', () => {
  it.each([
    ['dots', DOTS_UNIFORMS, [dotsVertex, dotsFragment]],
    ['shrink', SHRINK_UNIFORMS, [quadVertex, shrinkFragment]],
    ['halo', HALO_UNIFORMS, [quadVertex, haloFragment]],
    ['photo', PHOTO_UNIFORMS, [quadVertex, photoFragment]],
    ['composite', COMPOSITE_UNIFORMS, [quadVertex, compositeFragment]],
  ] as const)('%s', (_, table, sources) => {
    expect(tabled(table)).toEqual(declared(...sources));
  });
});
