#version 300 es
// The bare photo, as it lies in the view. Outside the photo: nothing.
precision highp float;

uniform sampler2D uPhoto;        // sRGB bytes
uniform vec2 uPhotoSize;         // px
uniform vec3 uTargetToPhoto;     // photo px = target px * x + yz
uniform int uExact;              // 1: one texel per target px, from the target's origin on
uniform float uTargetHeight;     // px; > 0 where the target's first row is at the bottom (the canvas), else 0

out vec4 colourOut;

void main() {
  vec2 at = gl_FragCoord.xy;
  if (uTargetHeight > 0.0) at.y = uTargetHeight - at.y;
  vec2 place = at * uTargetToPhoto.x + uTargetToPhoto.yz;
  if (any(lessThan(place, vec2(0.0))) || any(greaterThan(place, uPhotoSize))) discard;
  colourOut = vec4(uExact == 1 ? texelFetch(uPhoto, ivec2(at), 0).rgb : texture(uPhoto, place / uPhotoSize).rgb, 1.0);
}
