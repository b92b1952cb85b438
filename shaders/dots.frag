#version 300 es
// Adds one dot's light loss (green) to the one channel of the cores target: D, 0 = untouched skin.
precision highp float;

in vec2 vWithin;
flat in float vPeak;
flat in float vPower;

out vec4 lossOut;

void main() {
  float x = 1.0 - dot(vWithin, vWithin);
  if (x <= 0.0) discard;
  lossOut = vec4(vPeak * pow(x, vPower), 0.0, 0.0, 1.0);
}
