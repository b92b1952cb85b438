#version 300 es
// A rectangle of the target, given in clip coordinates.
in vec2 aCorner;       // 0 or 1
uniform vec4 uQuad;    // left, bottom, width, height in clip coordinates

void main() {
  gl_Position = vec4(uQuad.xy + aCorner * uQuad.zw, 0.0, 1.0);
}
