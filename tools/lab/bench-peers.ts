import { Container, Particle, ParticleContainer, Sprite, Texture, WebGLRenderer } from 'pixi.js';

/** Somebody who draws the same dots over the same photo; `frame` draws once more with changed dots and reads it back. */
export interface Peer {
  readonly name: string;
  frame(turn: number): void;
  dispose(): void;
}

export interface PeerScene {
  readonly photo: ImageBitmap;
  /** x, y of each dot in photo px. */
  readonly pointsPx: Float32Array;
  readonly radiusPx: number;
}

const alphaOf = (i: number, turn: number): number => 0.25 + 0.5 * (((i * 7919 + turn * 104729) % 997) / 997);

/** Pixi's own fast path for many small sprites, the alpha of each set every frame. */
export async function particlePeer({ photo, pointsPx, radiusPx }: PeerScene): Promise<Peer> {
  const renderer = new WebGLRenderer();
  await renderer.init({ width: photo.width, height: photo.height, antialias: false, preserveDrawingBuffer: true });
  const dot = new OffscreenCanvas(16, 16);
  const pen = dot.getContext('2d');
  if (pen === null) throw new Error('no 2d canvas');
  const soft = pen.createRadialGradient(8, 8, 0, 8, 8, 8);
  soft.addColorStop(0, 'rgba(30,25,22,1)');
  soft.addColorStop(1, 'rgba(30,25,22,0)');
  pen.fillStyle = soft;
  pen.fillRect(0, 0, 16, 16);
  const texture = Texture.from(await createImageBitmap(dot));
  const container = new ParticleContainer({ dynamicProperties: { position: false, color: true } });
  const particles = Array.from({ length: pointsPx.length / 2 }, (_, i) => {
    const particle = new Particle({ texture, x: pointsPx[2 * i], y: pointsPx[2 * i + 1], anchorX: 0.5, anchorY: 0.5 });
    particle.scaleX = particle.scaleY = Math.max(2, 4 * radiusPx) / 16;
    return particle;
  });
  for (const particle of particles) container.particleChildren.push(particle);
  container.update();
  const scene = new Container();
  scene.addChild(new Sprite(Texture.from(photo)), container);
  const pixels = new Uint8Array(photo.width * photo.height * 4);
  return {
    name: 'Pixi ParticleContainer',
    frame: (turn) => {
      for (let i = 0; i < particles.length; i++) particles[i].alpha = alphaOf(i, turn);
      renderer.render({ container: scene });
      renderer.gl.readPixels(0, 0, photo.width, photo.height, renderer.gl.RGBA, renderer.gl.UNSIGNED_BYTE, pixels);
    },
    dispose: () => {
      renderer.destroy(true);
    },
  };
}

/** What one writes first: an arc per dot on a 2D canvas. */
export function canvasPeer({ photo, pointsPx, radiusPx }: PeerScene): Peer {
  const canvas = new OffscreenCanvas(photo.width, photo.height);
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (pen === null) throw new Error('no 2d canvas');
  return {
    name: 'Canvas 2D arcs',
    frame: (turn) => {
      pen.globalAlpha = 1;
      pen.drawImage(photo, 0, 0);
      pen.fillStyle = 'rgb(30,25,22)';
      for (let i = 0; i < pointsPx.length / 2; i++) {
        pen.globalAlpha = alphaOf(i, turn);
        pen.beginPath();
        pen.arc(pointsPx[2 * i], pointsPx[2 * i + 1], Math.max(0.5, radiusPx), 0, 2 * Math.PI);
        pen.fill();
      }
      pen.getImageData(0, 0, photo.width, photo.height);
    },
    dispose: () => undefined,
  };
}
