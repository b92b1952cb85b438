import { boxOf } from '~/model/view/silhouette-line';
import type { Design } from '~/model/design/design';
import { HAIRLINE_SHAPES } from '~/model/design/choices';
import { pointPlaces } from '~/model/hairline/point-moves';
import { headOf } from '~/model/fit/head-of';
import { facing, projectPoint } from '~/model/view/camera';
import { directionTo } from '~/model/head/cranium';
import { SHAPE_TEXTS } from '~/ui/words/choice-words';
import { contactSheet, pngOf } from './contact-sheet';
import type { SheetRow, Tile } from './contact-sheet';
import { createLab, placementOf } from './lab';
import type { Lab, PhotoPart, Understood } from './lab';

const TILE_PX = 330;

/** Square around the head with a little room, inside the photo where possible. */
export function headPart({ subject, design }: Understood): PhotoPart {
  const head = boxOf(headOf(subject.reading, design));
  const { widthPx, heightPx } = subject.photo.size;
  const side = Math.min(1.35 * Math.max(head.right - head.left, head.bottom - head.top), widthPx, heightPx);
  const middleX = (head.left + head.right) / 2;
  const middleY = head.top + 0.42 * side;
  return {
    left: Math.round(Math.min(Math.max(0, middleX - side / 2), widthPx - side)),
    top: Math.round(Math.min(Math.max(0, middleY - side / 2), heightPx - side)),
    width: Math.floor(side),
    height: Math.floor(side),
    scale: TILE_PX / Math.floor(side),
  };
}

/** The same number of pixels, on the left half of the hairline, about three times as large. */
export function closePart(understood: Understood, head: PhotoPart): PhotoPart {
  const fit = headOf(understood.subject.reading, understood.design);
  const { pointMm } = pointPlaces(understood.design, fit).middle;
  const { xPx, yPx } = projectPoint(fit, pointMm);
  const side = Math.floor(head.width / 4);
  const { widthPx, heightPx } = understood.subject.photo.size;
  if (facing(fit, directionTo(fit.cranium, pointMm)) <= 0) {
    // Seen from behind the line is out of sight: the middle of the head instead.
    return { ...about(head, side, understood.subject.photo.size), scale: TILE_PX / side };
  }
  return {
    left: Math.round(Math.min(Math.max(0, xPx - side / 4), widthPx - side)),
    top: Math.round(Math.min(Math.max(0, yPx - side * 0.6), heightPx - side)),
    width: side,
    height: side,
    scale: TILE_PX / side,
  };
}

async function tilesOf(lab: Lab, understood: Understood): Promise<Tile[]> {
  const part = headPart(understood);
  const { subject, design } = understood;
  const draw = async (caption: string, change: Partial<Design>, where = part): Promise<Tile> => ({
    caption,
    pixels: await lab.draw(lab.sceneOf(subject, { ...design, ...change }), where),
  });
  const tiles: Tile[] = [
    { caption: 'photo', pixels: await lab.draw({ ...lab.sceneOf(subject, design), coverage: null }, part) },
  ];
  for (const shape of HAIRLINE_SHAPES) tiles.push(await draw(SHAPE_TEXTS[shape].name, { shape }));
  tiles.push(await draw('just treated', { timeYears: 0 }));
  tiles.push(await draw('5 years', { timeYears: 5 }));
  tiles.push(await draw('10 years', { timeYears: 10 }));
  tiles.push(await draw('zoomed, healed', {}, closePart(understood, part)));
  return tiles;
}

/** One of the served files, understood; a sentence where it could not be. */
export const openPicture = async (lab: Lab, names: readonly string[], i: number): Promise<Understood | string> =>
  lab.understand(await (await fetch(`/lab-file/${String(i)}`)).blob(), placementOf(names[i]));

/** A tile's file name and its PNG as base64. */
export type KeepTile = (file: string, png: string) => Promise<void>;

/** Sides of the full-size tiles: the whole head is enlarged to this at least, close-ups show so many px of a part. */
const WHOLE_PX = 800;
const CLOSE_PX = 800;
const CLOSE_SCALES = [3, 6] as const;

/** The bare photo on the left and the treated one on the right. */
async function beforeAfter(lab: Lab, { subject, design }: Understood, part: PhotoPart): Promise<string> {
  const scene = lab.sceneOf(subject, design);
  const tiles = [await lab.draw({ ...scene, coverage: null }, part), await lab.draw(scene, part)];
  const [{ width, height }] = tiles;
  const sheet = new OffscreenCanvas(2 * width + 4, height);
  const pen = sheet.getContext('2d');
  if (pen === null) throw new Error('no 2d canvas');
  tiles.forEach((tile, i) => {
    pen.putImageData(tile, i * (width + 4), 0);
  });
  return pngOf(sheet);
}

/** `part` about its own middle, `side` photo px wide and high, inside the photo. */
function about(
  part: PhotoPart,
  side: number,
  { widthPx, heightPx }: Understood['subject']['photo']['size'],
): PhotoPart {
  const within = Math.floor(Math.min(side, widthPx, heightPx));
  const [x, y] = [part.left + part.width / 2, part.top + part.height / 2];
  return {
    left: Math.round(Math.min(Math.max(0, x - within / 2), widthPx - within)),
    top: Math.round(Math.min(Math.max(0, y - within / 2), heightPx - within)),
    width: within,
    height: within,
    scale: 1,
  };
}

/** Every tile at full size, handed over one by one; answers with a line for each picture that has none. */
export async function makeTiles(names: readonly string[], keep: KeepTile): Promise<string[]> {
  const lab = await createLab();
  const refused: string[] = [];
  for (const [i, name] of names.entries()) {
    const understood = await openPicture(lab, names, i);
    if (typeof understood === 'string') {
      refused.push(`${name}: ${understood}`);
      continue;
    }
    const { subject, design } = understood;
    const base = name.replace(/\.\w+$/, '');
    const keepAs = async (caption: string, part: PhotoPart, change: Partial<Design> = {}): Promise<void> =>
      keep(`${base}-${caption}.png`, await beforeAfter(lab, { ...understood, design: { ...design, ...change } }, part));
    const head = headPart(understood);
    const whole = { ...head, scale: Math.max(1, Math.min(4, WHOLE_PX / head.width)) };
    await keepAs('whole', whole);
    await keepAs('whole-just-treated', whole, { timeYears: 0 });
    await keepAs('whole-10-years', whole, { timeYears: 10 });
    const close = closePart(understood, head);
    // As it is saved, one px to one.
    await keepAs('actual-size', about(head, CLOSE_PX, subject.photo.size));
    for (const scale of CLOSE_SCALES) {
      await keepAs(`close-${scale}x`, { ...about(close, CLOSE_PX / scale, subject.photo.size), scale });
    }
  }
  return refused;
}

/** Makes the contact sheet of the served files; answers with a PNG as base64. */
export async function makeSheet(names: readonly string[], only: string | null): Promise<string> {
  const lab = await createLab();
  const rows: SheetRow[] = [];
  for (const [i, name] of names.entries()) {
    const understood = await openPicture(lab, names, i);
    if (typeof understood === 'string') {
      rows.push({ title: `${name}: ${understood}`, tiles: [] });
      continue;
    }
    const note = understood.faces > 1 ? ` (largest of ${String(understood.faces)} faces)` : '';
    const tiles = await tilesOf(lab, understood);
    rows.push({
      title: name + note,
      tiles: only === null ? tiles : tiles.filter(({ caption }) => caption.startsWith(only)),
    });
  }
  return contactSheet(rows);
}
