import { readFileSync } from 'node:fs';
import { holds } from './driven';
import type { Driven, Wanted } from './driven';
import { apart, darkerBy, readJpeg, readPng, savedBy, tellingParts } from './saved';
import type { Lack } from './serve-without';

const SAMPLE = 'assets/samples/front-light-full.jpg';
/** A whole reading of a photo, with models to load and a graphics card of software. */
const READ_MS = 120_000;
/** Until a sentence is said. */
const SAID_MS = 60_000;

/** A visit that goes on from step to step. */
export interface Going {
  readonly driven: Driven;
  readonly downloads: string;
  /** The page, served. */
  readonly address: string;
  /** The same, served as to a browser that lacks something. */
  readonly without: (lack: Lack) => Promise<string>;
  /** A visit of its own, with nothing kept of this one. */
  readonly afresh: () => Promise<Driven>;
  readonly made: { picture?: Buffer; project?: string; isByHand?: boolean };
}

/** Answers with what is worth telling. Throws what went wrong. */
export interface Step {
  readonly name: string;
  readonly run: (going: Going) => Promise<string>;
}

const button = (name: string): Wanted => ({ role: 'button', name });
const slider = (name: string): Wanted => ({ role: 'slider', name });

const stageOf = async (driven: Driven): Promise<string> =>
  String(await driven.run('return document.documentElement.dataset.stage;'));

/** All that is said: of what goes on, of what went wrong, and in a dialog. */
const saidBy = async (driven: Driven): Promise<string> =>
  String(
    await driven.run(
      `return [...document.querySelectorAll('[role="status"], [role="alert"], dialog[open]')].map((each) => each.innerText).join(' ');`,
    ),
  ).replace(/\s+/g, ' ');

function expectThat(holdsTrue: boolean, otherwise: string): void {
  if (!holdsTrue) throw new Error(otherwise);
}

async function reach(driven: Driven, stage: string): Promise<void> {
  const isThere = await holds(async () => (await stageOf(driven)) === stage, READ_MS);
  if (!isThere) throw new Error(`It is ${await stageOf(driven)}, not ${stage}: ${await saidBy(driven)}`);
}

/** A photo has been chosen. Where this browser finds no faces that is said, and the head is placed by hand: it says so. */
async function reachEditor(driven: Driven): Promise<string> {
  const isRead = await holds(async () => ['editing', 'place-head'].includes(await stageOf(driven)), READ_MS);
  if (!isRead) throw new Error(`It is ${await stageOf(driven)}: ${await saidBy(driven)}`);
  if ((await stageOf(driven)) === 'editing') return '';
  const said = await hear(driven, /Finding faces does not work on this device right now\./);
  await driven.press(button('Use this placement'));
  await reach(driven, 'editing');
  return `by hand: ${said}`;
}

/** Until a sentence is there; answers with it. */
async function hear(driven: Driven, sentence: RegExp): Promise<string> {
  await holds(async () => sentence.test(await saidBy(driven)), SAID_MS);
  const said = await saidBy(driven);
  const heard = sentence.exec(said);
  if (heard === null) throw new Error(`Nothing like ${sentence.source} is said, but: ${said}`);
  return heard[0];
}

async function valueOf(driven: Driven, name: string): Promise<number> {
  const found = await driven.run(
    `const found = [...document.querySelectorAll('[role="slider"], input[type="range"]')]
      .find((each) => (each.ariaLabel ?? each.labels?.[0]?.textContent ?? '').trim() === ${JSON.stringify(name)});
    return found?.ariaValueNow ?? found?.value ?? null;`,
  );
  return found === null ? NaN : Number(found);
}

/** Presses arrow keys on a slider and waits for its value to follow. */
async function move(driven: Driven, name: string, key: 'ArrowUp' | 'ArrowRight', times: number): Promise<string> {
  await holds(async () => !Number.isNaN(await valueOf(driven, name)), SAID_MS);
  const before = await valueOf(driven, name);
  await driven.keys(slider(name), key, times);
  const moved = await holds(async () => (await valueOf(driven, name)) > before, 30_000);
  if (!moved) throw new Error(`${name} stays at ${before}`);
  return `${before} to ${await valueOf(driven, name)}`;
}

const savePicture = async (driven: Driven, folder: string): Promise<Buffer> =>
  (await savedBy(folder, () => driven.press(button('Save picture')))).bytes;

