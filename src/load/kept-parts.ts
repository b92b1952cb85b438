import { PARTS_CACHE } from './offline-messages';

/** A file of the built app: its path in the app's folder, and what it has to be. */
export interface OfflinePart {
  readonly path: string;
  readonly bytes: number;
  /** SHA-256, hex. */
  readonly hash: string;
}

/** All files of one build; `version` is another as soon as one of them is. */
export interface OfflineParts {
  readonly version: string;
  readonly parts: readonly OfflinePart[];
}

/** What a service worker gives, as far as it is needed here. */
export interface KeptPartsOutside {
  readonly caches: Pick<CacheStorage, 'open' | 'match' | 'keys' | 'delete'>;
  readonly fetch: (address: string, options: RequestInit) => Promise<Response>;
  readonly digest: (bytes: ArrayBuffer) => Promise<ArrayBuffer>;
  /** The app's folder. */
  readonly scope: string;
  /** Told after each part that has come. */
  readonly progress: (doneBytes: number, allBytes: number) => void;
}

export interface KeptParts {
  /** Brings all parts of this build, or throws; nothing is answered from a build that is not whole. */
  bring(signal: AbortSignal): Promise<void>;
  /** What is kept for a request; null: nothing, the network is to be asked. */
  find(request: Pick<Request, 'method' | 'url' | 'mode' | 'headers'>): Promise<Response | null>;
  /** Takes away all builds but this one. */
  tidy(): Promise<void>;
  forget(): Promise<void>;
}

const PAGE = 'index.html';
/** Where the hash of a part stands beside it. */
const HASH_HEADER = 'x-stipple-sha256';
/** So many parts are asked for at once. */
const AT_ONCE = 4;
/** Said of bytes as they came over the line, which is not how they are kept. */
const OF_THE_LINE = ['content-encoding', 'content-length', 'transfer-encoding'];

const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * The files of one build, kept whole or not at all. A part that an older build has with the same content is taken from there; one
 * whose content is not that of this build (a host in the middle of an update) is refused.
 */
export function createKeptParts(
  { version, parts }: OfflineParts,
  { caches, fetch, digest, scope, progress }: KeptPartsOutside,
): KeptParts {
  const name = PARTS_CACHE + version;
  /** The page itself is asked for, and kept, by the address of its folder: some hosts send its file name elsewhere. */
  const addressOf = (path: string): string => new URL(path === PAGE ? '' : path, scope).href;
  const allBytes = parts.reduce((sum, { bytes }) => sum + bytes, 0);

  const others = async (): Promise<string[]> =>
    (await caches.keys()).filter((each) => each.startsWith(PARTS_CACHE) && each !== name);

  const kept = async ({ path, hash }: OfflinePart): Promise<Response | null> => {
    for (const each of [name, ...(await others())]) {
      const there = await (await caches.open(each)).match(addressOf(path));
      if (there?.headers.get(HASH_HEADER) === hash) return there;
    }
    return null;
  };

  const fetched = async ({ path, hash }: OfflinePart, signal: AbortSignal): Promise<Response> => {
    const answer = await fetch(addressOf(path), { cache: 'no-cache', signal });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    const bytes = await answer.arrayBuffer();
    if (hex(await digest(bytes)) !== hash) throw new Error(`${path} is of another build`);
    const headers = new Headers(answer.headers);
    for (const each of OF_THE_LINE) headers.delete(each);
    headers.set(HASH_HEADER, hash);
    return new Response(bytes, { headers });
  };

  return {
    async bring(signal) {
      const cache = await caches.open(name);
      let doneBytes = 0;
      let over = false;
      const waiting = [...parts];
      const work = async (): Promise<void> => {
        for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) {
          signal.throwIfAborted();
          await cache.put(addressOf(part.path), (await kept(part)) ?? (await fetched(part, signal)));
          doneBytes += part.bytes;
          if (!over) progress(doneBytes, allBytes);
        }
      };
      const works = Array.from({ length: AT_ONCE }, work);
      try {
        await Promise.all(works);
      } catch (error) {
        // Those under way still come; nobody is to hear of them.
        over = true;
        waiting.length = 0;
        // What came stays for the next try, unless nobody wants it any more. It is not answered from: it is not whole.
        if (signal.aborted) {
          // Whoever is in the middle of looking for a part would open the cache anew after it is gone.
          await Promise.allSettled(works);
          await caches.delete(name);
        }
        throw error;
      }
    },

    async find({ method, url, mode, headers }) {
      if (method !== 'GET' || headers.has('range') || !url.startsWith(scope)) return null;
      const { pathname } = new URL(url);
      const address = new URL(pathname, scope).href;
      const isPage = mode === 'navigate' && (address === scope || address === scope + PAGE);
      // Opened by its name it would be made anew where it was taken away.
      const there = await caches.match(isPage ? scope : address, { cacheName: name });
      if (there !== undefined) return there;
      // A page of the build before, still open, asks for its own parts by names that only it has.
      return isPage ? null : ((await caches.match(address)) ?? null);
    },

    async tidy() {
      for (const each of await others()) await caches.delete(each);
    },

    async forget() {
      for (const each of [...(await others()), name]) await caches.delete(each);
    },
  };
}
