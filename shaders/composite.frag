#version 300 es
// Pigment in skin. Of the light between dots, without gloss, linear,
//   green = photo * exp(-w Db)      red, blue = the same, and colour (band over green) goes with the light, as far as there is any
// D: light lost in cores here; Db: the same blurred by the halo; w: all that dots take per what their cores take. The colour is
// lost over a wider blur still: the field between dots is of one hue. Dots stand in that as steps of luma, as a camera sees
// what is as small (it keeps colour coarser than light):
//   code = code + step * (m luma + (1 - m) code),   1 + step = ((1 - D) / (1 - Db)) ^ (1 / 2.4)
// Where dots are smaller than a pixel D = Db, and what is left is exp(-n A): the mean of a patch is the same at every zoom.
// Sharpening of the photo makes dots stand out more: D - Db is multiplied by it, which keeps the mean. Pigment takes the
// photo's noise away with its light; a camera would not, so as much grain is added as is missing.
// Pigment lies unevenly in skin: a mesh goes with what is lost, level over a patch and fixed to the photo.
// Where D and Db are 0 the output is the photo's own bytes.
precision highp float;

uniform sampler2D uBare;         // the bare photo, one texel per target px, first row at the top: sRGB bytes; grain in alpha
uniform sampler2D uCores;        // D
uniform sampler2D uHalo;         // first Db; second D blurred as far as colour changes
uniform vec3 uCoresParts;        // D = its dot product with red, green and blue
uniform vec2 uHaloParts;         // first = red * x + blue * y, second = green * x + alpha * y
uniform sampler2D uMesh;         // red: how unevenly pigment lies, and redness, 128 / 255 is none
uniform sampler2D uHead;         // red: 1 on the head, 0 off it; green: share of gloss in the light
uniform vec3 uTargetToPhoto;     // photo px = target px * x + yz
uniform float uTargetHeight;     // px; > 0 where the target's first row is at the bottom (the canvas), else 0
uniform vec3 uTargetToCores;     // cores px = target px * x + yz
uniform vec2 uCoresUsed;         // px in use
uniform vec2 uHaloSize;          // px of the halo texture
uniform float uHaloBlock;        // cores px per halo px
uniform vec4 uHeadBox;           // left, top in photo px; width, height in photo px; width 0: nothing is known of the head
uniform float uWipePx;           // photo px: to the left of it the bare photo
uniform float uWholeRatio;       // w
uniform vec3 uSkinColour;        // ln of band over green of the skin's own colour
uniform vec3 uLightColour;       // and of the light's: no skin loses that
uniform vec3 uColourLost;        // share of a band's own colour that goes where all does that can
uniform vec3 uTintRatio;         // what a band loses beyond that, by ink and depth, per light lost in cores
uniform vec3 uLumaOfDot;         // m
uniform float uHueSpread;        // by how much m differs from dot to dot, per unit of mesh
uniform vec3 uRedness;           // log2 of the multiplier of wholly reddened skin
uniform float uReddening;        // needle marks by which skin is half as red as it gets, per second of the halo
uniform float uDetailGain;       // contrast of dots by sharpening, at least 1
uniform float uMeshesPerPx;      // sides of the mesh's tile per photo px
uniform float uMeshLevel;        // which smaller version of it is as blurred as the picture
uniform float uUneven;           // log2 of light per unit of mesh, where all light is lost
uniform float uGrain;            // code value of the photo's noise per unit of grain

out vec4 colourOut;

const float LOG2_E = 1.44269504;
const float GAMMA = 2.4; // of the steep part of sRGB (IEC 61966-2-1)
// Of the light so much is left at least: where dots overlap they add up to more than all of it, and no real one is blacker. Below the knee it
// goes there ever more slowly, for ink on ink takes little: with a sharp floor a tenth of fresh marks were 2.0 to 2.7 times as deep as their
// median, now 1.8 to 2.5 times, in photographs 1.5 to 2.2. Fitted to them.
const float DARKEST = 0.12;
const float KNEE = 0.4;
const vec3 LUMA = vec3(0.299, 0.587, 0.114); // of code values, Rec. 601: LUMA_WEIGHTS in photographed.ts
const float NO_GRAIN = 128.0 / 255.0; // the tile where it is level (grain-tile.ts)
const float BURNT_FROM = 0.88; // of full code: a camera's curve bends from about there; our choice
// What is burnt to white hides what lies below; but so little of it where uHead tells highlights from skin in too much light: our choice.
const float BURNT_HIDES = 0.5;
const float OUTLINE_HALF = 0.515; // .1 mm inside the outline: the pixels beside it are not skin
const float OUTLINE_STEEPNESS = 10.0; // the outline's ramp of about 6 mm (refine-outline.ts) to an edge of about 0.6 mm
// At the edge half of the halo is blurred away to where no skin is seen; skin goes on there, turned away, so it is put back.
// The ramp of 6 mm over the halo's reach of 0.7 mm, and over that of colour, 1.7 mm, as powers of 2.
const vec2 RIM_HALO = vec2(8.6, 3.5);
// Colour goes as widely as this, but never far from as much as the light beside it: where dots thin out nothing is grey before them.
const vec2 COLOUR_OF_LIGHT = vec2(0.7, 1.4);

