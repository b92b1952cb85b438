import { healedMessage } from '~/ui/words/home/healed-words';
import { codeMessage } from '~/ui/words/home/code-words';
import { createCodeReader } from '~/codes/code-reader';
import type { DetectionProblem } from '~/detect/detector';
import type { Ports } from '~/intake/ports';
import type { KeptProject } from '~/keep/kept-records';
import type { Photo } from '~/io/photo';
import type { Work } from '~/keep/project-file';
import { fail, ok } from '~/model/base/result';
import { turnedSize, turnedThen } from '~/model/base/orientation';
import type { SizePx } from '~/model/base/units';
import type { DotField } from '~/model/dots/dot-field';
import { NO_CORRECTION } from '~/model/design/head-correction';
import { correctHead, placeByHand } from '~/model/fit/place-by-hand';
import { meanCranium } from '~/model/head/cranium';
import { CANONICAL_MM, canonicalPoint } from '~/model/head/face-points';
import type { OutlineMask } from '~/model/raster/photo-map';
import type { PhotoPixels } from '~/model/raster/photo-pixels';
import { projectPinhole } from '~/model/view/camera';
import type { FaceReading } from '~/model/view/head-reading';
import type { Renderer } from '~/render/scene';

export const PHOTO_SIZE: SizePx = { widthPx: 600, heightPx: 800 };

/** The average face in the middle of the photo, looking into the camera or turned by so much to its left. */
export function averageFace(turnDegrees = 0): FaceReading {
  const { pose } = correctHead(placeByHand(PHOTO_SIZE, 'men'), { ...NO_CORRECTION, turnDegrees });
  const landmarksPx = new Float32Array(CANONICAL_MM.length);
  for (let vertex = 0; vertex < CANONICAL_MM.length / 3; vertex++) {
    const { xPx, yPx, depthMm } = projectPinhole(pose, canonicalPoint(vertex));
    landmarksPx.set([xPx, yPx, depthMm], 3 * vertex);
  }
  const xs = [...landmarksPx].filter((_, i) => i % 3 === 0);
  const ys = [...landmarksPx].filter((_, i) => i % 3 === 1);
  return {
    landmarksPx,
    box: { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) },
  };
}

const EVERYWHERE: OutlineMask = {
  columns: 6,
  rows: 8,
  leftPx: 0,
  topPx: 0,
  pxPerSample: 100,
  confidence: new Uint8Array(48).fill(255),
};

/** Some hundred dots over the upper head, spread by the golden angle. */
export function smallDotField(count = 600): DotField {
  const directions = new Float32Array(3 * count);
  for (let i = 0; i < count; i++) {
    // A rank that visits the height evenly, so that each prefix is spread over the head.
    const y = 1 - 1.2 * ((i * 0.754877666) % 1);
    const ring = Math.sqrt(1 - y * y);
    const turn = i * 2.399963;
    directions.set([ring * Math.cos(turn), y, ring * Math.sin(turn)], 3 * i);
  }
  const { halfBreadthMm, halfLengthMm } = meanCranium('men');
  const sizeClasses = Uint8Array.from({ length: count }, (_, dot) => (dot * 7) % 16);
  return { count, directions, areaMm2: 2 * Math.PI * 1.2 * halfBreadthMm * halfLengthMm, sizeClasses };
}

/** An even patch of medium skin: RGBA 190, 150, 130, 255, in the order in which memory holds it. */
const skinPixels = ({ widthPx, heightPx }: SizePx, photoPxPerPixel: number): PhotoPixels => ({
  widthPx,
  heightPx,
  photoPxPerPixel,
  data: new Uint8ClampedArray(new Uint32Array(widthPx * heightPx).fill(0xff8296be).buffer),
});

export const photoFile = (name = 'head.jpg', content = 'a photo'): File => new File([content], name);

const photoOf = (file: Blob & { readonly name?: string }): Photo => ({
  working: { width: PHOTO_SIZE.widthPx, height: PHOTO_SIZE.heightPx, close: () => undefined },
  size: PHOTO_SIZE,
  full: { widthPx: 1200, heightPx: 1600 },
  file,
  name: file.name ?? '',
  focalPx: null,
});

