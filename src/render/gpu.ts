import 'pixi.js/unsafe-eval';
import {
  Buffer,
  BufferUsage,
  Geometry,
  GlProgram,
  Rectangle,
  Shader,
  State,
  TextureSource,
  Ticker,
  UniformGroup,
  WebGLRenderer,
} from 'pixi.js';
import type { SizePx } from '~/model/base/units';
import type { InDrawing } from './scene';

/** Where a pass draws: a texture of its own (first row at the top of the picture) or the canvas (first row at the bottom). */
export type Target = TextureSource | 'canvas';

/** Every GPU pass has this shape. */
export interface Pass {
  readonly target: Target;
  /** Part of the target in use, from its origin. */
  readonly used: SizePx<InDrawing>;
  readonly shader: Shader;
  readonly geometry: Geometry;
  /** `add` sums light losses; `replace` writes. */
  readonly blend: 'add' | 'replace';
  readonly vertices: number;
  /** Colour and alpha that it is filled with before; null: it stays as it is. */
  readonly clear: Colour | null;
}

/** Colour and alpha of a target, 0..1. */
export type Colour = [red: number, green: number, blue: number, alpha: number];
/** Nothing at all. */
export const EMPTY: Colour = [0, 0, 0, 0];

/**
 * In bytes a loss is kept in parts, each in steps of 1/255: of as much as two whole dots lose, for they overlap, and of what is less than
 * a step of that. Where dots are added up there is room for what is left over of so many marks in one place.
 */
const MOST_LOSS = 2;
const MARKS = 32;

/** Pixi's WebGL renderer, used for its resources and its draw calls, with the one verb all passes need. */
export interface Gpu {
  readonly pixi: WebGLRenderer;
  /** Format of a target that sums light losses: half floats, or bytes where the GPU cannot blend into half floats. */
  readonly lossFormat: 'r16float' | 'rgba8unorm';
  readonly haloFormat: 'rg16float' | 'rgba8unorm';
  /** How a light loss stands in them: the sum of channel times part, coarse to fine; 0: there is no such channel. */
  readonly coresParts: readonly [number, number, number];
  readonly haloParts: readonly [number, number];
  readonly quad: Geometry;
  draw(pass: Pass): void;
  /**
   * Leaves the canvas as what is drawn to. WebKit's GTK port keeps a canvas between frames by copying what is bound as the page is shown,
   * and would show a texture of ours in its place, upside down.
   */
  rest(): void;
}

/** Makes the WebGL2 renderer, or null where there is none. */
export async function createGpu(): Promise<Gpu | null> {
  const pixi = new WebGLRenderer();
  try {
    await pixi.init({
      preferWebGLVersion: 2,
      antialias: false,
      backgroundAlpha: 1,
      // Only the treated rectangle is drawn anew, so the rest of the canvas has to stay.
      preserveDrawingBuffer: true,
      // Render textures would be lost without notice; everything here lives as long as the renderer.
      gcActive: false,
      // No scene of Pixi's is shown: its own listeners and pipes would only ask the page for its layout at every move.
      skipExtensionImports: true,
      width: 16,
      height: 16,
    });
  } catch {
    return null;
  }
  // What Pixi does in every frame is to look for what it could forget, which it is not to.
  Ticker.system.autoStart = false;
  Ticker.system.stop();
  if (pixi.context.webGLVersion < 2) {
    pixi.destroy();
    return null;
  }
  const { gl } = pixi;
  const half = gl.getExtension('EXT_color_buffer_float') ?? gl.getExtension('EXT_color_buffer_half_float');
  const states = { add: new State(), replace: new State() };
  states.add.blend = true;
  states.add.blendMode = 'add';
  states.replace.blend = false;
  const frame = new Rectangle();
  const quad = new Geometry({
    attributes: {
      aCorner: { buffer: vertexBuffer(new Float32Array([0, 0, 1, 0, 0, 1, 0, 1, 1, 0, 1, 1])), format: 'float32x2' },
    },
  });
  return {
    pixi,
    lossFormat: half === null ? 'rgba8unorm' : 'r16float',
    haloFormat: half === null ? 'rgba8unorm' : 'rg16float',
    coresParts: half === null ? [MOST_LOSS, MOST_LOSS * (MARKS / 255), MOST_LOSS * (MARKS / 255) ** 2] : [1, 0, 0],
    haloParts: half === null ? [MOST_LOSS, MOST_LOSS / 255] : [1, 0],
    quad,
    draw: (pass) => {
      const target = pass.target === 'canvas' ? pixi.view.renderTarget : pass.target;
      frame.width = pass.used.widthPx;
      frame.height = pass.used.heightPx;
      pixi.renderTarget.bind({ target, clear: pass.clear !== null, clearColor: pass.clear ?? EMPTY, frame });
      pixi.encoder.draw({
        geometry: pass.geometry,
        shader: pass.shader,
        state: states[pass.blend],
        topology: 'triangle-list',
        size: pass.vertices,
      });
      pixi.renderTarget.finishRenderPass();
    },
    rest: () => {
      pixi.renderTarget.bind({ target: pixi.view.renderTarget, clear: false });
    },
  };
}

