/** What a person can be asked to press or take hold of, by the name that is read out for it. */
export interface Wanted {
  readonly role: 'button' | 'slider';
  /** The whole name, or (ending in …) how it begins. */
  readonly name: string;
}

/** A browser with one fresh visit in it: nothing kept of an earlier one. Driven from outside, by what is on its screen. */
export interface Driven {
  goTo(address: string): Promise<void>;
  /** Runs the body of a function in the page and answers with what it returns: plain values only. */
  run(body: string): Promise<unknown>;
  /** Presses as a mouse does. */
  press(wanted: Wanted): Promise<void>;
  /** Takes hold of something and presses a key so many times. */
  keys(wanted: Wanted, key: 'ArrowUp' | 'ArrowRight', times: number): Promise<void>;
  /** Gives a file to the page's *Choose a photo*. */
  choose(file: string): Promise<void>;
  /** The screen, as a PNG. */
  picture(): Promise<Buffer>;
  close(): Promise<void>;
}

/** A browser that is there. */
export interface FoundBrowser {
  readonly name: string;
  /** Starts it with nothing kept; what it saves comes to lie in `downloads`. `version` as it says itself. */
  start(downloads: string): Promise<{ readonly version: string; readonly driven: Driven }>;
}

/** A browser that is not there, or not all that it takes. */
export interface AbsentBrowser {
  readonly name: string;
  /** What is missing and how it is had, as a sentence. */
  readonly missing: string;
}

/** What is there at last, looked for every 200 ms; null: it was not within the time. */
export async function until<Value>(look: () => Promise<Value | null>, withinMs: number): Promise<Value | null> {
  for (const end = Date.now() + withinMs; Date.now() < end;) {
    const found = await look();
    if (found !== null) return found;
    await new Promise((next) => setTimeout(next, 200));
  }
  return look();
}

/** Whether something holds at last. */
export const holds = async (what: () => Promise<boolean>, withinMs: number): Promise<boolean> =>
  (await until(async () => ((await what()) ? true : null), withinMs)) === true;
