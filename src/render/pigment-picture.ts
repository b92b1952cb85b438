import type { Box, SizePx } from '~/model/base/units';
import type { DotCoverage } from '~/model/dots/dot-coverage';
import type { VisibleDots } from '~/model/dots/visible-dots';
import type { DotAppearance } from '~/model/pigment/dot-appearance';
import { detailGain } from '~/model/photo/measure-sharpness';
import { CORE_VARIANCE, coreAreaMm2 } from '~/model/pigment/dot-optics';
import { PHOTOGRAPHED } from '~/model/pigment/photographed';
import type { OutlineMask } from '~/model/raster/photo-map';
import type { Pigment } from './composite-pass';
import { createDotsGeometry } from './dots-geometry';
import type { DotsGeometry, MarksInUse } from './dots-geometry';
import { createDotsPass } from './dots-pass';
import { growTarget, targetTexture } from './gpu';
import type { Gpu } from './gpu';
import { COLOUR_REACH_MM, haloBlock, HALO_REACH, MOST_BLOCK } from './halo-kernel';
import { createHaloPass } from './halo-pass';
import type { Halo } from './halo-pass';
import type { PhotoTextures } from './photo-textures';
import type { InDrawing, ViewTransform, Scene } from './scene';
import { treatedCells, wholeTarget } from './treated-cells';
import type { TreatedCells } from './treated-cells';

/** Heavier sharpening of dots would be seen sooner than that of anything else in the photo. */
const MOST_SHARPENED = 1.5;

/** What of the photo a picture shows, and how sharp dots are in it (target px per photo px of the photo's blur). */
export interface Framing {
  readonly size: SizePx<InDrawing>;
  readonly camera: ViewTransform<InDrawing>;
  readonly blurScale: number;
  /** Whether a change goes on, see `View`. */
  readonly brief: boolean;
}

/** Layers ready to be laid over the photo within `cells`. */
export interface PigmentLayers {
  /** Which drawing of this picture they are, 1 or more; null where one was moved along. */
  readonly drawing: number | null;
  /** The cells outside which all is as it was in an earlier drawing; null where nothing is known of one. */
  readonly changed: { readonly since: number; readonly cells: TreatedCells } | null;
  readonly cells: TreatedCells;
  readonly layers: Omit<Pigment, 'wipePx'>;
}

/** Cores and halo of one framing of the scene, drawn again only where something they depend on changed. */
export interface PigmentPicture {
  update(scene: Scene, framing: Framing): PigmentLayers | null;
  /** The layers as drawn last, moved along with the camera. */
  moved(camera: ViewTransform<InDrawing>, size: SizePx<InDrawing>): PigmentLayers | null;
  forget(): void;
}

interface Drawing extends PigmentLayers {
  readonly drawing: number;
}

interface Drawn {
  readonly dots: VisibleDots;
  readonly coverage: DotCoverage;
  readonly look: DotAppearance;
  readonly outline: OutlineMask | null;
  readonly skin: Scene['skin'];
  readonly framing: Framing;
  readonly placed: TargetBox;
  readonly result: Drawing;
}

/**
 * Cores are laid on a grid of this many target px, fixed to the photo: neighbouring tiles of a saved picture then blur
 * alike, and the treated box does not move with every small change of the line.
 */
const GRID_PX = MOST_BLOCK;
/**
 * A dot's farthest mark lies within so much of it, mm and standard deviations of the blur: .62 mm to its companion, and half of the longest
 * stroke of the largest dots, fresh.
 */
const MARK_MM = 1.65;
const MARK_BLURS = 4;
/** No photo is sharper than its own pixels, and a smaller spread would let dots fall between them. */
const LEAST_BLUR_PX = 0.45;

