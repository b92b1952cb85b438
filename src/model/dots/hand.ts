import { hashUnit } from '~/model/maths/hash';

/**
 * How one practitioner sets strokes, in one work. In photographs each work has its own: upright ticks, flat dashes, hooks, nearly round dots;
 * drawn alike everywhere, ours were told by that (docs/model.md, Density and edge, Strokes).
 */
export interface Hand {
  /** Strokes lie so far round the way that hair grows, as seen from above clockwise, rad. */
  readonly slant: number;
  /** So far it turns on its way over the head, and so far single strokes lean astray of it, either way, rad. */
  readonly turns: number;
  readonly astray: number;
  /** The longest stroke is so many times as long as wide. */
  readonly longest: number;
  /** Ends lie beside the line through the middle by up to this share of the half width, times length over width. */
  readonly bend: number;
}

/** Means of all hands: fitted to photographs (docs/model.md, Density and edge). Hair grows from the whorl outwards and round it. */
const SLANT = (20 * Math.PI) / 180;
const TURNS = (40 * Math.PI) / 180;
const ASTRAY = (38 * Math.PI) / 180;
const LONGEST = 3.4;
const BEND = 1;

/** How far hands differ, either way: by looking at works in photographs, in which strokes lie from level to upright. */
const SLANT_DIFFERS = (60 * Math.PI) / 180;
const SHARE_DIFFERS = 0.4;
/** Lengths differ less: the median mark is 1.43 to 1.57 times as long as wide in three fresh works, 1.49 to 1.57 in four healed ones. */
const LENGTH_DIFFERS = 0.15;

/** Channels of the hash. */
const CHANNEL = 0x4a4d;

/** The hand of a design, by its seed. */
export function handOf(seed: number): Hand {
  const eitherWay = (channel: number): number => 2 * hashUnit(seed, CHANNEL + channel) - 1;
  const about = (mean: number, channel: number, share = SHARE_DIFFERS): number =>
    mean * (1 + share * eitherWay(channel));
  return {
    slant: SLANT + SLANT_DIFFERS * eitherWay(0),
    turns: about(TURNS, 1),
    astray: about(ASTRAY, 2),
    longest: 1 + about(LONGEST - 1, 3, LENGTH_DIFFERS),
    bend: about(BEND, 4),
  };
}