/** What the fake world answers; change it between steps. */
export interface FakeWorld {
  faces: readonly FaceReading[];
  detection: DetectionProblem | null;
  /** Awaited before a photo counts as decoded. */
  decoding: Promise<void>;
  hasWebGl: boolean;
  /** Whether the graphics card is away, and who wants to hear that it is back. */
  readonly card: { lost: boolean; readonly restored: Set<() => void> };
  storage: boolean;
  readonly kept: Map<string, Work>;
  /** Projects that another tab has open, and those that it has changed since. */
  readonly elsewhere: Set<string>;
  readonly changedElsewhere: Set<string>;
  readonly saved: { readonly name: string; readonly content: Blob }[];
  /** Names of files handed to another app, and how that goes. */
  readonly shared: string[];
  sharing: 'shared' | 'cancelled' | 'failed';
  /** Addresses of fetched files, and names of opened ones. */
  readonly asked: string[];
}

/** A world in memory where only browser things are made up: files whose text is 'broken' cannot be opened. */
export function fakePorts(): { world: FakeWorld; ports: Ports } {
  const world: FakeWorld = {
    faces: [averageFace()],
    detection: null,
    decoding: Promise.resolve(),
    hasWebGl: true,
    card: { lost: false, restored: new Set() },
    storage: true,
    kept: new Map(),
    elsewhere: new Set(),
    changedElsewhere: new Set(),
    saved: [],
    shared: [],
    sharing: 'shared',
    asked: [],
  };
  const readText = createCodeReader();
  let last: string | null = null;
  let ids = 0;
  const renderer = {
    readPixels: (_scene, { photo }) =>
      Promise.resolve(world.card.lost ? null : new Uint8ClampedArray(4 * photo.width * photo.height)),
    isLost: () => world.card.lost,
    onContextRestored: (listener) => {
      world.card.restored.add(listener);
      return () => world.card.restored.delete(listener);
    },
  } as Pick<Renderer, 'readPixels' | 'isLost' | 'onContextRestored'> as Renderer;
  const listed = (): KeptProject[] =>
    [...world.kept].map(([id, { name }]) => ({ id, name, savedAtMs: 0, thumbnail: null }));
  const attempt = <Value>(value: () => Value) =>
    Promise.resolve(world.storage ? ok(value()) : fail('unavailable' as const));

  const ports: Ports = {
    detector: {
      warmUp: () => undefined,
      findFaces: () => Promise.resolve(world.detection === null ? ok(world.faces) : fail(world.detection)),
      readOutline: () => Promise.resolve(world.detection === null ? ok(EVERYWHERE) : fail(world.detection)),
      dispose: () => undefined,
    },
    autosave: {
      save: (id, work) => {
        if (world.changedElsewhere.has(id)) return Promise.resolve(fail('elsewhere' as const));
        return attempt(() => {
          world.kept.set(id, work);
          last = id;
          return null;
        });
      },
      bringIn: () => attempt(() => null),
      claim: (id) => Promise.resolve(!world.elsewhere.has(id)),
      list: () => attempt(listed),
      load: (id) => {
        const work = world.kept.get(id);
        return Promise.resolve(work === undefined ? fail('damaged' as const) : ok(work));
      },
      isElsewhere: (id) => Promise.resolve(world.elsewhere.has(id)),
      rename: () => attempt(() => null),
      whole: () => Promise.resolve(fail('damaged' as const)),
      remove: (id) =>
        attempt(() => {
          world.kept.delete(id);
          return null;
        }),
      lastId: () => attempt(() => last),
      forgetLast: () =>
        attempt(() => {
          last = null;
          return null;
        }),
    },
    openPhoto: async (file) => {
      world.asked.push(file.name ?? '');
      await world.decoding;
      return (await file.text()) === 'broken' ? fail({ kind: 'damaged' as const }) : ok(photoOf(file));
    },
    turnPhoto: (photo, by) =>
      Promise.resolve({
        ...photo,
        size: turnedSize(photo.size, by),
        full: turnedSize(photo.full, by),
        turned: turnedThen(photo.turned ?? 1, by),
      }),
    readPixels: () => Promise.resolve(skinPixels({ widthPx: 150, heightPx: 200 }, 4)),
    readPatch: (_photo, leftPx, topPx) => ({
      ...skinPixels({ widthPx: 64, heightPx: 64 }, 1),
      leftPx: Math.round(leftPx),
      topPx: Math.round(topPx),
    }),
    isProjectFile: (file) => Promise.resolve(file.name?.endsWith('.stipple') === true),
    isWorksFile: () => Promise.resolve(false),
    storageRoom: () => Promise.resolve(null),
    readProjectFile: () => Promise.resolve(fail({ kind: 'newer', version: 99 })),
    writeProjectFile: (work) => Promise.resolve(ok(new Blob([JSON.stringify(work.consultation)]))),
    encodePicture: async ({ full: { widthPx, heightPx }, working }, paint) => {
      const painted = await paint({ photo: working, leftPx: 0, topPx: 0, scale: 1 });
      if (painted === null) return fail('cardLost' as const);
      return ok({ blob: new Blob(['picture']), size: { widthPx, heightPx }, reduced: false });
    },
    encodeComparison: async ({ size: { widthPx, heightPx }, working }, paint, crop) => {
      crop?.('portrait', { widthPx, heightPx });
      const painted = await paint({ photo: working, leftPx: 0, topPx: 0, scale: 1 });
      if (painted === null) return fail('cardLost' as const);
      return ok({ blob: new Blob(['before and after']), size: { widthPx, heightPx }, reduced: false });
    },
    encodeSketch: async ({ full: { widthPx, heightPx }, working }, paint, marks, words) => {
      const painted = await paint({ photo: working, leftPx: 0, topPx: 0, scale: 1 });
      if (painted === null) return fail('cardLost' as const);
      return ok({ blob: new Blob([JSON.stringify({ marks, words })]), size: { widthPx, heightPx }, reduced: false });
    },
    encodeFilm: async ({ full, working }, { plan }, paintAt, words, { progress, signal }) => {
      const moments = [
        { sessionsDone: 0, timeYears: 0 },
        { sessionsDone: plan.sessionsPlanned, timeYears: 10 },
      ] as const;
      for (const [at, moment] of moments.entries()) {
        if (signal.aborted) return fail('aborted' as const);
        if ((await paintAt(moment)({ photo: working, leftPx: 0, topPx: 0, scale: 1 })) === null)
          return fail('cardLost' as const);
        progress((at + 1) / moments.length);
      }
      const blob = new Blob([moments.map(words.momentOf).join(' … ')]);
      const size = { widthPx: full.widthPx, heightPx: full.heightPx };
      return ok({ blob, extension: '.webm' as const, size, seconds: 9, span: moments });
    },
    codePicture: () => Promise.resolve({ blob: new Blob(['code']), widthPx: 1, heightPx: 1 }),
    codeWords: (news) => Promise.resolve(codeMessage(news)),
    dayTaken: () => Promise.resolve(null),
    healedWords: (news) => Promise.resolve(healedMessage(news)),
    readCodes: (text) => Promise.resolve(readText(text)),
    shareFiles: (files) => {
      world.shared.push(...files.map(({ name }) => name));
      return Promise.resolve(world.sharing);
    },
    saveFile: (content, name) => {
      world.saved.push({ name, content });
    },
    fetchFile: (address) => {
      world.asked.push(address);
      return Promise.resolve(photoFile(address));
    },
    dotField: () => Promise.resolve(smallDotField()),
    renderer: () => Promise.resolve(world.hasWebGl ? renderer : null),
    thumbnail: () => Promise.resolve(null),
    mayComeBack: () => true,
    reloadPage: () => undefined,
    newId: () => `project-${++ids}`,
  };
  return { world, ports };
}
