import type { StoreApi } from 'zustand/vanilla';
import type { cutPhoto, PhotoBox } from '~/io/cut-photo';
import type { PointPx, SizePx } from '~/model/base/units';
import { memoEach } from '~/model/base/memo';
import { createDerivation, createKnownHeads } from '~/model/derive';
import type { KnownHeads } from '~/model/derive';
import type { Design } from '~/model/design/design';
import type { StrokeKind } from '~/model/design/drawing';
import type { DotField } from '~/model/dots/dot-field';
import { hairlineInSight } from '~/model/overlay/hairline-in-sight';
import { pencilInSight } from '~/model/overlay/pencil-in-sight';
import { strokesInSight } from '~/model/overlay/strokes-in-sight';
import type { HeadReading } from '~/model/view/head-reading';
import { silhouetteLine } from '~/model/view/silhouette-line';
import type { HeadInView } from '~/model/view/view';
import type { Renderer } from '~/render/scene';
import type { AppState } from '~/store/app-state';
import { stateInView } from '~/store/in-view';
import { headAtHand } from '~/store/photos-together';
import { pxPerMmAt } from './px-per-mm';
import type { FreeTurns } from './free-turns';
import { derivedScenes } from './scenes';
import { stillPart } from './still-part';
import type { StillFrame } from './still-part';

/** A small picture of this head, and where its hairline lies in it: the pieces that face the camera, px of the picture. */
export interface Still {
  readonly pixels: ImageData;
  readonly line: readonly (readonly PointPx<'still'>[])[];
  /** The line of another design of this head in the same picture, as it is while a finger drags. */
  readonly lineOf: (design: Design) => Still['line'];
  /** The lines of the pencil that face the camera, and how wide they lie on the skin, px of the picture. */
  readonly pencil: { readonly lines: readonly (readonly PointPx<'still'>[])[]; readonly widthPx: number };
  /** Strokes of the brush, as far as they face the camera, in the order in which they were painted. */
  readonly strokes: readonly StillStroke[];
  /** Edge of the skull from one end over the top to the other: what is painted ends there. */
  readonly skull: () => readonly PointPx<'still'>[];
  /** Where notes are pinned, each with its place in the design's list. */
  readonly notes: readonly { readonly index: number; readonly at: PointPx<'still'> }[];
  /** How large a mm across the forehead is in it, px; of a head from behind, across the middle of the head. */
  readonly pxPerMm: number;
  /** The head in it, and the part of the photo that it shows, working px. */
  readonly fit: HeadInView;
  readonly part: PhotoBox;
}

/** A stroke of the brush in a small picture: its middle, and the pieces that together are all it covers, px of the picture. */
export interface StillStroke {
  readonly kind: StrokeKind;
  readonly lines: Still['line'];
  readonly covers: () => Still['line'];
}

/** `urgent`: it is waited for, and comes before all that only stand by. `view`: another photo of the head than the one on the screen, by its id. */
export interface StillWish {
  readonly urgent?: boolean;
  readonly view?: string;
}

/** A still of a design that is not the one on the screen; null: nothing can be drawn, or nobody wants it any more. */
export type StillOf = (
  design: Design,
  frame: StillFrame,
  size: SizePx<'still'>,
  signal: AbortSignal,
  wish?: StillWish,
) => Promise<Still | null>;

export interface StillParts {
  readonly store: StoreApi<AppState>;
  readonly dotField: () => Promise<DotField>;
  readonly renderer: () => Promise<Renderer | null>;
  readonly cutPhoto: typeof cutPhoto;
  /** Runs the work when the page has nothing more urgent to do. */
  readonly whenIdle: (work: () => void) => void;
  readonly turns: Pick<FreeTurns, 'isHeld' | 'whenFree'>;
  /** Heads that the picture knows already. */
  readonly heads?: KnownHeads;
}

interface Request {
  readonly run: () => Promise<void>;
  readonly signal: AbortSignal;
  readonly urgent: boolean;
}

