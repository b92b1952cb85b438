import { expect, it } from 'vitest';
import type { PointPx, SizePx } from '~/model/base/units';
import { toPhoto, toView } from '~/ui/canvas/zoom';
import { viewTransform } from '~/preview/view-transform';

const photo: SizePx = { widthPx: 900, heightPx: 1200 };
const view: SizePx<'view'> = { widthPx: 450, heightPx: 600 };

it('the compiler tells pixels of the photo from those of the view; what is not to be is marked, and the mark fails without a fault', () => {
  const camera = viewTransform(null, photo, view);
  const onPhoto: PointPx = { xPx: 300, yPx: 400 };
  const onView: PointPx<'view'> = toView(camera, onPhoto);
  expect(onView).toEqual({ xPx: 150, yPx: 200 });
  expect(toPhoto(camera, onView)).toEqual(onPhoto);
  // @ts-expect-error a place of the photo is none of the view
  toPhoto(camera, onPhoto);
  // @ts-expect-error nor the other way round
  toView(camera, onView);
  // @ts-expect-error sizes that changed places
  viewTransform(null, view, photo);
  // @ts-expect-error how a photo lies on a screen is not how it lies in the page
  toView(viewTransform<'screen'>(null, photo, { widthPx: 900, heightPx: 1200 }), onPhoto);
});
