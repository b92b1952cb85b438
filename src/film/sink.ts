/** Where the frames of a film go to: each is what the canvas shows when it is added. */
export interface FilmSink {
  readonly extension: '.mp4' | '.webm';
  /** The canvas stands for so many frames. Settles when there is room for more. */
  add(frames: number): Promise<void>;
  finish(): Promise<Blob>;
  /** Lets go of encoder and memory; nothing comes of it. */
  cancel(): Promise<void>;
}

/** Makes a sink for a canvas; null where this browser has no such encoder, or one that says yes and fails. */
export type OpenSink = (canvas: HTMLCanvasElement) => Promise<FilmSink | null>;