/**
 * Stills, one after the other while nothing else is going on: never during a gesture, and what each takes (its dots, its drawing, its bytes)
 * in turns of their own, so that whoever puts a finger down meanwhile waits for one of them at most; an urgent one goes on at once. They have a derivation of their own,
 * so that the picture under the finger keeps what it knows; the head they share. Of another photo of the head each has its own, for as
 * long as what was read of that photo is kept.
 */
export function createStills({ store, dotField, renderer, cutPhoto, whenIdle, turns, heads }: StillParts): StillOf {
  const studio = (known?: KnownHeads) => {
    const derived = createDerivation(known);
    return { derived, treated: derivedScenes(derived) };
  };
  const ofShown = studio(heads);
  const beside = memoEach<HeadReading, ReturnType<typeof studio>>(() => studio(createKnownHeads(heads?.fitted)));
  let waiting: readonly Request[] = [];
  let working = false;

  const next = (): void => {
    if (working || waiting.length === 0) return;
    working = true;
    whenIdle(() => {
      const busy = turns.isHeld() || store.getState().history.draft !== null;
      const wanted = waiting.filter(({ signal }) => !signal.aborted);
      const request = busy ? undefined : (wanted.find(({ urgent }) => urgent) ?? wanted.at(0));
      waiting = wanted.filter((other) => other !== request);
      const done = (): void => {
        working = false;
        next();
      };
      if (request === undefined) done();
      else request.run().then(done, done);
    });
  };

  const draw = async (
    design: Design,
    frame: StillFrame,
    size: SizePx<'still'>,
    { urgent = false, view }: StillWish,
  ): Promise<Still | null> => {
    const state = store.getState();
    const seen = view === undefined ? state : stateInView(state, view);
    const subject = seen === null ? null : headAtHand(seen);
    const [field, maker] = await Promise.all([dotField(), renderer()]);
    if (subject === null || maker === null) return null;
    const { derived, treated } = seen === state ? ofShown : beside(subject.reading);
    const fit = derived.fit(subject, design);
    const part = stillPart(subject.photo.size, fit, frame, size);
    const scale = size.widthPx / part.width;
    const scene = treated(subject, design, field);
    if (!urgent) await turns.whenFree();
    const photo = await cutPhoto(subject.photo.working, part, size);
    const inStillPx = { photo, leftPx: part.left * scale, topPx: part.top * scale, scale };
    const pixels = await maker.readPixels(scene, inStillPx, urgent ? undefined : turns.whenFree);
    photo.close();
    if (pixels === null) return null;
    const inStill = ({ xPx, yPx }: PointPx): PointPx<'still'> => ({
      xPx: (xPx - part.left) * scale,
      yPx: (yPx - part.top) * scale,
    });
    const lineOf = (other: Design): Still['line'] =>
      hairlineInSight(derived.hairline(subject, other), derived.fit(subject, other)).map((piece) => piece.map(inStill));
    const sketch = pencilInSight(design.pencil, design.notes, fit);
    return {
      pixels: new ImageData(new Uint8ClampedArray(pixels), size.widthPx, size.heightPx),
      line: lineOf(design),
      lineOf,
      pencil: { lines: sketch.lines.map((piece) => piece.map(inStill)), widthPx: sketch.widthPx * scale },
      strokes: strokesInSight(design.strokes, fit).map(({ kind, lines, covers }) => ({
        kind,
        lines: lines.map((piece) => piece.map(inStill)),
        covers: () => covers().map((piece) => piece.map(inStill)),
      })),
      skull: () => silhouetteLine(fit).map(inStill),
      notes: sketch.notes.map(({ index, at }) => ({ index, at: inStill(at) })),
      pxPerMm: scale * pxPerMmAt(fit, derived.points(subject, design).middle),
      fit,
      part,
    };
  };

  return (design, frame, size, signal, wish = {}) =>
    new Promise((resolve, reject) => {
      if (signal.aborted) {
        resolve(null);
        return;
      }
      const run = (): Promise<void> => draw(design, frame, size, wish).then(resolve, reject);
      signal.addEventListener('abort', () => resolve(null), { once: true });
      waiting = [...waiting, { run, signal, urgent: wish.urgent ?? false }];
      next();
    });
}
