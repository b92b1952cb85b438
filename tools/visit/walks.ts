import type { Locator, Page } from 'playwright';
import { button } from '../../tests/support/controls';

/** One step of a visit: what somebody does, by how many taps. `drag`: the picture is to follow the finger. */
export interface Step {
  readonly name: string;
  readonly taps: number;
  readonly drag?: true;
  readonly run: (hand: Hand) => Promise<void>;
}

/** What a person can do to the page, with a finger or a mouse. */
export interface Hand {
  readonly page: Page;
  readonly press: (on: Locator) => Promise<void>;
  /** Along these places of the window, CSS px, a move with each frame. */
  readonly drag: (along: readonly (readonly [x: number, y: number])[]) => Promise<void>;
}

/** Moves of one drag: about a second of a finger. */
const MOVES = 30;
/** How long a picture is looked at, ms: wipes and small pictures come to rest. */
const LOOK_MS = 2500;

const slider = (page: Page, name: string): Locator => page.getByRole('slider', { name, exact: true });
const look = (page: Page): Promise<void> => page.waitForTimeout(LOOK_MS);

/** From where its thumb is to `share` of a slider, and a little back, as somebody who tries it out. */
async function dragSlider({ page, drag }: Hand, name: string, share: number): Promise<void> {
  const on = slider(page, name);
  const box = await on.boundingBox();
  if (box === null) throw new Error(`${name} is not on the screen.`);
  const at = await on.evaluate(
    ({ valueAsNumber, min, max }: HTMLInputElement) => (valueAsNumber - Number(min)) / (Number(max) - Number(min)),
  );
  // The thumb's middle stays half a thumb inside.
  const x = (of: number): number => box.x + 12 + of * (box.width - 24);
  const way = (from: number, to: number): readonly (readonly [number, number])[] =>
    Array.from({ length: MOVES / 2 }, (_, i) => [
      x(from + ((to - from) * i) / (MOVES / 2 - 1)),
      box.y + box.height / 2,
    ]);
  await drag([...way(at, share), ...way(share, (share + at) / 2)]);
}

/** Up and down again by `px` from the middle of a point. */
async function dragPoint({ page, drag }: Hand, name: string, px: number): Promise<void> {
  const box = await slider(page, name).boundingBox();
  if (box === null) throw new Error(`${name} is not on the screen.`);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await drag(Array.from({ length: MOVES }, (_, i) => [x, y - px * Math.sin((Math.PI * 0.8 * i) / (MOVES - 1))]));
}

/** The sample takes the place of the picker; then the models, the head and the first picture. */
const photo: Step = {
  name: 'photo',
  taps: 1,
  run: async ({ page, press }) => {
    await press(button(page, 'Try a sample: from the front'));
    await page.locator('html[data-stage="editing"]').waitFor({ state: 'attached', timeout: 60_000 });
    await slider(page, 'Hairline point: middle').waitFor({ timeout: 60_000 });
  },
};

/** Somebody who thinks about it, alone, on a phone. */
export const CLIENT: readonly Step[] = [
  photo,
  {
    name: 'reveal',
    taps: 1,
    run: async ({ page, press }) => {
      await look(page);
      await press(button(page, 'Shaved look'));
      await look(page);
    },
  },
  {
    name: 'look',
    taps: 1,
    run: async ({ page, press }) => {
      await press(page.getByRole('radio', { name: 'Bold', exact: true }));
      await look(page);
    },
  },
  {
    name: 'height',
    taps: 2,
    drag: true,
    run: async (hand) => {
      await hand.press(hand.page.getByRole('tab', { name: 'Height', exact: true }));
      await dragSlider(hand, 'Hairline height', 0.7);
    },
  },
  {
    name: 'years',
    taps: 1,
    run: async ({ page, press }) => {
      await press(button(page, 'See it in 5 years'));
      await look(page);
    },
  },
  {
    name: 'years dragged',
    taps: 1,
    drag: true,
    run: async (hand) => {
      const box = await hand.page.locator('.time-track').boundingBox();
      if (box === null) throw new Error('The strip of time is not on the screen.');
      await hand.drag(
        Array.from({ length: MOVES }, (_, i) => [box.x + box.width * (0.75 - (0.6 * i) / MOVES), box.y + 3]),
      );
    },
  },
  {
    name: 'finish',
    taps: 1,
    run: async ({ page, press }) => {
      await press(button(page, 'Finish'));
      await page.getByRole('dialog').first().waitFor();
      await look(page);
    },
  },
];

/** A practitioner with a client beside them. */
export const PRACTITIONER: readonly Step[] = [
  photo,
  {
    name: 'sketch',
    taps: 3,
    drag: true,
    run: async (hand) => {
      const { page, press, drag } = hand;
      const ends = await Promise.all(
        ['right corner', 'middle', 'left corner'].map((each) => slider(page, `Hairline point: ${each}`).boundingBox()),
      );
      const [from, middle, to] = ends.map((box) => box ?? { x: 0, y: 0, width: 0, height: 0 });
      await page.keyboard.press('p');
      await drag(
        Array.from({ length: MOVES }, (_, i) => {
          const t = (2 * i) / (MOVES - 1) - 1;
          const [a, b] = t < 0 ? [middle, from] : [middle, to];
          const by = Math.abs(t);
          return [a.x + 14 + (b.x - a.x) * by, a.y + 6 + (b.y - a.y) * by * by];
        }),
      );
      await look(page);
      await press(button(page, 'Make it the hairline'));
      await look(page);
    },
  },
  {
    name: 'line',
    taps: 2,
    drag: true,
    run: async (hand) => {
      await hand.page.keyboard.press('l');
      await dragPoint(hand, 'Hairline point: middle', 40);
    },
  },
  {
    name: 'zones',
    taps: 3,
    drag: true,
    run: async (hand) => {
      const { page, press } = hand;
      await press(button(page, 'Density'));
      await press(page.locator('summary', { hasText: /^Zones$/ }));
      await slider(page, 'Frontal density').scrollIntoViewIfNeeded();
      await dragSlider(hand, 'Frontal density', 0.3);
    },
  },
  {
    name: 'compare',
    taps: 3,
    run: async ({ page, press }) => {
      await press(button(page, 'Add a design'));
      await press(button(page, 'Hairline'));
      await press(page.getByRole('radio', { name: 'Careful', exact: true }));
      await press(button(page, 'Compare designs'));
      await look(page);
    },
  },
  {
    name: 'show',
    taps: 2,
    run: async ({ page, press }) => {
      await page.keyboard.press('Escape');
      await press(button(page, 'Show client'));
      await button(page, 'Back to work').waitFor();
      await look(page);
    },
  },
  {
    name: 'wipe',
    taps: 1,
    drag: true,
    run: (hand) => dragSlider(hand, 'Before and after', 0.9),
  },
];
