import { createContext, use, useEffect, useMemo } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import type { Frame, PointPx } from '~/model/base/units';
import { pxPerMmAtMiddle } from '~/model/view/camera';
import type { ViewTransform } from '~/render/scene';
import { useApp } from '~/ui/base/app-context';
import { markTool } from '~/ui/gestures/mark-tool';
import type { MarkParts } from '~/ui/gestures/mark-tool';
import type { ToPhoto } from '~/ui/gestures/place-tool';
import type { Tool } from '~/ui/gestures/tool';
import { toPhoto, toView } from './zoom';

/** What can be taken hold of on the picture, by its element. */
export interface Grip {
  readonly as: 'thing' | 'divider';
  readonly tool: Tool;
}

export const GripContext = createContext<WeakMap<Element, Grip>>(new WeakMap());

/** Makes an element one that pointers take hold of, as long as it is there. */
export function useGrip(element: RefObject<HTMLElement | null>, as: Grip['as'], tool: Tool): void {
  const grips = use(GripContext);
  useEffect(() => {
    const { current } = element;
    if (current === null) return;
    grips.set(current, { as, tool });
    return () => {
      grips.delete(current);
    };
  }, [grips, element, as, tool]);
}

/** From a place of the room to the working photo, and back, as the picture is seen at that moment; null without a picture. */
export function useSeen(): { readonly toPhoto: ToPhoto; readonly toView: (place: PointPx) => PointPx<'view'> | null } {
  const { overlay } = useApp();
  return useMemo(() => {
    const camera = () => overlay.getState()?.camera ?? null;
    const by =
      <From extends Frame, To extends Frame>(turn: (now: ViewTransform, at: PointPx<From>) => PointPx<To>) =>
      (at: PointPx<From>): PointPx<To> | null => {
        const now = camera();
        return now === null ? null : turn(now, at);
      };
    return { toPhoto: by(toPhoto), toView: by(toView) };
  }, [overlay]);
}

/**
 * A mark on the head that is dragged, or moved by keys, until it is let go of. `mark`: what is its own, the same object as long as it
 * is the same mark.
 */
export function useMarkTool(mark: Pick<MarkParts, 'place' | 'isSet' | 'put' | 'held'>): Tool {
  const { commands, overlay } = useApp();
  const seen = useSeen();
  return useMemo(
    () =>
      markTool({
        ...mark,
        seenAt: () => {
          const now = mark.place();
          return now === null ? null : seen.toView(now);
        },
        toPhoto: seen.toPhoto,
        pxPerMm: () => {
          const fit = overlay.getState()?.fit ?? null;
          return fit === null ? 1 : pxPerMmAtMiddle(fit);
        },
        keep: () => commands.commit(),
        takeBack: () => commands.cancelGesture(),
      }),
    [mark, commands, overlay, seen],
  );
}

/** Gives the keys to a tool that has the focus; those it uses do nothing else. */
export const keyDownOf =
  (tool: Tool) =>
  (event: KeyboardEvent): void => {
    if (tool.key({ key: event.key, shiftKey: event.shiftKey, up: false })) event.preventDefault();
  };

/** The end of a key held down, or of the focus: what the keys did is one gesture. */
export const keysUpOf = (tool: Tool) => (): void => {
  tool.key({ key: '', shiftKey: false, up: true });
};
