import { fail, ok } from '~/model/result';
import type { Result } from '~/model/result';
import type { SizePx } from '~/model/units';
import { createCompositePass } from './composite-pass';
import type { Canvas, TargetBox } from './composite-pass';
import { createGpu, targetTexture } from './gpu';
import { createPhotoTextures } from './photo-textures';
import { createPigmentPicture } from './pigment-picture';
import type { PicturePart, Renderer, RenderProblem, Scene, View } from './scene';

/** Starts the picture maker, or says that this browser has no WebGL2. */
export async function createRenderer(): Promise<Result<Renderer, RenderProblem>> {
  const gpu = await createGpu();
  if (gpu === null) return fail('noWebGl2');
  const { pixi } = gpu;
  const { gl, canvas } = pixi;
  const blank = targetTexture('rgba8unorm', false);
  const textures = createPhotoTextures();
  const composite = createCompositePass(gpu, blank);
  const onScreen = createPigmentPicture(gpu, textures);
  const forSaving = createPigmentPicture(gpu, textures);
  const saved = targetTexture('rgba8unorm', false);
  let shown: { scene: Scene; view: View } | null = null;
  let drawnBox: TargetBox | null = null;

  /** Forgets what was drawn, so that the next picture is made from the document alone. */
  const forget = (): void => {
    shown = null;
    drawnBox = null;
    onScreen.forget();
    forSaving.forget();
    textures.forget();
  };

  const show = (scene: Scene, view: View): void => {
    if (gl.isContextLost() || view.size.widthPx < 1 || view.size.heightPx < 1) return;
    if (canvas.width !== view.size.widthPx || canvas.height !== view.size.heightPx) {
      pixi.resize(view.size.widthPx, view.size.heightPx);
      shown = null;
    }
    const photoSize = { widthPx: scene.photo.width, heightPx: scene.photo.height };
    const screen: Canvas = {
      target: 'canvas',
      size: view.size,
      camera: view.camera,
      photo: textures.ofPhoto(scene.photo),
      photoSize,
      exact: false,
    };
    const pigment = view.moving
      ? onScreen.moved(view.camera)
      : onScreen.update(scene, { size: view.size, camera: view.camera, blurScale: screenBlurScale(view, photoSize) });
    const box = pigment?.box ?? null;
    if (shown?.scene.photo !== scene.photo || !sameView(shown.view, view) || !sameBox(drawnBox, box)) {
      composite.drawPhoto(screen);
    }
    if (pigment !== null) {
      composite.drawPigment(screen, pigment.box, { ...pigment.layers, wipePx: view.wipe * photoSize.widthPx });
    }
    shown = { scene, view };
    drawnBox = box;
  };

  const readPixels = (scene: Scene, part: PicturePart): Uint8ClampedArray => {
    const size: SizePx = { widthPx: part.photo.width, heightPx: part.photo.height };
    const camera = { scale: part.scale, offsetXPx: -part.leftPx, offsetYPx: -part.topPx };
    if (saved.pixelWidth !== size.widthPx || saved.pixelHeight !== size.heightPx) {
      saved.resize(size.widthPx, size.heightPx);
    }
    const photo = textures.ofPart(part.photo);
    const picture: Canvas = {
      target: saved,
      size,
      camera,
      photo,
      photoSize: { widthPx: scene.photo.width, heightPx: scene.photo.height },
      exact: true,
    };
    composite.drawPhoto(picture);
    const pigment = forSaving.update(scene, { size, camera, blurScale: part.scale });
    if (pigment !== null) composite.drawPigment(picture, pigment.box, { ...pigment.layers, wipePx: 0 });
    const pixels = new Uint8ClampedArray(size.widthPx * size.heightPx * 4);
    gl.readPixels(0, 0, size.widthPx, size.heightPx, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(pixels.buffer));
    textures.dropPart(photo);
    return pixels;
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
    readPixels,
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

const sameView = (a: View, b: View): boolean =>
  a.camera.scale === b.camera.scale &&
  a.camera.offsetXPx === b.camera.offsetXPx &&
  a.camera.offsetYPx === b.camera.offsetYPx;

const sameBox = (a: TargetBox | null, b: TargetBox | null): boolean =>
  a === b ||
  (a !== null && b !== null && a.left === b.left && a.top === b.top && a.width === b.width && a.height === b.height);
