import { itaDegrees } from '~/model/colour/lab';
import { headOf } from '~/model/fit/head-of';
import { headingOf } from '~/model/maths/rotation';
import type { OutlineMask } from '~/model/raster/photo-map';
import { createLab, placementOf } from './lab';
import type { Lab, Understood } from './lab';
import { densityOf } from './measure-density';
import { geometryOf } from './measure-geometry';
import { hairOf } from './measure-hair';
import { lightOf } from './measure-light';
import { measureRim } from './rim';
import { truthOf, truthOfFixture } from './truth';
import type { FixtureTruth, HeadTruth } from './truth';

/** A picture to measure: addresses of it and of what is known of it; null where nothing is. */
export interface Measured {
  readonly picture: string;
  readonly photo: string;
  /** The JSON beside a rendered head; or one of tests/fixtures/heads. */
  readonly truth: string | null;
  readonly fixture: string | null;
  readonly mask: string | null;
  readonly scalp: string | null;
  readonly stubble: string | null;
}

type Pair = readonly [number, number];

/** One row of the table; null where a figure does not apply. What each means is told where it is made. */
export interface MeasureRow {
  readonly picture: string;
  readonly note: string;
  readonly trueYawDegrees: number | null;
  readonly pitchDegrees: number | null;
  readonly yawDegrees: number | null;
  readonly scalePercent: number | null;
  readonly focal: number | null;
  readonly frontMm: Pair | null;
  readonly wholeMm: Pair | null;
  readonly lostPercent: number | null;
  readonly outlineMm: Pair | null;
  /** Most of its light that a px of background lost, 0..1. */
  readonly spilt: number | null;
  readonly rim: Pair | null;
  readonly blurPx: number | null;
  readonly itaDegrees: number | null;
  /** Mean of the hair map over the dots in sight, 0..1. */
  readonly hair: number | null;
  readonly hairOnStubble: number | null;
  readonly hairOnBare: number | null;
  readonly densityPercent: number | null;
  readonly densityWorstPercent: number | null;
  readonly darkness: number | null;
  readonly lit: number | null;
  readonly shadow: number | null;
}

const EMPTY: Omit<MeasureRow, 'picture' | 'note'> = {
  trueYawDegrees: null,
  pitchDegrees: null,
  yawDegrees: null,
  scalePercent: null,
  focal: null,
  frontMm: null,
  wholeMm: null,
  lostPercent: null,
  outlineMm: null,
  spilt: null,
  rim: null,
  blurPx: null,
  itaDegrees: null,
  hair: null,
  hairOnStubble: null,
  hairOnBare: null,
  densityPercent: null,
  densityWorstPercent: null,
  darkness: null,
  lit: null,
  shadow: null,
};

async function readTruth({ truth, fixture }: Measured): Promise<HeadTruth | null> {
  const url = truth ?? fixture;
  if (url === null) return null;
  const json = await (await fetch(url)).text();
  return truth === null ? truthOfFixture(JSON.parse(json) as FixtureTruth) : truthOf(json);
}

/** A mask picture of the photo's own size, as the outlines are. */
async function readMask(url: string | null): Promise<OutlineMask | null> {
  if (url === null) return null;
  const bitmap = await createImageBitmap(await (await fetch(url)).blob(), { colorSpaceConversion: 'none' });
  const { width: columns, height: rows } = bitmap;
  const pen = new OffscreenCanvas(columns, rows).getContext('2d', { willReadFrequently: true });
  if (pen === null) throw new Error('no 2d canvas');
  pen.drawImage(bitmap, 0, 0);
  const { data } = pen.getImageData(0, 0, columns, rows);
  const confidence = Uint8Array.from({ length: columns * rows }, (_, i) => data[4 * i]);
  return { columns, rows, leftPx: 0, topPx: 0, pxPerSample: 1, confidence };
}

const mean = (values: Float32Array): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

/** What is known without any truth, and what truth adds. */
async function figuresOf(lab: Lab, understood: Understood, measured: Measured): Promise<Partial<MeasureRow>> {
  const { subject, design } = understood;
  const [truth, mask, scalp, stubble] = await Promise.all([
    readTruth(measured),
    readMask(measured.mask),
    readMask(measured.scalp),
    readMask(measured.stubble),
  ]);
  const density = truth === null ? null : densityOf(lab, understood, truth);
  const { outlineMm, spilled, rim } = await measureRim(lab, understood, mask);
  const hair = subject.hair === null || scalp === null ? null : hairOf(subject.hair, scalp, stubble);
  return {
    ...(truth !== null && {
      trueYawDegrees: (headingOf(truth.rotation).yawRadians * 180) / Math.PI,
      ...geometryOf(headOf(subject.reading, design), truth),
    }),
    outlineMm,
    spilt: spilled?.most ?? null,
    rim,
    blurPx: subject.skin.character.blurPx,
    itaDegrees: itaDegrees(subject.skin.skin),
    hair: mean(lab.sceneOf(subject, design).dots?.hair ?? new Float32Array()),
    hairOnStubble: hair?.onStubble ?? null,
    hairOnBare: hair?.onBare ?? null,
    densityPercent: density?.percent ?? null,
    densityWorstPercent: density?.worstPercent ?? null,
    ...(await lightOf(lab, understood)),
  };
}

export async function measureOne(lab: Lab, measured: Measured): Promise<MeasureRow> {
  const { picture } = measured;
  const placement = placementOf(picture);
  const understood = await lab.understand(await (await fetch(measured.photo)).blob(), placement);
  if (typeof understood === 'string') return { ...EMPTY, picture, note: understood };
  const { faces } = understood;
  const row = { ...EMPTY, picture, note: '', ...(await figuresOf(lab, understood, measured)) };
  const notes = [
    faces > 1 ? `largest of ${String(faces)} faces` : faces === 0 ? 'no face: placed by hand' : '',
    row.darkness === null ? 'too little bare solid zone' : '',
  ];
  return { ...row, note: notes.filter((note) => note !== '').join(', ') };
}

/** Measures one picture after the other. One that breaks has a row that says so. */
export async function measureAll(pictures: readonly Measured[]): Promise<MeasureRow[]> {
  const lab = await createLab();
  const rows: MeasureRow[] = [];
  for (const measured of pictures) {
    rows.push(
      await measureOne(lab, measured).catch((error: unknown) => ({
        ...EMPTY,
        picture: measured.picture,
        note: `not measured: ${String(error)}`,
      })),
    );
  }
  return rows;
}
