#version 300 es
// Rectangles of the target, carried to clip coordinates.
in vec2 aCorner;       // 0 or 1 over the whole target, or target px
uniform vec4 uQuad;    // clip coordinates of corner 0, and clip units per unit of the corner

void main() {
  gl_Position = vec4(uQuad.xy + aCorner * uQuad.zw, 0.0, 1.0);
}