// A tanned or shaded crown has more colour than the forehead that the skin's was read from, and real work greys it as much; but not by more
// than this: with 1.6 a crown in orange light came out bluer over green than photographs by more than half of their band.
const float MOST_COLOUR = 1.25;
const float PALER = 1.3; // as in photographed.ts

// Skin reddens in patches of about 7 mm, some twice as red as others: the mesh so many times as wide; and how much of the redness goes
// with one unit of it. By looking at fresh photographs.
const float PATCHES = 1.0 / 14.0;
const float PATCHY = 2.1;
// Pigment hides redness, so that skin is reddest at the line: rednessVeiled in photographed.ts.
const float VEILED = 1.0;
// And in spots about as far apart as dots lie, for blood is where needles went.
const float SPOTS = 1.0 / 3.0;
const float SPOTTY = 1.4;

// Fresh ink under skin is blue, serum yellow, in spots a little wider: log2 of blue per unit of mesh where skin is red. Fitted: b* of fresh skin
// varies by .15 to .29 over .4 to .8 mm in photographs, ours did by .1 to .17.
const float BRUISES = 1.0 / 2.6;
const float BRUISED = 0.34;

// Fresh ink smears under skin, so that some patches are greyer than others: by so much of the colour lost per unit of mesh. And what is red is
// darker: by so much of the light lost per unit of its patches. By looking at fresh photographs.
const float SMEARS = 1.0 / 10.0;
const float SMEARED = 0.8;
const float SWOLLEN = 0.6;

// Hues change from dot to dot, and those of neighbours are not alike: the mesh so many times as wide. Fitted to fresh photographs.
const float HUES = 1.0 / 1.7;

// A fresh mark is no even stroke: it breaks and has lumps, by so much of its strength per unit of mesh.
const float LUMPY = 1.0;
// Other places of the mesh, which know nothing of each other.
const vec2 LUMPS_AT = vec2(0.37, 0.61);
const vec2 BRUISES_AT = vec2(0.61, 0.37);
const vec2 SMEARS_AT = vec2(0.23, 0.79);

// Much fresh ink is black, little is as red as blood: m falls with the step, in units of mesh, and less as hues heal. Fitted to fresh photographs.
const float INKY = 0.217;
// Some are bluer, some browner: in blue hues differ by so many times as much. Fitted to fresh photographs.
const float BLUE_OR_BROWN = 1.2;
// And where skin is red, so is ink: by so much per unit of its patches. By looking at fresh photographs.
const float BLOODY = 1.0;

// The mesh at a place of its tile, about none; `level`: which smaller version of it.
float meshAt(vec2 at, float level) {
  return textureLod(uMesh, at, level).r - NO_GRAIN;
}

// log2 of band over green of what colour a place has of its own: not much more than the skin has, and none past grey, so
// that hair, gloss and noise, which are greyer than skin, do not turn green.
vec3 ownColour(vec3 code) {
  vec3 seen = GAMMA * log2((code + 0.055) / (code.g + 0.055)) - uLightColour * LOG2_E;
  vec3 most = MOST_COLOUR * uSkinColour * LOG2_E;
  return clamp(seen, min(most, 0.0), max(most, 0.0));
}

// Share of it that goes with so much of the light: as much on all skin with plenty, all of it at most where there is little
// (photographed.ts: what a place has less than the skin by a quarter or more is its light's doing, so more of it goes). One share for all of a
// skin else, so that its own patches of colour get as much calmer as they get greyer, as real work makes them: a share by each place's own
// colour left clouds of hue between dots.
float shareOfColour(vec3 own, float greyed) {
  float chroma = min(uSkinColour.r - uSkinColour.b, PALER * (own.r - own.b) / LOG2_E);
  return greyed * inversesqrt(chroma * chroma + greyed * greyed + 1e-9);
}

