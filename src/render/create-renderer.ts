import { fail, ok } from '~/model/base/result';
import type { Result } from '~/model/base/result';
import type { SizePx } from '~/model/base/units';
import { createCompositePass } from './composite-pass';
import type { ChangedHair, Picture } from './composite-pass';
import { createMarksInUse } from './dots-geometry';
import { createGpu, targetTexture } from './gpu';
import { createPhotoTextures } from './photo-textures';
import { createPigmentPicture } from './pigment-picture';
import { cameSoFar, readBack } from './read-back';
import type { InDrawing, ViewTransform, Renderer, RenderProblem, Scene, View } from './scene';
import { bothCells, commonCells, wholeTarget } from './treated-cells';
import type { TreatedCells } from './treated-cells';

/** What the canvas shows. */
interface Shown extends Pick<Scene, 'photo' | 'ownHair'> {
  readonly smearPx: number;
  readonly view: View;
  /** Which drawing of the pigment; `BARE`: none; null: one that was moved along. */
  readonly drawing: number | null;
  readonly cells: TreatedCells | null;
}

const BARE = 0;

/** No drawing need be known to be over sooner than the next could be seen, ms. */
const FRAME_MS = 16;

/** A card that is asked for more and more all the while counts as never free after so long, ms. */
const MOST_WAIT_MS = 200;

