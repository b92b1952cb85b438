#version 300 es
// The bare photo as it lies in the view (first row at the top). Outside the photo: nothing.
precision highp float;

uniform sampler2D uPhoto;        // sRGB bytes
uniform vec2 uPhotoSize;         // px
uniform vec3 uTargetToPhoto;     // photo px = target px * x + yz

out vec4 colourOut;

void main() {
  vec2 place = gl_FragCoord.xy * uTargetToPhoto.x + uTargetToPhoto.yz;
  if (any(lessThan(place, vec2(0.0))) || any(greaterThan(place, uPhotoSize))) discard;
  colourOut = vec4(texture(uPhoto, place / uPhotoSize).rgb, 1.0);
}
