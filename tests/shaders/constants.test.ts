import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LUMINANCE_WEIGHTS, srgbToLinear } from '~/model/colour/linear-rgb';
import { LUMA_WEIGHTS } from '~/model/pigment/photographed';
import { grainTile } from '~/model/raster/grain-tile';

/** The numbers of a constant in a shader; `a / b` is divided. */
function constant(shader: string, name: string): readonly number[] {
  const text = readFileSync(`shaders/${shader}`, 'utf8');
  const [, value = ''] = new RegExp(`^const \\w+ ${name} = (?:vec\\d\\()?([^;)]+)`, 'm').exec(text) ?? [];
  return value.split(',').map((one) =>
    one
      .split('/')
      .map(Number)
      .reduce((above, below) => above / below),
  );
}

describe('numbers that a shader shares with the model', () => {
  it('weights of the bands: of code values in composite.frag, of linear light in photo.frag', () => {
    expect(constant('composite.frag', 'LUMA')).toEqual(LUMA_WEIGHTS);
    expect(constant('photo.frag', 'LUMA')).toEqual(LUMINANCE_WEIGHTS);
  });

  it('the exponent of sRGB', () => {
    const [gamma] = constant('composite.frag', 'GAMMA');
    expect(srgbToLinear(127.5)).toBeCloseTo(((0.5 + 0.055) / 1.055) ** gamma, 6);
  });

  it.each(['composite.frag', 'photo.frag'])('the byte of the tile where there is no grain: %s', (shader) => {
    const [none] = constant(shader, 'NO_GRAIN');
    const tile = grainTile(1);
    const mean = tile.reduce((sum, byte) => sum + byte, 0) / tile.length;
    expect(Math.abs(mean - 255 * none)).toBeLessThan(0.05);
  });
});