async function trySample(driven: Driven): Promise<void> {
  await driven.press(button('Try a sample: …'));
}

/** The main job, saving, and opening again: each goes on where the one before it ended. */
export const JOB: readonly Step[] = [
  {
    name: 'a sample opens in the editor',
    run: async ({ driven, address, made }) => {
      await driven.goTo(address);
      await trySample(driven);
      const how = await reachEditor(driven);
      made.isByHand = how !== '';
      return how;
    },
  },
  { name: 'the line moves', run: ({ driven }) => move(driven, 'Hairline point: middle', 'ArrowUp', 3) },
  {
    name: 'density',
    run: async ({ driven }) => {
      await driven.press(button('Density'));
      return move(driven, 'Density', 'ArrowRight', 3);
    },
  },
  {
    name: 'Save picture',
    run: async ({ driven, downloads, made }) => {
      made.picture = await savePicture(driven, downloads);
      const [saved, photo] = [readPng(made.picture), readJpeg(readFileSync(SAMPLE))];
      expectThat(
        saved.width === photo.width && saved.height === photo.height,
        `It is ${saved.width} × ${saved.height}, the photo ${photo.width} × ${photo.height}`,
      );
      const [darker, off] = [darkerBy(saved, photo), apart(saved, photo)];
      // Pigment on a part of the scalp: darker by some, and nothing else changed.
      // A head that nobody moved to where it belongs has little of its scalp in sight.
      const least = made.isByHand === true ? 0.02 : 0.3;
      expectThat(darker > least && off < 6, `It is darker by ${darker.toFixed(2)}, off by ${off.toFixed(2)} levels`);
      const telling = tellingParts(made.picture);
      expectThat(telling.length === 0, `It has ${telling.join(' ')}`);
      return `${saved.width} × ${saved.height}, darker by ${darker.toFixed(2)} levels`;
    },
  },
  {
    name: 'Save project',
    run: async ({ driven, downloads, made }) => {
      const { path, bytes } = await savedBy(downloads, () => driven.press(button('Save project')));
      made.project = path;
      return `${(bytes.length / 1e6).toFixed(1)} MB`;
    },
  },
  {
    name: 'it opens again with the same picture',
    run: async ({ afresh, address, downloads, made }) => {
      if (made.picture === undefined || made.project === undefined) throw new Error('Nothing was saved before.');
      const driven = await afresh();
      await driven.goTo(address);
      await driven.choose(made.project);
      await reach(driven, 'editing');
      const again = await savePicture(driven, downloads);
      expectThat(again.equals(made.picture), `It is off by ${apart(readPng(again), readPng(made.picture))} levels`);
      return '';
    },
  },
];

/** What goes wrong, and what is said then: a visit of its own each. */
export const FAULTS: readonly Step[] = [
  {
    name: 'the camera is refused',
    run: async ({ driven, address }) => {
      await driven.goTo(address);
      await driven.press(button('Use the camera'));
      return hear(driven, /The camera cannot be used\.|No camera[^.]*\./);
    },
  },
  {
    name: 'there is no camera to ask for',
    run: async ({ driven, without }) => {
      await driven.goTo(await without('camera'));
      await driven.press(button('Use the camera'));
      return hear(driven, /The camera cannot be used\.|No camera[^.]*\./);
    },
  },
  {
    name: 'there is no WebGL 2',
    run: async ({ driven, without }) => {
      await driven.goTo(await without('WebGL 2'));
      await trySample(driven);
      return hear(driven, /[^.]*WebGL 2\./);
    },
  },
  {
    name: 'there is no canvas without a page',
    run: async ({ driven, without }) => {
      await driven.goTo(await without('canvas without a page'));
      await trySample(driven);
      return hear(driven, /This browser[^.]*\./);
    },
  },
  {
    name: 'workers are refused',
    run: async ({ driven, without }) => {
      await driven.goTo(await without('workers'));
      await trySample(driven);
      return reachEditor(driven);
    },
  },
  {
    name: 'storage is refused',
    run: async ({ driven, without }) => {
      await driven.goTo(await without('storage'));
      await trySample(driven);
      const stage = ['editing', 'place-head'];
      if (!(await holds(async () => stage.includes(await stageOf(driven)), READ_MS))) await reach(driven, 'editing');
      return hear(driven, /Your work cannot be kept in this browser\./);
    },
  },
];
