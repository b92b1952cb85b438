#version 300 es
// Mean of a block of the cores target, so that the wide halo can be blurred on fewer pixels without losing light.
precision highp float;

uniform sampler2D uCores;  // D in red; whole blocks of it are in use
uniform int uBlock;        // px a side

out vec4 meanOut;

void main() {
  ivec2 from = ivec2(gl_FragCoord.xy) * uBlock;
  float sum = 0.0;
  for (int j = 0; j < uBlock; j++) {
    for (int i = 0; i < uBlock; i++) sum += texelFetch(uCores, from + ivec2(i, j), 0).r;
  }
  meanOut = vec4(sum / float(uBlock * uBlock));
}
