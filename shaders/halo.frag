#version 300 es
// One direction of the halo blur: red, green and blue each with their own decay length. The source has a margin as wide
// as the blur reaches, so what lies beyond its edge never counts in the part that is shown.
precision highp float;

uniform sampler2D uSource;     // light loss: red, green, blue
uniform vec2 uStep;            // (1, 0) or (0, 1)
uniform vec3 uKernel[9];       // weights at 0, ±1 … ±8 px
uniform int uReach;            // taps to each side

out vec4 haloOut;

void main() {
  ivec2 centre = ivec2(gl_FragCoord.xy);
  ivec2 along = ivec2(uStep);
  vec3 sum = texelFetch(uSource, centre, 0).rgb * uKernel[0];
  for (int k = 1; k <= uReach; k++) {
    sum += (texelFetch(uSource, centre + along * k, 0).rgb + texelFetch(uSource, centre - along * k, 0).rgb) * uKernel[k];
  }
  haloOut = vec4(sum, 1.0);
}
