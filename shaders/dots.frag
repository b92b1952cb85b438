#version 300 es
// Adds one dot's light loss (green) to the one channel of the cores target: D, 0 = untouched skin.
precision highp float;

in vec2 vWithin;
flat in float vPeak;
flat in float vPower;
flat in float vBend;

out vec4 lossOut;

void main() {
  // A quarter is the mean of a disc's x²: the stroke stays where it is.
  vec2 q = vec2(vWithin.x, vWithin.y + vBend * (vWithin.x * vWithin.x - 0.25));
  float x = 1.0 - dot(q, q);
  if (x <= 0.0) discard;
  lossOut = vec4(vPeak * pow(x, vPower), 0.0, 0.0, 1.0);
}
