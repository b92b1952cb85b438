import { createStills } from '~/preview/stills';
import { cutPhoto } from '~/io/cut-photo';
import type { Design } from '~/model/design/design';
import { BYTES_PER_DOT } from '~/model/dots/dot-coverage';
import type { DotCoverage } from '~/model/dots/dot-coverage';
import { movePoint } from '~/model/hairline/point-moves';
import { hashUnit } from '~/model/maths/hash';
import { headOf } from '~/model/fit/head-of';
import { HAIRLINE_SHAPES } from '~/model/design/choices';
import type { VisibleDots } from '~/model/dots/visible-dots';
import type { Scene, View } from '~/render/scene';
import type { Subject } from '~/store/app-state';
import { createAppStore } from '~/store/create-store';
import { canvasPeer, particlePeer } from './bench-peers';
import type { Peer } from './bench-peers';
import { createLab } from './lab';
import { strokeAfter, workedOn } from './worked-on';
import type { Lab, Understood } from './lab';

export interface BenchRow {
  readonly what: string;
  readonly dots: number;
  /** Median and spread of the frames, ms. */
  readonly medianMs: number;
  readonly leastMs: number;
  readonly mostMs: number;
}

const FRAMES = 24;
const WARM_UP = 4;
const PICTURE = { widthPx: 1200, heightPx: 1600 };
const VIEW: View = { size: PICTURE, camera: { scale: 1, offsetXPx: 0, offsetYPx: 0 }, wipe: 0, moving: false };

function time(what: string, dots: number, frame: (turn: number) => void): BenchRow {
  const times: number[] = [];
  for (let turn = 0; turn < FRAMES + WARM_UP; turn++) {
    const start = performance.now();
    frame(turn);
    if (turn >= WARM_UP) times.push(performance.now() - start);
  }
  return rowOf(what, dots, times);
}

function rowOf(what: string, dots: number, times: readonly number[]): BenchRow {
  const sorted = times.toSorted((a, b) => a - b);
  return {
    what,
    dots,
    medianMs: sorted[Math.floor(sorted.length / 2)],
    leastMs: sorted[0],
    mostMs: sorted[sorted.length - 1],
  };
}

/** A still of the shape cards, device px, and how many are made in turn. */
const STILL = { widthPx: 192, heightPx: 128 };
const STILLS = 12;

/** Small pictures of this head, one after the other, each of another shape: none finds its coverage worked out. */
async function timeStills(lab: Lab, subject: Subject, design: Design): Promise<BenchRow> {
  const store = createAppStore();
  store.setState({ screen: { kind: 'editing', subject } });
  const stillOf = createStills({
    store,
    dotField: () => Promise.resolve(lab.field),
    renderer: () => Promise.resolve(lab.renderer),
    cutPhoto,
    whenIdle: (work) => {
      work();
    },
    turns: { isHeld: () => false, whenFree: () => Promise.resolve() },
  });
  const times: number[] = [];
  for (let turn = 0; turn < STILLS + WARM_UP; turn++) {
    const shape = HAIRLINE_SHAPES[turn % HAIRLINE_SHAPES.length];
    const start = performance.now();
    await stillOf({ ...design, shape }, 'hairline', STILL, new AbortController().signal);
    if (turn >= WARM_UP) times.push(performance.now() - start);
  }
  const shown = lab.sceneOf(subject, design).coverage?.shown ?? 0;
  return rowOf(`one still of ${String(STILL.widthPx)}×${String(STILL.heightPx)}`, shown, times);
}

/** The dots of a head `copies` times over, each copy a little beside, for more dots than a head can carry. */
function multiply(view: VisibleDots, copies: number): VisibleDots {
  const repeat = <Rows extends Float32Array | Uint32Array | Uint8Array>(
    rows: Rows,
    width: number,
    change?: (value: number, dot: number, slot: number) => number,
  ): Rows => {
    const made = new (rows.constructor as new (length: number) => Rows)(rows.length * copies);
    for (let dot = 0; dot < view.count * copies; dot++) {
      const from = Math.floor(dot / copies);
      for (let slot = 0; slot < width; slot++) {
        const value = rows[width * from + slot];
        made[width * dot + slot] = change === undefined ? value : change(value, dot, slot);
      }
    }
    return made;
  };
  const { companions } = view;
  const aside = (px: number, dot: number, slot: number): number =>
    dot % copies === 0 ? px : px + 2 * hashUnit(dot, slot) - 1;
  return {
    count: view.count * copies,
    rank: repeat(view.rank, 1),
    directions: repeat(view.directions, 3),
    pointsMm: repeat(view.pointsMm, 3),
    pointsPx: repeat(view.pointsPx, 2, aside),
    footprint: repeat(view.footprint, 3),
    bend: repeat(view.bend, 1),
    companions: {
      pointsPx: repeat(companions.pointsPx, 2, aside),
      footprint: repeat(companions.footprint, 3),
      bend: repeat(companions.bend, 1),
      share: repeat(companions.share, 1),
    },
    appearsAtPerCm2: repeat(view.appearsAtPerCm2, 1),
    visible: repeat(view.visible, 1),
    hair: repeat(view.hair, 1),
    sizeClass: repeat(view.sizeClass, 1),
  };
}