/** A buffer of vertex data that may be written again. */
export const vertexBuffer = (data: Float32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>): Buffer =>
  new Buffer({ data, usage: BufferUsage.VERTEX | BufferUsage.COPY_DST });

/** One row of a pass's uniform table: its GLSL type as Pixi names it, and how many there are. */
export interface UniformRow {
  readonly type: 'f32' | 'i32' | 'vec2<f32>' | 'vec3<f32>' | 'vec4<f32>';
  readonly size?: number;
}

const WIDTH: Readonly<Record<UniformRow['type'], number>> = {
  f32: 1,
  i32: 1,
  'vec2<f32>': 2,
  'vec3<f32>': 3,
  'vec4<f32>': 4,
};

/** Uniforms of one shader as plain numbers and arrays, all zero at first. */
export type UniformValues<Table extends Record<string, UniformRow>> = {
  -readonly [Name in keyof Table]: Table[Name]['type'] extends 'f32' | 'i32' ? number : Float32Array;
};

/** A shader with its uniforms and textures; a texture is set by name before each draw. */
export interface BoundShader<Table extends Record<string, UniformRow>> {
  readonly shader: Shader;
  readonly uniforms: UniformValues<Table>;
  setTexture(name: string, source: TextureSource): void;
}

/** Compiles a shader pair for a uniform table (kept equal to the GLSL by a test) and its texture names. */
export function bindShader<Table extends Record<string, UniformRow>>(
  name: string,
  vertex: string,
  fragment: string,
  table: Table,
  textures: Readonly<Record<string, TextureSource>>,
): BoundShader<Table> {
  const structure = Object.fromEntries(
    Object.entries(table).map(([key, { type, size = 1 }]) => [
      key,
      { type, size, value: WIDTH[type] === 1 && size === 1 ? 0 : new Float32Array(WIDTH[type] * size) },
    ]),
  );
  const group = new UniformGroup(structure);
  const shader = new Shader({
    glProgram: GlProgram.from({ vertex, fragment, name }),
    resources: { uniforms: group, ...textures },
  });
  return {
    shader,
    uniforms: group.uniforms as UniformValues<Table>,
    setTexture: (key, source) => {
      const resources = shader.resources as Record<string, TextureSource>;
      if (resources[key] !== source) resources[key] = source;
    },
  };
}

/** A texture to draw into that only grows, in steps, so that a gesture does not allocate at every frame. */
export function growTarget(source: TextureSource, used: SizePx<InDrawing>): void {
  const step = 64;
  const width = Math.max(source.pixelWidth, Math.ceil(used.widthPx / step) * step);
  const height = Math.max(source.pixelHeight, Math.ceil(used.heightPx / step) * step);
  if (width !== source.pixelWidth || height !== source.pixelHeight) source.resize(width, height);
}

/** A texture that passes draw into. */
export const targetTexture = (format: 'r16float' | 'rg16float' | 'rgba8unorm', linear: boolean): TextureSource =>
  new TextureSource({
    width: 64,
    height: 64,
    format,
    scaleMode: linear ? 'linear' : 'nearest',
    addressMode: 'clamp-to-edge',
    autoGenerateMipmaps: false,
    antialias: false,
    autoGarbageCollect: false,
    alphaMode: 'no-premultiply-alpha',
  });
