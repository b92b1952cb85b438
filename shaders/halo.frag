#version 300 es
// One direction of the halo blur: in red the light lost, in green redness, each with its own reach. The source
// has a margin as wide as the blur reaches, empty or out of sight, so that its edge may stand for all that lies beyond.
precision highp float;

uniform sampler2D uSource;     // light loss, the same in red and green
uniform vec2 uLast;            // last px in use
uniform vec2 uStep;            // (1, 0) or (0, 1)
uniform vec2 uKernel[16];      // weights at 0, ±1 … ±15 px
uniform int uReach;            // taps to each side

out vec4 haloOut;

void main() {
  ivec2 centre = ivec2(gl_FragCoord.xy);
  ivec2 along = ivec2(uStep);
  ivec2 end = ivec2(uLast);
  vec2 sum = texelFetch(uSource, centre, 0).rg * uKernel[0];
  for (int k = 1; k <= uReach; k++) {
    ivec2 ahead = min(centre + along * k, end);
    ivec2 behind = max(centre - along * k, ivec2(0));
    sum += (texelFetch(uSource, ahead, 0).rg + texelFetch(uSource, behind, 0).rg) * uKernel[k];
  }
  haloOut = vec4(sum, 0.0, 1.0);
}
