#version 300 es
// One direction of the halo blur: first the light lost, second colour, each with its own reach. The source
// has a margin as wide as the blur reaches, empty or out of sight, so that its edge may stand for all that lies beyond.
precision highp float;

uniform sampler2D uSource;     // light loss, twice the same
uniform vec2 uHaloParts;       // in and out: red and green * x + blue and alpha * y; y 0: all of it in red and green
uniform vec2 uLast;            // last px in use
uniform vec2 uStep;            // (1, 0) or (0, 1)
uniform vec2 uKernel[16];      // weights at 0, ±1 … ±15 px
uniform int uReach;            // taps to each side

out vec4 haloOut;

vec2 lossAt(ivec2 place) {
  vec4 parts = texelFetch(uSource, place, 0);
  return parts.rg * uHaloParts.x + parts.ba * uHaloParts.y;
}

void main() {
  ivec2 centre = ivec2(gl_FragCoord.xy);
  ivec2 along = ivec2(uStep);
  ivec2 end = ivec2(uLast);
  vec2 sum = lossAt(centre) * uKernel[0];
  for (int k = 1; k <= uReach; k++) {
    ivec2 ahead = min(centre + along * k, end);
    ivec2 behind = max(centre - along * k, ivec2(0));
    sum += (lossAt(ahead) + lossAt(behind)) * uKernel[k];
  }
  vec2 steps = floor(sum * 255.0 / uHaloParts.x);
  vec2 left = sum - steps * uHaloParts.x / 255.0;
  haloOut = uHaloParts.y == 0.0 ? vec4(sum, 0.0, 1.0) : vec4(steps / 255.0, left / uHaloParts.y);
}
