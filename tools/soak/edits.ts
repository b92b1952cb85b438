import { button } from '../../tests/support/controls';
import type { Visit } from '../../tests/support/visit';

/** One thing that somebody does to a design; `round` makes each time another. */
type Edit = (round: number) => Promise<void>;

/** What somebody does in an hour's work, over and over: every screen that opens and closes, and every kind of change. */
export function editsOf(here: Visit): readonly Edit[] {
  const { page } = here;
  const press = (name: string): Promise<void> => button(page, name).click();
  const undo = async (times: number): Promise<void> => {
    for (let step = 0; step < times; step++) await press('Undo');
  };
  /** By the mouse, along the scalp above the middle of the line. */
  const stroke = async (round: number): Promise<void> => {
    const box = await page.getByRole('img', { name: 'Preview' }).boundingBox();
    if (box === null) throw new Error('There is no preview.');
    const [x, y] = [box.x + box.width / 2 + (round % 5) * 6, box.y + 0.24 * box.height];
    await page.mouse.move(x - 40, y);
    await page.mouse.down();
    await page.mouse.move(x + 40, y, { steps: 10 });
    await page.mouse.up();
  };
  const middle = page.getByRole('slider', { name: 'Hairline point: middle', exact: true });

  return [
    async (round) => {
      await here.slide('Hairline height', 62 + (round % 12));
      await here.slide('Temple recession', 4 + (round % 7));
      await here.slide('Edge softness', 2 + (round % 5));
      await middle.focus();
      for (let step = 0; step < 8; step++) await page.keyboard.press(round % 2 === 0 ? 'ArrowUp' : 'ArrowDown');
    },
    async (round) => {
      await here.slide('Density', 100 + (round % 10) * 12);
      await here.slide('Dot size', 0.3 + (round % 4) * 0.05);
      await here.slide('Time', round % 8);
      await here.slide('Time', 0);
    },
    async (round) => {
      await here.goTo('density');
      for (const key of ['d', 'e', 's']) {
        await page.keyboard.press(key);
        await stroke(round);
      }
      await page.keyboard.press('p');
      await stroke(round);
      await page.keyboard.press('Escape');
      await undo(4);
    },
    async () => {
      await press('Zoom in');
      await press('Zoom in');
      await press('Show the whole picture');
    },
    async () => {
      await press('Add a design');
      await press('Compare designs');
      await page.getByRole('region', { name: 'Design B', exact: true }).waitFor();
      await page.waitForTimeout(500);
      await page.keyboard.press('Escape');
      await button(page, 'All designs').click();
      await press('Delete Design B');
      await page.keyboard.press('Escape');
    },
    async () => {
      await press('Show client');
      await button(page, 'Back to work').waitFor();
      await press('Back to work');
    },
    async () => {
      await press('Finish');
      await page.getByRole('dialog', { name: 'Take it with you' }).waitFor();
      await page.waitForTimeout(500);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog', { name: 'Take it with you' }).waitFor({ state: 'detached' });
    },
    async () => {
      await here.saved('Save picture');
      await here.saved('Save project');
    },
  ];
}
