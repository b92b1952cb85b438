#version 300 es
// The bare photo as it lies in the view (first row at the top), and in alpha grain to add where pigment takes the
// photo's own away: 128 / 255 is none. Outside the photo stays what the target was filled with: the ground, alpha 0.
// Where the photo's own hair is lost there is rebuilt skin in its place, with the skin's unevenness and the photo's noise;
// hair that is left may turn grey. Places without hair keep the photo's bytes.
precision highp float;

uniform sampler2D uPhoto;        // sRGB bytes
uniform sampler2D uGrainTile;    // noise in red, 1 / 255 to 1
uniform sampler2D uSkin;         // skin without hair, sRGB; alpha: 1 on the head
uniform sampler2D uChange;       // red: share of the hair lost; green: 1 where there is hair
uniform sampler2D uOrder;        // red: when hair goes, evenly 0 to 1: the same hair stays lost
uniform vec2 uPhotoSize;         // px
uniform vec3 uTargetToPhoto;     // photo px = target px * x + yz
uniform vec3 uTargetToWork;      // working-photo px = target px * x + yz
uniform float uTilesPerPx;       // sides of the grain tile per working-photo px
uniform vec4 uSkinBox;           // left, top, width, height in working-photo px
uniform vec4 uChangeBox;         // the same; width 0: no hair changes
uniform float uOrdersPerPx;      // sides of the order tile per working-photo px
uniform float uMottlesPerPx;     // sides of the grain tile, as large as unevenness of skin is, per working-photo px
uniform float uMottle;           // relative unevenness of code values per unit of grain
uniform float uGrain;            // code value of the photo's noise per unit of grain
uniform float uGrey;             // share of the hair left that turned grey

out vec4 colourOut;

const float NO_GRAIN = 128.0 / 255.0; // the tile where it is level (grain-tile.ts)
const vec3 LUMA = vec3(0.2126, 0.7152, 0.0722); // of sRGB (IEC 61966-2-1)
const float GREY_HAIR = 0.88;    // code value of grey hair in code values of the skin below; our choice
const float DARK_HAIR = 0.15;    // and of dark hair; our choice
const vec2 OTHER_HAIRS = vec2(0.37, 0.61); // of the tile: where the order of greying is read, so that it has nothing to do with that of going

// A share of a place as a share of each hair there: some go first. The mean stays the share.
float shareOfHair(float share, float order) {
  return share + min(share, 1.0 - share) * (2.0 * order - 1.0);
}

void main() {
  vec2 place = gl_FragCoord.xy * uTargetToPhoto.x + uTargetToPhoto.yz;
  if (any(lessThan(place, vec2(0.0))) || any(greaterThan(place, uPhotoSize))) discard;
  vec2 work = gl_FragCoord.xy * uTargetToWork.x + uTargetToWork.yz;
  float grain = texture(uGrainTile, work * uTilesPerPx).r;
  vec3 photo = texture(uPhoto, place / uPhotoSize).rgb;
  colourOut = vec4(photo, grain);
  if (uChangeBox.z == 0.0) return;

  float order = texture(uOrder, work * uOrdersPerPx).r;
  float otherOrder = texture(uOrder, work * uOrdersPerPx + OTHER_HAIRS).r;
  float mottle = texture(uGrainTile, work * uMottlesPerPx).r - NO_GRAIN;
  vec2 inChange = (work - uChangeBox.xy) / uChangeBox.zw;
  if (any(lessThan(inChange, vec2(0.0))) || any(greaterThan(inChange, vec2(1.0)))) return;
  vec4 skin = textureLod(uSkin, (work - uSkinBox.xy) / uSkinBox.zw, 0.0);
  vec2 change = textureLod(uChange, inChange, 0.0).rg * skin.a;
  if (change.g == 0.0) return;

  float hair = change.g * clamp((skin.g - photo.g) / ((1.0 - DARK_HAIR) * skin.g), 0.0, 1.0);
  vec3 grey = vec3(GREY_HAIR * dot(skin.rgb, LUMA));
  vec3 left = photo + hair * shareOfHair(uGrey, otherOrder) * (grey - photo);
  vec3 rebuilt = skin.rgb * (1.0 + uMottle * mottle) + (grain - NO_GRAIN) * uGrain;
  colourOut.rgb = mix(left, rebuilt, shareOfHair(change.r, order));
}