/** Starts the picture maker, or says that this browser has no WebGL2. */
export async function createRenderer(): Promise<Result<Renderer, RenderProblem>> {
  const gpu = await createGpu();
  if (gpu === null) return fail('noWebGl2');
  const { pixi } = gpu;
  const { gl, canvas } = pixi;
  // Until something is drawn it is black.
  canvas.hidden = true;
  const blank = targetTexture('rgba8unorm', false);
  const textures = createPhotoTextures();
  const composite = createCompositePass(gpu, blank);
  const marks = createMarksInUse();
  const onScreen = createPigmentPicture(gpu, textures, marks);
  const forSaving = createPigmentPicture(gpu, textures, marks);
  const saved = targetTexture('rgba8unorm', false);
  const savedBare = targetTexture('rgba8unorm', false);
  const bare = targetTexture('rgba8unorm', false);
  let shown: Shown | null = null;
  let ground: Picture['ground'] = [0, 0, 0];
  /** So many times something was asked of the card. */
  let askings = 0;

  /** Settles once the card, which has done the first `done` askings, has nothing left to do; or, where it is asked all the time, after a while. */
  const untilFree = async (done: number): Promise<void> => {
    const began = performance.now();
    for (let so = done; so !== askings && performance.now() - began < MOST_WAIT_MS;) {
      so = askings;
      if (!(await cameSoFar(gl))) return;
    }
  };

  /** Forgets what was drawn, so that the next picture is made from the document alone. */
  const forget = (): void => {
    shown = null;
    onScreen.forget();
    forSaving.forget();
    textures.forget();
  };

  const hairOf = ({ ownHair, skin }: Scene): ChangedHair | null =>
    ownHair === null
      ? null
      : {
          shown: ownHair,
          skin: textures.ofSkin(ownHair.skin),
          change: textures.ofHairChange(ownHair.change),
          order: textures.ofOrder(),
          grainCodes: skin?.character.grain.sigmaCodes ?? 0,
        };

  const show = (scene: Scene, view: View): void => {
    const { size, camera } = view;
    if (gl.isContextLost() || size.widthPx < 1 || size.heightPx < 1) return;
    askings++;
    if (canvas.width !== size.widthPx || canvas.height !== size.heightPx) {
      pixi.resize(size.widthPx, size.heightPx);
      bare.resize(size.widthPx, size.heightPx);
      shown = null;
    }
    const photoSize = { widthPx: scene.photo.width, heightPx: scene.photo.height };
    const picture: Picture = { target: 'canvas', size, camera, bare, ground };
    const smearPx = smearOf(scene);
    canvas.hidden = false;
    const newBare =
      shown?.photo !== scene.photo ||
      shown.ownHair !== scene.ownHair ||
      shown.smearPx !== smearPx ||
      !sameCamera(shown.view.camera, camera);
    if (newBare) {
      const source = textures.ofPhoto(scene.photo);
      composite.drawBare({ source, size: photoSize, camera }, textures.ofGrain(smearPx), hairOf(scene), picture);
    }
    const pigment = view.moving
      ? onScreen.moved(camera, size)
      : onScreen.update(scene, {
          size,
          camera,
          blurScale: screenBlurScale(view, photoSize),
          brief: view.brief === true,
        });
    const drawing = pigment === null ? BARE : pigment.drawing;
    const before = !newBare && shown?.view.wipe === view.wipe ? shown.drawing : null;
    // The canvas shows it already.
    if (before !== null && before === drawing) {
      gpu.rest();
      return;
    }
    // Where neither this frame nor the one before has pigment, the canvas shows the bare photo already.
    const cells =
      newBare || shown === null || shown.cells === null || pigment === null
        ? wholeTarget(size)
        : bothCells(pigment.cells, shown.cells);
    const changed = pigment?.changed ?? null;
    composite.draw(
      picture,
      changed !== null && changed.since === before ? commonCells(cells, changed.cells) : cells,
      pigment === null ? null : { ...pigment.layers, wipePx: view.wipe * photoSize.widthPx },
    );
    shown = { photo: scene.photo, ownHair: scene.ownHair, smearPx, view, drawing, cells: pigment?.cells ?? null };
  };

  const readPixels: Renderer['readPixels'] = async (scene, part, whenFree) => {
    if (gl.isContextLost()) return null;
    const asking = ++askings;
    const size: SizePx<'still'> = { widthPx: part.photo.width, heightPx: part.photo.height };
    const camera: ViewTransform<'still'> = { scale: part.scale, offsetXPx: -part.leftPx, offsetYPx: -part.topPx };
    if (saved.pixelWidth !== size.widthPx || saved.pixelHeight !== size.heightPx) {
      saved.resize(size.widthPx, size.heightPx);
      savedBare.resize(size.widthPx, size.heightPx);
    }
    const source = textures.ofPart(part.photo);
    const picture: Picture = { target: saved, size, camera, bare: savedBare, ground };
    composite.drawBare({ source, size, camera: AS_IT_IS }, textures.ofGrain(smearOf(scene)), hairOf(scene), picture);
    const pigment = forSaving.update(scene, { size, camera, blurScale: part.scale, brief: false });
    composite.draw(picture, wholeTarget(size), pigment === null ? null : { ...pigment.layers, wipePx: 0 });
    const reading = readBack(gl, size, async () => {
      await whenFree?.();
      await untilFree(asking);
    });
    textures.dropPart(source);
    gpu.rest();
    const pixels = await reading;
    // A loss may be known later than it shows: then nothing was read. A picture is opaque everywhere.
    return pixels?.at(-1) === 0 ? null : pixels;
  };

  const listen = (event: 'webglcontextlost' | 'webglcontextrestored', listener: () => void): (() => void) => {
    canvas.addEventListener(event, listener);
    return () => {
      canvas.removeEventListener(event, listener);
    };
  };
  // Pixi restores its own state on this event too; forgetting comes after, so that all is uploaded and drawn anew.
  const stopForgetting = listen('webglcontextrestored', forget);

  return ok({
    canvas,
    show,
    onDrawn: (done) => void cameSoFar(gl, FRAME_MS).then(done),
    setGround: (colour) => {
      ground = colour;
      shown = null;
    },
    holdPhotos: (count) => textures.holdPhotos(count),
    readPixels,
    isLost: () => gl.isContextLost(),
    onContextLost: (listener) => listen('webglcontextlost', listener),
    onContextRestored: (listener) => listen('webglcontextrestored', listener),
    dispose: () => {
      stopForgetting();
      pixi.destroy(true);
    },
  });
}

/**
 * How sharp dots are on the screen, in screen px per photo px: as sharp as the photo while the whole of it is in view;
 * zoomed in, the photo is only enlarged but dots stay crisp.
 */
function screenBlurScale({ size, camera }: View, photo: SizePx): number {
  const fit = Math.min(size.widthPx / photo.widthPx, size.heightPx / photo.heightPx);
  return Math.min(camera.scale, Math.max(1, fit));
}

const AS_IT_IS: ViewTransform<InDrawing> = { scale: 1, offsetXPx: 0, offsetYPx: 0 };

const smearOf = ({ skin }: Scene): number => skin?.character.grain.smearPx ?? 0;

const sameCamera = (a: ViewTransform<InDrawing>, b: ViewTransform<InDrawing>): boolean =>
  a.scale === b.scale && a.offsetXPx === b.offsetXPx && a.offsetYPx === b.offsetYPx;
