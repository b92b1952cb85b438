import { SIZE_FACTORS } from '~/model/pigment/dot-appearance';
import { takenBy } from '~/model/dots/dot-takes';
import { hash32 } from '~/model/maths/hash';
import { NearDots } from './near-dots';

/** Cards that one may choose from: more make the field more even, and leave less to chance. */
const HAND = 8;
/** A card that nobody wanted for so many dots is played. */
const OLDEST = 48;
/** Dots are looked at to here, in mean distances between the dots that are there already. */
const REACH = 3;
/**
 * Dots that lie nearer than this, in the same distances, are one dark blot where both are strong: so they count so many times more. What of
 * them is there on the mean is taken off again.
 */
const CLOSE = 0.7;
const CLOSE_TIMES = 2;
const CLOSE_ON_MEAN = 0.15;
/** And no farther than this, mm: the first few dots have no neighbours. */
const GREATEST_REACH_MM = 30;

/** What a dot of each class takes of the light in its core, of which the mean is 1: about the cube of its size. */
const WEIGHTS = SIZE_FACTORS.map((size) => size ** 3).map(
  (cube, _, all) => (cube * all.length) / all.reduce((a, b) => a + b),
);

/** Sixteen classes in an order drawn by `seed`. */
function shuffled(deck: number, seed: number): readonly number[] {
  return WEIGHTS.map((_, sizeClass) => ({ sizeClass, order: hash32(deck * WEIGHTS.length + sizeClass, seed) }))
    .sort((a, b) => a.order - b.order)
    .map(({ sizeClass }) => sizeClass);
}

/**
 * The size class of each dot, 0..15, all equally often. Real work varies from dot to dot, and yet its field is even: where the last
 * dots came out strong or close together the hand sets a weaker one, and a stronger one into a gap. Sizes drawn by chance alone
 * make clouds of 3 to 8 mm. So sizes are dealt like cards: of a hand of 8 the one is played that best makes up for what lies too much or
 * too little about the dot, of the dots before it; in their order, so that it holds of every prefix. `points` 3 × count, mm; `perMm2` the
 * density of all of them. Only + − × ÷ √ and integer hashes: the same sizes everywhere.
 */
export function dealSizes(points: Float64Array, perMm2: number, seed: number): Uint8Array {
  const count = points.length / 3;
  const sizes = new Uint8Array(count);
  /** What each dot that has its size takes of the light, its tone and companion with it. */
  const taken = new Float64Array(count);
  const dots = new NearDots(count);
  const hand: { sizeClass: number; since: number }[] = [];
  let [deck, cards]: [number, readonly number[]] = [0, []];
  for (let dot = 0; dot < count; dot++) {
    while (hand.length < HAND) {
      if (cards.length === 0) cards = shuffled(deck++, seed);
      hand.push({ sizeClass: cards[0], since: dot });
      cards = cards.slice(1);
    }
    const [x, y, z] = points.subarray(3 * dot, 3 * dot + 3);
    const density = (perMm2 * (dot + 1)) / count;
    const reachMm = Math.min(GREATEST_REACH_MM, REACH / Math.sqrt(density));
    dots.shrinkTo(reachMm);
    // The bell (1 − d²/reach²)² holds π/3 of its reach squared.
    let surplus = 1 - (Math.PI / 3) * reachMm * reachMm * density;
    const closeMm2 = (CLOSE * CLOSE) / density;
    dots.some(x, y, z, reachMm, (other, square) => {
      const near = 1 - square / (reachMm * reachMm);
      surplus += near * near * taken[other];
      if (square < closeMm2) surplus += CLOSE_TIMES * (1 - square / closeMm2) * taken[other];
      return false;
    });
    surplus -= CLOSE_TIMES * CLOSE_ON_MEAN;
    const own = takenBy(dot);
    let played = hand.findIndex(({ since }) => dot - since > OLDEST);
    if (played < 0) {
      const left = hand.map(({ sizeClass }) => Math.abs(surplus + WEIGHTS[sizeClass] * own - 1));
      played = left.indexOf(Math.min(...left));
    }
    sizes[dot] = hand[played].sizeClass;
    taken[dot] = WEIGHTS[sizes[dot]] * own;
    hand.splice(played, 1);
    dots.add(x, y, z);
  }
  return sizes;
}
