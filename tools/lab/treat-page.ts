import { startedFrom } from '~/model/advice/started-from';
import { initialDesign } from '~/model/design/design';
import type { Design } from '~/model/design/design';
import type { Pigment } from '~/model/design/choices';
import { applyPigment } from '~/model/design/pigment-presets';
import type { HeadCorrection } from '~/model/design/head-correction';
import { measureLook } from '../look/measure-look';
import type { LookMeasures } from '../look/measure-look';
import { withLineInSeveralDraws } from '../look/several-lines';
import { createLab, placementOf } from './lab';
import type { Lab, Understood } from './lab';
import { flatPicture } from './flat-patch';
import type { FlatOrder, FlatPicture } from './flat-patch';
import { ourPicture } from './our-picture';
import type { OurPicture } from './our-picture';

/** How the app's first design shall be changed. */
export interface AskedDesign {
  /** Fields of the design, after the pigment. */
  readonly design?: Partial<Design>;
  /** With its own density, strength and size of dots; where not given, what the app starts with. */
  readonly pigment?: Pigment;
}

/** What is to be drawn on which of the served files. */
export interface TreatOrder extends AskedDesign {
  /** Index of the file among those served. */
  readonly file: number;
  /** Its name: samples without a face are known by it. */
  readonly name: string;
  /** How the head is moved from where it was found; where none is found, where it lies. */
  readonly head?: HeadCorrection;
  /** Where it lies if none is found; not looked at where one is. */
  readonly unseenHead?: HeadCorrection;
  /** Px of the picture for each px of the working photo; 1 where not given. */
  readonly scale?: number;
}

let opened: Promise<Lab> | null = null;
const lab = (): Promise<Lab> => (opened ??= createLab());

const understood = new Map<string, Promise<Understood | string>>();

/** Photos are understood once, however often they are drawn on. */
function understand({ file, name, head, unseenHead }: TreatOrder): Promise<Understood | string> {
  const key = `${file} ${JSON.stringify(head ?? null)}`;
  const known = understood.get(key);
  if (known !== undefined) return known;
  const reading = (async () => {
    const blob = await (await fetch(`/lab-file/${file}`)).blob();
    const found = await (await lab()).understand(blob, head ?? placementOf(name));
    return typeof found === 'string' && unseenHead !== undefined ? (await lab()).understand(blob, unseenHead) : found;
  })();
  understood.set(key, reading);
  return reading;
}

/** The design that an order asks for: the first one, or that of a head that was understood, changed. */
function designOf(first: Design, { design = {}, pigment }: AskedDesign): Design {
  return { ...(pigment === undefined ? first : applyPigment(first, pigment)), ...design };
}

/** A photo with the treatment that is ordered; a sentence where no head is found. */
export async function treat(order: TreatOrder): Promise<OurPicture | string> {
  const known = await understand(order);
  return typeof known === 'string' ? known : treatKnown(known, order);
}

/** The same of a head that is understood. */
async function treatKnown(known: Understood, order: TreatOrder): Promise<OurPicture> {
  // As the app starts on this photo, by the hair that it shows.
  const first = startedFrom(known.design, known.subject.first);
  return ourPicture(await lab(), known, designOf(first, order), order.scale);
}

/** A picture as a page can hand it over: plain arrays, nothing that is a function. */
export interface PlainPicture {
  readonly widthPx: number;
  readonly heightPx: number;
  /** RGBA, rows from the top. */
  readonly treated: Uint8Array;
  readonly untreated: Uint8Array;
  /** Bits for each px: 1 field, 2 bare skin before the line, 4 skin that may be measured along it. */
  readonly masks: Uint8Array;
  /** Px to a mm of skin, in 1/256; 0 off the skull. */
  readonly scale256: Uint16Array;
  readonly lines: OurPicture['lines'];
}

/** The same, to be handed to Node. */
export async function treatPlainly(order: TreatOrder): Promise<PlainPicture | string> {
  const picture = await treat(order);
  if (typeof picture === 'string') return picture;
  const { pixels, untreated, field, bare, skin, planes, lines } = picture;
  const bytes = ({ data }: OurPicture['pixels']): Uint8Array =>
    new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return {
    widthPx: pixels.widthPx,
    heightPx: pixels.heightPx,
    treated: bytes(pixels),
    untreated: bytes(untreated),
    masks: Uint8Array.from(field.mask, (share, i) => share + 2 * bare.mask[i] + 4 * skin[i]),
    scale256: Uint16Array.from(planes.pxPerMm, (scale) => Math.min(65535, Math.round(256 * scale))),
    lines,
  };
}

/** So little of a field says nothing, cm². */
const LEAST_FIELD_CM2 = 1;

/** Measures what is ordered, its line in several draws, here in the page; null where there is no field to measure, a sentence where no head is found. */
export async function measureTreated(order: TreatOrder): Promise<LookMeasures | string | null> {
  const known = await understand(order);
  if (typeof known === 'string') return known;
  const measures = measureLook(await treatKnown(known, order));
  if (measures === null || measures.fieldCm2 < LEAST_FIELD_CM2) return null;
  return withLineInSeveralDraws(measures, (seed) => treatKnown(known, { ...order, design: { ...order.design, seed } }));
}

const SEED = 1;

/** Draws the treatment on a flat sheet of skin. */
export async function treatFlat(order: FlatOrder & AskedDesign): Promise<FlatPicture> {
  const { pixels, lines } = await flatPicture(await lab(), order, designOf(initialDesign(SEED), order));
  const { data } = pixels;
  return { pixels: { ...pixels, data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength) }, lines };
}
