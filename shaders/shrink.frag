#version 300 es
// Mean of a block of the cores target, so that the wide halo can be blurred on fewer pixels without losing light.
precision highp float;

uniform sampler2D uCores;  // D; whole blocks of it are in use
uniform int uBlock;        // px a side
uniform vec3 uCoresParts;  // D = its dot product with red, green and blue
uniform vec2 uHaloParts;   // out: D = red * x + blue * y, and the same in green and alpha; y 0: all of it in red, and in green

out vec4 meanOut;

void main() {
  ivec2 from = ivec2(gl_FragCoord.xy) * uBlock;
  float sum = 0.0;
  for (int j = 0; j < uBlock; j++) {
    for (int i = 0; i < uBlock; i++) sum += dot(texelFetch(uCores, from + ivec2(i, j), 0).rgb, uCoresParts);
  }
  float mean = sum / float(uBlock * uBlock);
  float steps = floor(mean * 255.0 / uHaloParts.x);
  float left = mean - steps * uHaloParts.x / 255.0;
  meanOut = uHaloParts.y == 0.0 ? vec4(mean) : vec4(vec2(steps / 255.0), vec2(left / uHaloParts.y));
}
