import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Pixels, PointPx } from '../look/picture';
import { readPicture } from '../look/read-picture';
import { maskOf } from '../look/region';
import { truthOf } from '../lab/truth';
import type { FixtureTruth } from '../lab/truth';
import { foreheadOf } from './skin-colour';
import { SHARED } from './sources';

/** A rendered head beside the checkout, opened: its picture and what is known of it. */
export interface SourceHead {
  readonly name: string;
  /** Of the picture, the truth (`.json`) and the masks (`-mask.png` …). */
  readonly file: (ending: string) => string;
  readonly pixels: Pixels;
  /** How much of every px is skin of head or neck, 0..1. */
  readonly skin: Float32Array;
  /** The forehead; of a head seen from behind its bare scalp. */
  readonly measured: Float32Array;
  /** Outline of the forehead, px; null where no face is seen. */
  readonly forehead: readonly PointPx[] | null;
}

interface HeadJson {
  readonly face_visible: boolean;
  readonly landmarks468: { readonly surface_px: readonly PointPx[]; readonly visible: readonly number[] };
}

/** So many places of the scalp are kept for the tests. */
const PLACES = 250;

const shares = (picture: Pixels): Float32Array =>
  Float32Array.from({ length: picture.widthPx * picture.heightPx }, (_, i) => picture.data[4 * i] / 255);

export function openHead(path: string): SourceHead {
  const file = (ending: string): string => join(SHARED, `${path}${ending}`);
  const pixels = readPicture(file('.jpg'));
  const { face_visible: hasFace, landmarks468 } = JSON.parse(readFileSync(file('.json'), 'utf8')) as HeadJson;
  const forehead = hasFace ? foreheadOf(landmarks468.surface_px, landmarks468.visible) : null;
  const bareScalp = (): Float32Array => {
    const scalp = shares(readPicture(file('-scalp.png')));
    const stubble = shares(readPicture(file('-stubble.png')));
    return scalp.map((share, i) => (stubble[i] > 0 ? 0 : share));
  };
  return {
    name: basename(path),
    file,
    pixels,
    skin: shares(readPicture(file('-mask.png'))),
    measured: forehead === null ? bareScalp() : maskOf({ outlines: [forehead] }, pixels),
    forehead,
  };
}

const rounded = (values: readonly number[], digits: number): number[] =>
  values.map((value) => Number(value.toFixed(digits)));

/** Endings of the masks that a head has. */
export const masksOf = ({ file }: SourceHead): readonly string[] =>
  ['-mask.png', '-scalp.png', '-stubble.png'].filter((ending) => existsSync(file(ending)));

/** What tests keep of the truth: the pose, some places of the scalp in sight, and the forehead's outline; mm, px. */
export function fixtureOf({ name, file, pixels, forehead }: SourceHead): FixtureTruth & Record<string, unknown> {
  const { rotation, translationMm, focalPx, scalp } = truthOf(readFileSync(file('.json'), 'utf8'));
  const [xMm, yMm, zMm] = rounded(translationMm, 2);
  const every = scalp.length / PLACES;
  const kept = Array.from({ length: Math.min(PLACES, scalp.length) }, (_, i) => scalp[Math.floor(i * every)]);
  return {
    name,
    photo: { widthPx: pixels.widthPx, heightPx: pixels.heightPx },
    focalPx: Number(focalPx.toFixed(1)),
    rotation: rounded(rotation, 6),
    translationMm: [xMm, yMm, zMm],
    scalpMm: rounded(
      kept.flatMap(({ place: { xMm, yMm, zMm } }) => [xMm, yMm, zMm]),
      1,
    ),
    scalpPx: rounded(
      kept.flatMap(({ seen: { xPx, yPx } }) => [xPx, yPx]),
      1,
    ),
    scalpNormals: rounded(
      kept.flatMap(({ normal }) => normal),
      3,
    ),
    foreheadPx: forehead?.map((corner) => rounded(corner, 1)) ?? null,
  };
}
