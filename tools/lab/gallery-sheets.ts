import { stillPart } from '~/preview/still-part';
import type { StillFrame } from '~/preview/still-part';
import type { Design } from '~/model/design/design';
import { headOf } from '~/model/fit/head-of';
import { EDGE_STYLES, HAIRLINE_SHAPES, SIDE_PROFILES } from '~/model/design/choices';
import { timeStops } from '~/model/design/time-scale';
import type { SizePx } from '~/model/base/units';
import { EDGE_TEXTS, SHAPE_TEXTS, SIDE_PROFILE_TEXTS } from '~/ui/words/choice-words';
import { stopWords } from '~/ui/words/moment-words';
import { contactSheet } from './contact-sheet';
import type { SheetRow, Tile } from './contact-sheet';
import { closePart, headPart, openPicture } from './gallery-page';
import type { KeepTile } from './gallery-page';
import { createLab } from './lab';
import type { Lab, PhotoPart, Understood } from './lab';

/** Sheets of one picture each: what there is to choose from, drawn on this head. */
const SHEETS = { shapes: shapeRows, strip: stripRows };
export type SheetKind = keyof typeof SHEETS;

const SHAPE_TILE: SizePx<'still'> = { widthPx: 440, heightPx: 300 };
const STOP_TILE: SizePx<'still'> = { widthPx: 330, heightPx: 370 };
/** Stops beside each other. */
const STOPS_A_ROW = 5;

/** The part of the photo that the app's own small pictures show, in the size of the sheet. */
function partOf({ subject, design }: Understood, frame: StillFrame, size: SizePx<'still'>): PhotoPart {
  const part = stillPart(subject.photo.size, headOf(subject.reading, design), frame, size);
  return { ...part, scale: size.widthPx / part.width };
}

async function shapeRows(lab: Lab, understood: Understood): Promise<SheetRow[]> {
  const { subject, design } = understood;
  const part = partOf(understood, 'hairline', SHAPE_TILE);
  const draw = async (caption: string, change: Partial<Design>): Promise<Tile> => ({
    caption,
    pixels: await lab.draw(lab.sceneOf(subject, { ...design, ...change }), part),
  });
  const rows: SheetRow[] = [];
  for (const shape of HAIRLINE_SHAPES) {
    const tiles: Tile[] = [];
    for (const edge of EDGE_STYLES) {
      tiles.push(await draw(`${SHAPE_TEXTS[shape].name}, ${EDGE_TEXTS[edge].name.toLowerCase()}`, { shape, edge }));
    }
    rows.push({ title: '', tiles });
  }
  const sides: Tile[] = [];
  for (const sideProfile of SIDE_PROFILES) {
    sides.push(await draw(`Side profile: ${SIDE_PROFILE_TEXTS[sideProfile].name.toLowerCase()}`, { sideProfile }));
  }
  rows.push({ title: '', tiles: sides });
  return rows;
}

async function stripRows(lab: Lab, understood: Understood): Promise<SheetRow[]> {
  const { subject, design } = understood;
  const whole = partOf(understood, 'head', STOP_TILE);
  const close = closePart(understood, headPart(understood));
  const rows: SheetRow[] = [];
  const stops = timeStops(design);
  for (let from = 0; from < stops.length; from += STOPS_A_ROW) {
    const heads: Tile[] = [];
    const closer: Tile[] = [];
    for (const stop of stops.slice(from, from + STOPS_A_ROW)) {
      const scene = lab.sceneOf(subject, { ...design, ...stop });
      const [caption] = stopWords(stop);
      heads.push({ caption, pixels: await lab.draw(scene, whole) });
      closer.push({ caption: `${caption}, zoomed`, pixels: await lab.draw(scene, close) });
    }
    rows.push({ title: '', tiles: heads }, { title: '', tiles: closer });
  }
  return rows;
}

/** A sheet of every served file, handed over one by one; answers with a line for each picture that has none. */
export async function makeSheets(kind: SheetKind, names: readonly string[], keep: KeepTile): Promise<string[]> {
  const lab = await createLab();
  const refused: string[] = [];
  for (const [i, name] of names.entries()) {
    const understood = await openPicture(lab, names, i);
    if (typeof understood === 'string') {
      refused.push(`${name}: ${understood}`);
      continue;
    }
    const rows = await SHEETS[kind](lab, understood);
    await keep(`${name.replace(/\.\w+$/, '')}-${kind}.png`, await contactSheet([{ title: name, tiles: [] }, ...rows]));
  }
  return refused;
}
