#version 300 es
// Adds one dot's light loss (green) to the cores target: D, 0 = untouched skin; where the target has bytes, in parts.
precision highp float;

in vec2 vWithin;
flat in float vPeak;
flat in float vPower;
flat in float vBend;

uniform vec3 uCoresParts;  // D = its dot product with red, green and blue; y 0: all of it in red

out vec4 lossOut;

// By looking at fresh photographs: strokes are commas and hooks rather than bananas.
const float HOOKED = 0.8;

void main() {
  // A quarter is the mean of a disc's x²: the stroke stays where it is. The cube bends one of its ends more than the other: a hook.
  float squared = vWithin.x * vWithin.x;
  vec2 q = vec2(vWithin.x, vWithin.y + vBend * (squared + HOOKED * squared * vWithin.x - 0.25));
  float x = 1.0 - dot(q, q);
  if (x <= 0.0) discard;
  float loss = vPeak * pow(x, vPower);
  lossOut = vec4(loss, 0.0, 0.0, 1.0);
  if (uCoresParts.y == 0.0) return;
  // Steps of a byte, steps of what is left over, and what is left of that: in one byte the faint rims of dots would be lost.
  float steps = floor(loss * 255.0 / uCoresParts.x);
  loss -= steps * uCoresParts.x / 255.0;
  float fine = floor(loss * 255.0 / uCoresParts.y);
  loss -= fine * uCoresParts.y / 255.0;
  lossOut.rgb = vec3(steps / 255.0, fine / 255.0, loss / uCoresParts.z);
}
