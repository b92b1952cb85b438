import { guideLetter } from '~/model/measure/guides';
import type { SketchMarks } from '~/io/encode-sketch';
import type { Lines } from './overlay';

/** What lies over the picture as it is drawn into a file: lines, and pins where notes and guides are explained by a legend. */
export function sketchMarks({ hairline, guides, ruler, pencil }: Lines): SketchMarks {
  const thin = { widthPx: 0 };
  return {
    lines: [
      ...guides.flatMap(({ lines }) => lines.map((points) => ({ kind: 'guide' as const, points, ...thin }))),
      ...(ruler === null ? [] : [{ kind: 'guide' as const, points: ruler.path, ...thin }]),
      ...hairline.map((points) => ({ kind: 'hairline' as const, points, ...thin })),
      ...(pencil?.lines ?? []).map((points) => ({
        kind: 'pencil' as const,
        points,
        widthPx: pencil?.widthPx ?? 0,
      })),
    ],
    pins: [
      ...guides.flatMap(({ name, lines }) => {
        // At an end, where the face is free.
        const at = lines.at(0)?.at(0);
        return at === undefined ? [] : [{ at, tag: guideLetter(name) }];
      }),
      ...(pencil?.notes ?? []).map(({ at, index }) => ({ at, tag: String(index + 1) })),
    ],
  };
}
