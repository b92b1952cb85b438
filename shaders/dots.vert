#version 300 es
// One triangle per dot, circumscribed about its footprint: an ellipse (the foreshortened dot, blurred by the photo's own
// sharpness). In: per dot (repeated at its three corners) place, footprint matrix, what the design makes of it.
// Out: place inside the footprint (1 = rim), and the greatest light loss, scaled so that the dot's whole loss is kept.

in vec2 aPlace;      // photo px
in vec3 aFootprint;  // M = J Jt (xx, xy, yy), photo px² per mm²
in vec3 aMark;       // how far its ends lie beside the line through its middle, in half widths; 1: the dot itself, 0: its companion;
                     // of the dot's strength the share that the companion has where all is frayed
in vec4 aCoverage;   // bytes / 255: strength, size, row of the look table, tone

uniform vec2 uLook[160];       // radius mm, core contrast (green); row = session * 16 + size class, scars from 80 on
uniform vec3 uPhotoToTarget;   // target px = photo px * x + yz
uniform vec2 uTargetSize;      // px
uniform float uBlurVariance;   // px², per axis, of the photo's blur in the target
uniform float uCoreIntegral;   // integral of the core profile over the plane, in r²
uniform float uCoreVariance;   // variance per axis of the core profile, in r²
uniform float uSizeOne;        // size byte / 255 that means the class radius itself
uniform float uDrawnOut;       // how many times as long, and as narrow, as planned a dot is
uniform float uFrayed;         // 0: dots are clean and alone; 1: as frayed as healed ones; negative: companions are not drawn
uniform float uEvened;         // 0: dots differ by their tone; 1: not at all
uniform float uStrengthOne;    // strength byte / 255 that means the look's contrast itself, and tone byte / 255 that changes nothing

out vec2 vWithin;
flat out float vPeak;
flat out float vPower;
flat out float vBend;

const vec2 CORNERS[3] = vec2[3](vec2(0.0, 2.0), vec2(-1.7320508, -1.0), vec2(1.7320508, -1.0));
// Companions of fresh dots are tails: by so much longer, and as much narrower. By looking at fresh photographs.
const float TAIL = 0.4;
// So much farther out than the rim, per unit of bend, a bent mark ends (dots.frag).
const float BENT_OUT = 0.9;
// Fresh strokes are bent by so much more than healed ones. By looking at fresh photographs.
const float BENT_FRESH = 0.6;
const float PI = 3.14159265;

// The weakest companion of a fresh dot, as a share of it. By photographs: two marks of one strength lie .3 to .6 mm apart there half as often as
// by chance, ours did a fifth as often.
const float LEAST_BOLD = 0.8;
// Area of an evened dot follows its tone, ± .2, so many times: strong dots are blots, no longer for their width than weak ones. By photographs:
// with 1.5 a tenth of ours were 2.1 to 3.1 times as deep as their median, in real ones 1.5 to 2.2 times.
const float SIZE_BY_TONE = 0.7;

void main() {
  vec2 look = uLook[int(aCoverage.z * 255.0 + 0.5)];
  // Of clean dots few have a companion, but nearly as bold a one as they are: the hand went there twice. With fraying the rest get theirs,
  // weak ones.
  float frayed = abs(uFrayed);
  float share = max(aMark.z - 1.0 + frayed, 0.0) / max(frayed, 1e-3);
  if (share > 0.0) share = mix(LEAST_BOLD * uEvened, 1.0, share);
  // What a companion takes of the light, it takes a part of from its dot, frayed one half of it; where companions are not drawn the dot takes
  // the rest too. All together take what they would frayed.
  float given = 0.5 - 0.5 * uEvened;
  float own = 1.0 + (uFrayed < 0.0 ? 1.0 - given : -given) * share;
  float meanShare = 0.5 + 0.5 * LEAST_BOLD * uEvened;
  float strength = mix(share, own, aMark.y) * (1.0 + 0.25 * frayed) / (1.0 + frayed * meanShare * (1.0 - given));
  float loss = strength * aCoverage.x * mix(aCoverage.w / uStrengthOne, 1.0, uEvened) / uStrengthOne * look.y;
  if (loss <= 0.0) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    return;
  }
  // What evens out in darkness is what dots differ by in size.
  float larger = 1.0 + SIZE_BY_TONE * uEvened * (aCoverage.w / uStrengthOne - 1.0);
  float drawnOut = uDrawnOut * (1.0 + TAIL * uEvened * (1.0 - aMark.y));
  float radiusMm = look.x * aCoverage.y / uSizeOne * sqrt(larger);
  float scale = uPhotoToTarget.x;
  vec3 dot2 = aFootprint * (radiusMm * radiusMm * scale * scale);
  vec3 spread = dot2 * uCoreVariance + vec3(uBlurVariance, 0.0, uBlurVariance);
  float dotArea = sqrt(max(dot2.x * dot2.z - dot2.y * dot2.y, 0.0));

  // Profile x^p of x = 1 - |q|²: flat with a crisp rim where the dot is large against the blur (p = 1/2), close to a Gaussian
  // where it is small (p = 3). Its integral, pi / (p + 1), and variance, 1 / (2 p + 4), are exact: no light is lost or gained.
  float power = mix(0.5, 3.0, uBlurVariance / (uBlurVariance + 0.5 * uCoreVariance * (dot2.x + dot2.z)));
  float reach = 2.0 * power + 4.0; // squared, in standard deviations

  // The ellipse by its axes, so that it can be bent: what is along the stroke stays, what is across moves with the square of it.
  // That moves skin about without widening any of it, so the light that is lost stays the same. Blur takes the bend away.
  float middle = 0.5 * (spread.x + spread.z);
  float apart = max(length(vec2(0.5 * (spread.x - spread.z), spread.y)), 1e-9);
  float turn = 0.5 * atan(spread.y, 0.5 * (spread.x - spread.z));
  vec2 along = vec2(cos(turn), sin(turn));
  vec2 across = vec2(-along.y, along.x);
  // Blur is as wide in all directions, so the dot's own axes are these, and its spread along them is what blur has not added.
  float longOfDot = max(middle + apart - uBlurVariance, 0.0) * drawnOut;
  float wideOfDot = max(middle - apart - uBlurVariance, 0.0) / drawnOut;
  float longSpread = max(longOfDot + uBlurVariance, 1e-9);
  float wideSpread = max(wideOfDot + uBlurVariance, 1e-9);
  vPeak = loss * uCoreIntegral * dotArea * (power + 1.0) / (PI * reach * sqrt(longSpread * wideSpread));
  vPower = power;
  vBend = (1.0 + BENT_FRESH * uEvened) * aMark.x * longOfDot / longSpread * sqrt(wideOfDot / wideSpread);

  // Its base lies where the ends are bent to.
  vec2 corner = CORNERS[gl_VertexID % 3] * vec2(1.0, (vBend < 0.0 ? -1.0 : 1.0) + BENT_OUT * vBend);
  vWithin = corner;
  vec2 offset = sqrt(reach) * (sqrt(longSpread) * corner.x * along + sqrt(wideSpread) * corner.y * across);
  vec2 at = aPlace * scale + uPhotoToTarget.yz + offset;
  gl_Position = vec4(at / uTargetSize * 2.0 - 1.0, 0.0, 1.0);
}
