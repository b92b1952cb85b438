/** A place in any picture. */
interface Place {
  readonly xPx: number;
  readonly yPx: number;
}

/** Rounds in which places push one another away; a dozen that begin in one point are apart well before. */
const ROUNDS = 200;

/**
 * The places, moved until no two are nearer than `leastPx` to each other and none than half of that to the rim of the room: as
 * little as need be, those that have room stay. What begins in the same point parts in a direction of its own.
 */
export function apart(
  places: readonly Place[],
  leastPx: number,
  room: { readonly widthPx: number; readonly heightPx: number },
): readonly Place[] {
  const now = places.map(({ xPx, yPx }) => ({ xPx, yPx }));
  const inside = (value: number, most: number): number =>
    Math.min(Math.max(value, leastPx / 2), Math.max(leastPx / 2, most - leastPx / 2));
  for (let round = 0; round < ROUNDS; round++) {
    let moved = false;
    for (let i = 0; i < now.length; i++) {
      for (let j = i + 1; j < now.length; j++) {
        const [dx, dy] = [now[j].xPx - now[i].xPx, now[j].yPx - now[i].yPx];
        const far = Math.hypot(dx, dy);
        if (far >= leastPx) continue;
        const turn = 2.4 * (i + j);
        const [ux, uy] = far > 1e-6 ? [dx / far, dy / far] : [Math.cos(turn), Math.sin(turn)];
        const half = (leastPx - far) / 2 + 1e-3;
        now[i].xPx -= ux * half;
        now[i].yPx -= uy * half;
        now[j].xPx += ux * half;
        now[j].yPx += uy * half;
        moved = true;
      }
    }
    for (const place of now) {
      place.xPx = inside(place.xPx, room.widthPx);
      place.yPx = inside(place.yPx, room.heightPx);
    }
    if (!moved) break;
  }
  return now;
}