export function createPigmentPicture(gpu: Gpu, textures: PhotoTextures, marks: MarksInUse): PigmentPicture {
  const dotsPass = createDotsPass(gpu);
  const haloPass = createHaloPass(gpu);
  const cores = targetTexture(gpu.lossFormat, false);
  let geometry: { view: VisibleDots; dots: DotsGeometry; coverage: DotCoverage | null } | null = null;
  let drawn: Drawn | null = null;
  let drawings = 0;

  const geometryOf = (view: VisibleDots, coverage: DotCoverage): DotsGeometry => {
    if (geometry?.view !== view) {
      geometry?.dots.destroy();
      geometry = { view, dots: createDotsGeometry(view, marks), coverage: null };
    }
    if (geometry.coverage !== coverage) {
      geometry.dots.setCoverage(coverage);
      geometry.coverage = coverage;
    }
    return geometry.dots;
  };

  const update = (scene: Scene, framing: Framing): PigmentLayers | null => {
    const { dots: view, coverage, look, outline, skin } = scene;
    if (view === null || coverage === null || look === null) {
      drawn = null;
      return null;
    }
    // What was drawn last, where at most the coverage of its dots is another by now.
    const last =
      drawn?.dots === view &&
      drawn.look === look &&
      drawn.outline === outline &&
      drawn.skin === skin &&
      sameFraming(drawn.framing, framing)
        ? drawn
        : null;
    if (last?.coverage === coverage) return last.result;
    const dots = geometryOf(view, coverage);
    if (dots.shown.count === 0) {
      drawn = null;
      return null;
    }
    const { camera } = framing;
    const pxPerMm = dots.pxPerMm * camera.scale;
    const reachPx = {
      light: look.haloLengthMm * pxPerMm,
      colour: COLOUR_REACH_MM * pxPerMm,
    };
    const margin = Math.ceil(Math.max(HALO_REACH * reachPx.light, reachPx.colour)) + 4;
    const placed = coresBox(dots.shown.box, framing, margin);
    if (placed === null) {
      drawn = null;
      return null;
    }
    const used = { widthPx: placed.width, heightPx: placed.height };
    const blurPx = Math.max(LEAST_BLUR_PX, (skin?.character.blurPx ?? 0.6) * framing.blurScale);
    // Where only some dots are others, all that lies beyond their reach is drawn already.
    const before = last !== null && sameBox(last.placed, placed) ? last.result.drawing : null;
    const block = haloBlock(reachPx.light, framing.brief);
    const changedPx = margin + Math.ceil(MARK_MM * pxPerMm + MARK_BLURS * blurPx) + 2 * block;
    const changedIn = (to: ViewTransform<InDrawing>, size: SizePx<InDrawing>, reach: number): TreatedCells =>
      treatedCells(dots.shown.changedPx, dots.shown.changed, to, size, reach);
    growTarget(cores, used);
    dotsPass.draw(
      dots,
      look,
      {
        scale: camera.scale,
        offsetXPx: camera.offsetXPx - placed.left,
        offsetYPx: camera.offsetYPx - placed.top,
        used,
        blurPx,
        brief: framing.brief,
      },
      cores,
    );
    const inHalo: ViewTransform<InDrawing> = {
      scale: camera.scale / block,
      offsetXPx: (camera.offsetXPx - placed.left) / block,
      offsetYPx: (camera.offsetYPx - placed.top) / block,
    };
    const haloSize = { widthPx: used.widthPx / block, heightPx: used.heightPx / block };
    const anew = before === null ? null : changedIn(inHalo, haloSize, changedPx / block);
    const halo: Halo = haloPass.draw(cores, used, reachPx, block, anew);
    const result: Drawing = {
      drawing: ++drawings,
      changed: before === null ? null : { since: before, cells: changedIn(camera, framing.size, changedPx) },
      cells: treatedCells(dots.shown.placesPx, dots.shown.count, camera, framing.size, margin),
      layers: {
        cores,
        coresUsed: used,
        targetToCores: [1, -placed.left, -placed.top],
        halo,
        mesh: { source: textures.ofMesh(), pxPerMm: dots.pxPerMm, blurMm: blurPx / pxPerMm },
        head: textures.ofHead(outline, skin?.gloss ?? null),
        look,
        reddeningCores: reddeningCores(look),
        detailGain: sharpened(skin, framing, look, dots.pxPerMm),
        grainCodes: skin?.character.grain.sigmaCodes ?? 0,
      },
    };
    drawn = { dots: view, coverage, look, outline, skin, framing, placed, result };
    return result;
  };

  const moved: PigmentPicture['moved'] = (camera, size) => {
    if (drawn === null) return null;
    const { result, framing } = drawn;
    const before = framing.camera;
    const ratio = before.scale / camera.scale;
    const [, left, top] = result.layers.targetToCores;
    return {
      drawing: null,
      changed: null,
      cells: wholeTarget(size),
      layers: {
        ...result.layers,
        targetToCores: [
          ratio,
          before.offsetXPx + left - camera.offsetXPx * ratio,
          before.offsetYPx + top - camera.offsetYPx * ratio,
        ],
      },
    };
  };

  return {
    update,
    moved,
    forget: () => {
      geometry?.dots.destroy();
      geometry = null;
      drawn = null;
    },
  };
}

