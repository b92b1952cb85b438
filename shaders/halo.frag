#version 300 es
// One direction of the halo blur: red, green and blue each with their own decay length. The source has a margin as wide
// as the blur reaches, empty or out of sight, so that its edge may stand for all that lies beyond.
precision highp float;

uniform sampler2D uSource;     // light loss: red, green, blue
uniform vec2 uLast;            // last px in use
uniform vec2 uStep;            // (1, 0) or (0, 1)
uniform vec3 uKernel[9];       // weights at 0, ±1 … ±8 px
uniform int uReach;            // taps to each side

out vec4 haloOut;

void main() {
  ivec2 centre = ivec2(gl_FragCoord.xy);
  ivec2 along = ivec2(uStep);
  ivec2 end = ivec2(uLast);
  vec3 sum = texelFetch(uSource, centre, 0).rgb * uKernel[0];
  for (int k = 1; k <= uReach; k++) {
    ivec2 ahead = min(centre + along * k, end);
    ivec2 behind = max(centre - along * k, ivec2(0));
    sum += (texelFetch(uSource, ahead, 0).rgb + texelFetch(uSource, behind, 0).rgb) * uKernel[k];
  }
  haloOut = vec4(sum, 1.0);
}
