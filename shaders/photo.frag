#version 300 es
// The bare photo as it lies in the view (first row at the top), and in alpha grain to add where pigment takes the
// photo's own away: 128 / 255 is none. Outside the photo: nothing, alpha 0.
precision highp float;

uniform sampler2D uPhoto;        // sRGB bytes
uniform sampler2D uGrainTile;    // noise in red, 1 / 255 to 1
uniform vec2 uPhotoSize;         // px
uniform vec3 uTargetToPhoto;     // photo px = target px * x + yz
uniform vec3 uTargetToTile;      // sides of the tile = target px * x + yz

out vec4 colourOut;

void main() {
  vec2 place = gl_FragCoord.xy * uTargetToPhoto.x + uTargetToPhoto.yz;
  if (any(lessThan(place, vec2(0.0))) || any(greaterThan(place, uPhotoSize))) discard;
  float grain = texture(uGrainTile, gl_FragCoord.xy * uTargetToTile.x + uTargetToTile.yz).r;
  colourOut = vec4(texture(uPhoto, place / uPhotoSize).rgb, grain);
}
