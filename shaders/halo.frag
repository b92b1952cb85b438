#version 300 es
// One direction of the halo blur: red, green and blue each with their own decay length. Outside the source is no pigment.
precision highp float;

uniform sampler2D uSource;     // light loss: red, green, blue
uniform vec2 uSourceUsed;      // px in use
uniform vec2 uStep;            // (1, 0) or (0, 1)
uniform vec3 uKernel[9];       // weights at 0, ±1 … ±8 px
uniform int uReach;            // taps to each side

out vec4 haloOut;

void main() {
  ivec2 centre = ivec2(gl_FragCoord.xy);
  ivec2 along = ivec2(uStep);
  ivec2 end = ivec2(uSourceUsed);
  vec3 sum = texelFetch(uSource, centre, 0).rgb * uKernel[0];
  for (int k = 1; k <= uReach; k++) {
    ivec2 ahead = centre + along * k;
    ivec2 behind = centre - along * k;
    vec3 both = vec3(0.0);
    if (ahead.x < end.x && ahead.y < end.y) both += texelFetch(uSource, ahead, 0).rgb;
    if (behind.x >= 0 && behind.y >= 0) both += texelFetch(uSource, behind, 0).rgb;
    sum += both * uKernel[k];
  }
  haloOut = vec4(sum, 1.0);
}