/**
 * What dots stand out from what their halo blurs, so that they stand out as much more as the photo's own sharpening makes
 * spots of their size; zoomed in, where dots are crisper than the photo, less and less of it.
 */
function sharpened(skin: Scene['skin'], { camera, blurScale }: Framing, look: DotAppearance, pxPerMm: number): number {
  if (skin === null) return 1;
  const spotPx = Math.hypot(
    skin.character.blurPx,
    Math.sqrt(CORE_VARIANCE) * meanOfDots(look, (radiusMm) => radiusMm) * pxPerMm,
  );
  // The halo's standard deviation is √3 decay lengths: of a spot as wide as it, half is left by that blur.
  const haloPx = Math.sqrt(3) * look.haloLengthMm * pxPerMm;
  const left = 1 / (1 + (spotPx / haloPx) ** 2);
  const more = Math.min(MOST_SHARPENED, (detailGain(skin.character, spotPx) - 1) / left);
  return 1 + more * Math.min(1, blurScale / camera.scale) ** 2;
}

/** Mean over the dots of a look that are there, 0 without any. */
function meanOfDots({ table }: DotAppearance, of: (radiusMm: number, contrast: number) => number): number {
  let [sum, rows] = [0, 0];
  for (let i = 0; i < table.length; i += 2) {
    if (table[i + 1] === 0) continue;
    sum += of(table[i], table[i + 1]);
    rows++;
  }
  return rows === 0 ? 0 : sum / rows;
}

/** Mean light loss where there are so many needle marks that skin is half as red as it gets. */
function reddeningCores(look: DotAppearance): number {
  const coreMm2 = meanOfDots(look, (radiusMm, contrast) => coreAreaMm2(contrast, radiusMm, look.frayed));
  return coreMm2 === 0 ? 1 : coreMm2 * PHOTOGRAPHED.halfReddenedPerMm2;
}

/** A rectangle of the target, px, from the top left. */
interface TargetBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The part of the target in which dots or their halo can show, with a margin, on the grid; null where there is none. */
function coresBox(box: Box, { size, camera }: Framing, margin: number): TargetBox | null {
  const across = (from: number, to: number, offset: number, extent: number): [number, number] => {
    const start = Math.max(from * camera.scale + offset, 0) - margin;
    const end = Math.min(to * camera.scale + offset, extent) + margin;
    const origin = Math.floor(Math.floor((start - offset) / GRID_PX) * GRID_PX + offset);
    return [origin, Math.ceil((end - origin) / GRID_PX) * GRID_PX];
  };
  const [left, width] = across(box.left, box.right, camera.offsetXPx, size.widthPx);
  const [top, height] = across(box.top, box.bottom, camera.offsetYPx, size.heightPx);
  return width <= 2 * margin || height <= 2 * margin ? null : { left, top, width, height };
}

const sameBox = (a: TargetBox, b: TargetBox): boolean =>
  a.left === b.left && a.top === b.top && a.width === b.width && a.height === b.height;

const sameFraming = (a: Framing, b: Framing): boolean =>
  a.blurScale === b.blurScale &&
  a.brief === b.brief &&
  a.size.widthPx === b.size.widthPx &&
  a.size.heightPx === b.size.heightPx &&
  a.camera.scale === b.camera.scale &&
  a.camera.offsetXPx === b.camera.offsetXPx &&
  a.camera.offsetYPx === b.camera.offsetYPx;