void main() {
  vec2 at = gl_FragCoord.xy;
  if (uTargetHeight > 0.0) at.y = uTargetHeight - at.y;
  vec2 place = at * uTargetToPhoto.x + uTargetToPhoto.yz;
  vec4 bare = texelFetch(uBare, ivec2(at), 0);
  colourOut = vec4(bare.rgb, ceil(bare.a));

  vec2 inCores = at * uTargetToCores.x + uTargetToCores.yz;
  if (bare.a == 0.0 || place.x < uWipePx || any(lessThan(inCores, vec2(0.0))) || any(greaterThanEqual(inCores, uCoresUsed))) return;

  float cores = dot(texelFetch(uCores, ivec2(inCores), 0).rgb, uCoresParts);
  vec2 inHalo = min(inCores, uCoresUsed - 0.5 * uHaloBlock) / uHaloBlock;
  vec4 parts = textureLod(uHalo, inHalo / uHaloSize, 0.0);
  vec2 around = parts.rg * uHaloParts.x + parts.ba * uHaloParts.y;
  float reddened = around.g;
  float gloss = 0.0;
  float hides = 1.0;
  if (uHeadBox.z > 0.0) {
    vec2 known = textureLod(uHead, (place - uHeadBox.xy) / uHeadBox.zw, 0.0).rg;
    gloss = known.g;
    hides = BURNT_HIDES;
    float head = clamp((known.r - OUTLINE_HALF) * OUTLINE_STEEPNESS + 0.5, 0.0, 1.0);
    cores *= head;
    reddened *= head;
    around *= head / (1.0 - 0.5 * exp2(-RIM_HALO * max(known.r - 0.5, 0.0)));
  }
  float halo = around.r;
  if (cores <= 0.0 && halo + reddened <= 0.0) return;

  vec2 inMesh = place * uMeshesPerPx;
  if (uHueSpread > 0.0) cores *= 1.0 + LUMPY * meshAt(inMesh + LUMPS_AT, uMeshLevel);

  vec3 code = bare.rgb;
  float coloured = clamp(around.g, COLOUR_OF_LIGHT.x * halo, COLOUR_OF_LIGHT.y * halo);
  float greyed = 1.0 - exp2(-uWholeRatio * halo * LOG2_E);
  float paled = 1.0 - exp2(-uWholeRatio * coloured * LOG2_E);
  float needled = uReddening * reddened;
  float flushed = needled / (1.0 + needled) * (1.0 - VEILED * paled);
  float bruised = 0.0;
  float patchy = 0.0;
  if (uRedness.g < 0.0) {
    paled *= 1.0 + SMEARED * meshAt(inMesh * SMEARS + SMEARS_AT, 0.0);
    patchy = meshAt(inMesh * PATCHES, 0.0);
    float spots = meshAt(inMesh.yx * SPOTS, 0.0);
    bruised = BRUISED * flushed * meshAt(inMesh * BRUISES + BRUISES_AT, 0.0);
    flushed *= max(1.0 + PATCHY * patchy + SPOTTY * spots, 0.0);
  }
  vec3 own = ownColour(code);
  vec3 fading = uRedness * flushed -
    (uWholeRatio + uTintRatio) * halo * (1.0 + SWOLLEN * patchy) * LOG2_E - uColourLost * own * shareOfColour(own, paled);
  fading.b += bruised;
  vec3 kept = exp2(fading);

  // Gloss lies on top of the pigment: its share of the light is kept. Where the camera has no more room to show how
  // bright a place is, what lies below is not known, and less is taken from it. On bright skin red is full long before
  // green, which still tells; so green decides. Of colour nothing can be told sooner, neither where half is gloss nor where
  // red is full: there pigment only darkens, for its tint on white light would be a green or blue fringe, and redness lilac.
  vec2 burnt = max(code.rg - BURNT_FROM, 0.0) / (1.0 - BURNT_FROM);
  kept = mix(kept, vec3(kept.g), max(min(2.0 * gloss, 1.0), burnt.r));
  float unknown = max(gloss, hides * burnt.g * burnt.g);
  kept = mix(kept, vec3(1.0), unknown);

  // Linear light times `kept`, without leaving sRGB: exact on its power part, and on its short straight part below.
  vec3 fade = exp2(log2(kept) / GAMMA);
  vec3 dimmed = (code + 0.055) * fade - 0.055;
  vec3 treated = mix(code * kept, dimmed, step(0.04045, code));

  vec3 most = max(treated, code);
  float lit = 1.0 - mix(halo, cores, uDetailGain);
  if (lit < KNEE) lit = DARKEST + (KNEE - DARKEST) * exp2(LOG2_E * (lit - KNEE) / (KNEE - DARKEST));
  float detail = lit / (1.0 - min(halo, 0.9));
  float mesh = meshAt(inMesh, uMeshLevel);
  detail *= exp2(-uUneven * mesh * greyed * uDetailGain);
  float change = (exp2(log2(detail) / GAMMA) - 1.0) * (1.0 - unknown);
  vec3 lumaOfDot = uLumaOfDot;
  if (uHueSpread > 0.0) {
    float hue = meshAt(inMesh.yx * HUES, 0.0);
    lumaOfDot += uHueSpread * (vec3(INKY * change) + hue * vec3(1.0, 1.0, BLUE_OR_BROWN) - BLOODY * patchy);
  }
  treated = max(treated + change * mix(treated, vec3(dot(treated, LUMA)), lumaOfDot), 0.0);

  float left = fade.g * (1.0 + change);
  float missing = sqrt(max(1.0 - left * left, 0.0));
  // Neither grain nor mesh makes a place lighter than the bare skin was.
  colourOut.rgb = min(treated + (bare.a - NO_GRAIN) * uGrain * missing, most);
}
