/** A label where it would stand by itself, CSS px. */
export interface LabelBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Air between two labels, CSS px. */
const AIR_PX = 3;

/** By how much each label is moved up or down, px, so that none lies on another and all stay in a picture so high: by as little as is free. */
export function labelsApart(boxes: readonly LabelBox[], roomPx: number): readonly number[] {
  const placed: LabelBox[] = [];
  const isFree = (box: LabelBox): boolean =>
    placed.every(
      (other) =>
        box.left >= other.left + other.width ||
        other.left >= box.left + box.width ||
        box.top >= other.top + other.height + AIR_PX ||
        other.top >= box.top + box.height + AIR_PX,
    );
  return boxes.map((box) => {
    const lowest = Math.max(0, roomPx - box.height);
    const wanted = Math.min(Math.max(box.top, 0), lowest);
    const ways = placed.flatMap(({ top, height }) => [top + height + AIR_PX, top - AIR_PX - box.height]);
    const [top = wanted] = [wanted, ...ways]
      .filter((way) => way >= 0 && way <= lowest && isFree({ ...box, top: way }))
      .sort((a, b) => Math.abs(a - box.top) - Math.abs(b - box.top));
    placed.push({ ...box, top });
    return top - box.top;
  });
}