/** The density at which about `wanted` dots are shown. */
function designWith(lab: Lab, { subject, design }: Understood, wanted: number): Design {
  let low = 60;
  let high = 320;
  while (high - low > 2) {
    const middle = (low + high) / 2;
    if ((lab.sceneOf(subject, { ...design, densityPerCm2: middle }).coverage?.shown ?? 0) < wanted) low = middle;
    else high = middle;
  }
  return { ...design, densityPerCm2: high };
}

export async function runBench(sample: string): Promise<BenchRow[]> {
  const lab = await createLab();
  const file = await (await fetch(sample)).blob();
  const scaled = await createImageBitmap(file, {
    resizeWidth: PICTURE.widthPx,
    resizeHeight: PICTURE.heightPx,
    resizeQuality: 'high',
  });
  const canvas = new OffscreenCanvas(PICTURE.widthPx, PICTURE.heightPx);
  canvas.getContext('2d')?.drawImage(scaled, 0, 0);
  const understood = await lab.understand(await canvas.convertToBlob(), null);
  if (typeof understood === 'string') throw new Error(understood);
  const { subject } = understood;
  const head = headOf(subject.reading, understood.design);
  const gl = lab.renderer.canvas.getContext('webgl2');
  if (gl === null) throw new Error('no WebGL2');
  const pixels = new Uint8Array(PICTURE.widthPx * PICTURE.heightPx * 4);
  const show = (scene: Scene): void => {
    lab.renderer.show(scene, VIEW);
    gl.readPixels(0, 0, PICTURE.widthPx, PICTURE.heightPx, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
  };

  const rows: BenchRow[] = [];
  for (const [copies, wanted] of [
    [1, 30_000],
    [3, 33_400],
  ] as const) {
    const base = designWith(lab, understood, wanted);
    const more = copies === 1 ? null : multiply(lab.sceneOf(subject, base).dots as VisibleDots, copies);
    const sceneOf = (design: Design): Scene => {
      const scene = lab.sceneOf(subject, design);
      return more === null
        ? scene
        : { ...scene, dots: more, coverage: repeatCoverage(scene.coverage as DotCoverage, copies) };
    };
    const { dots, coverage } = sceneOf(base);
    const shown = coverage?.shown ?? 0;
    rows.push(
      time('ours: Density change', shown, (turn) => {
        show(sceneOf({ ...base, densityPerCm2: base.densityPerCm2 - (turn % 2) * 5 }));
      }),
      time('ours: hairline handle drag', shown, (turn) => {
        show(sceneOf(movePoint(base, head, 'leftCorner', 0, (turn % 8) / 2)));
      }),
      time('ours: Time change', shown, (turn) => {
        show(sceneOf({ ...base, timeYears: 1 + (turn % 8) / 4 }));
      }),
    );
    if (copies === 1) {
      const worked = workedOn(base, head);
      const dotsOf = lab.sceneOf(subject, worked).coverage?.shown ?? 0;
      rows.push(
        time('ours: handle drag with strokes and zones', dotsOf, (turn) => {
          show(sceneOf(movePoint(worked, head, 'leftCorner', 0, (turn % 8) / 2)));
        }),
        time('ours: brush drag with strokes and zones', dotsOf, (turn) => {
          show(sceneOf(strokeAfter(worked, 2 + (turn % 20))));
        }),
        await timeStills(lab, subject, base),
      );
    }
    const pointsPx = placesShown(dots as VisibleDots, coverage as DotCoverage);
    const scene = { photo: subject.photo.working, pointsPx, radiusPx: 0.3 };
    for (const peer of [await particlePeer(scene), canvasPeer(scene)] satisfies Peer[]) {
      rows.push(
        time(peer.name, pointsPx.length / 2, (turn) => {
          peer.frame(turn);
        }),
      );
      peer.dispose();
    }
  }
  const base = designWith(lab, understood, 30_000);
  const view = lab.sceneOf(subject, base).dots as VisibleDots;
  rows.push(
    time(`coverage alone, of ${String(view.count)} dots facing the camera`, view.count, (turn) => {
      lab.sceneOf(subject, movePoint(base, head, 'leftCorner', 0, (turn % 8) / 2));
    }),
  );
  return rows;
}

function repeatCoverage({ bytes, drawCount, shown }: DotCoverage, copies: number): DotCoverage {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / BYTES_PER_DOT);
  const made = new Uint32Array(words.length * copies);
  for (let i = 0; i < words.length; i++) made.fill(words[i], i * copies, (i + 1) * copies);
  return { bytes: new Uint8Array(made.buffer), drawCount: drawCount * copies, shown: shown * copies };
}

function placesShown({ pointsPx }: VisibleDots, { bytes, drawCount }: DotCoverage): Float32Array {
  const places: number[] = [];
  for (let i = 0; i < drawCount; i++) {
    if (bytes[BYTES_PER_DOT * i] > 0) places.push(pointsPx[2 * i], pointsPx[2 * i + 1]);
  }
  return Float32Array.from(places);
}
