/** What did not come in the time it was given. */
export class TooLate extends Error {}

/** A part of the app itself (a chunk of script, dots, a model) that did not come, however often it was asked for. */
export class PartMissing extends Error {}

/** The answer; TooLate where it does not come within so many ms. The work itself cannot be stopped. */
export async function within<Value>(ms: number, work: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooLate(`No answer in ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Pauses before asking again, ms: a host that is busy for a moment, a train in a tunnel. */
const PAUSES_MS = [300, 1500];
/** A chunk of script of a few hundred kB over a slow line. */
const CHUNK_MS = 30_000;
/** Longest silence between two pieces of a file, ms, however long all of it takes. */
const SILENCE_MS = 10_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Loads a part of the app, and asks again where that fails. Throws PartMissing after the last try, nothing else. */
export async function loadPart<Value>(load: () => Promise<Value>): Promise<Value> {
  for (let tried = 0; ; tried++) {
    try {
      return await load();
    } catch (error) {
      if (error instanceof PartMissing) throw error;
      // One that never answers does not answer the next time either: it is the same request, still under way.
      if (tried === PAUSES_MS.length || error instanceof TooLate)
        throw new PartMissing(error instanceof Error ? error.message : String(error), { cause: error });
      await pause(PAUSES_MS[tried]);
    }
  }
}

const sheetLinks = (): readonly HTMLLinkElement[] =>
  typeof document === 'undefined' ? [] : [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')];

/** Sheets that came with a part of its own: where they fail, that part does, and no other. */
const sheetsApart = new WeakSet<HTMLLinkElement>();

/** A chunk of script, with its style sheets. `apart`: the page goes on without it, and without its sheets. */
export const loadChunk = <Chunk>(load: () => Promise<Chunk>, apart = false): Promise<Chunk> => {
  const before = new Set(sheetLinks());
  return loadPart(async () => {
    const chunk = await within(CHUNK_MS, load()).finally(() => {
      if (apart) for (const link of sheetLinks()) if (!before.has(link)) sheetsApart.add(link);
    });
    await mendStyles(apart);
    return chunk;
  });
};

/**
 * A style sheet that failed is not asked for again by who wanted it, and a screen without it cannot be used: it is put
 * into the page once more, beside the one that failed.
 */
async function mendStyles(apart: boolean): Promise<void> {
  const failed = sheetLinks().filter((link) => !hasRules(link.sheet) && (apart || !sheetsApart.has(link)));
  await Promise.all(
    failed.map(
      (link) =>
        new Promise<void>((resolve, reject) => {
          const again = link.cloneNode() as HTMLLinkElement;
          if (sheetsApart.has(link)) sheetsApart.add(again);
          again.addEventListener('load', () => {
            link.remove();
            resolve();
          });
          again.addEventListener('error', () => {
            again.remove();
            reject(new Error(`${link.href} did not load`));
          });
          link.after(again);
        }),
    ),
  );
}

/**
 * Whether a sheet came: of one that a host refused (503) the browser makes one without rules, of one that broke off one whose rules
 * it does not show, and none at all while it is under way. None of ours is empty.
 */
function hasRules(sheet: CSSStyleSheet | null): boolean {
  try {
    return sheet !== null && sheet.cssRules.length > 0;
  } catch {
    return false;
  }
}

const isThere = ({ status }: Response): boolean => status !== 404 && status !== 410;

/** One of the app's own files, by its address. `heard` is told of every piece that comes. */
export const fetchPart = (address: string, heard: () => void = () => undefined): Promise<Blob> =>
  loadPart(async () => {
    const silence = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const listen = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(new Error(`${address} fell silent`)), SILENCE_MS);
    };
    listen();
    try {
      const response = await fetch(address, { signal: silence.signal });
      if (!isThere(response)) throw new PartMissing(`${address}: ${response.status}`);
      if (!response.ok || response.body === null) throw new Error(`${address}: ${response.status}`);
      const pieces: BlobPart[] = [];
      const reader = response.body.getReader();
      for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
        pieces.push(piece.value);
        listen();
        heard();
      }
      return new Blob(pieces);
    } finally {
      clearTimeout(timer);
    }
  });

/** The same promise for everybody who asks; after a failure the next one who asks starts again. */
export function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | null = null;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = null;
      throw error;
    });
    return made;
  };
}
