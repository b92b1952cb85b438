import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { initialDesign, ZONES_AT_FIRST } from '~/model/design/design';
import type { Design } from '~/model/design/design';
import { ZONES } from '~/model/design/choices';
import { EDGE_ROWS } from '~/model/design/line-style';
import { shownDesign } from '~/store/shown-design';
import { ZONE_TEXTS } from '~/ui/words/choice-words';
import type { Mounted } from './mount-app';
import { mountEditor } from './mount-app';

let app: Mounted;
beforeEach(async () => {
  await page.viewport(1280, 800);
  app = await mountEditor({ panel: 'density' });
  await expect.element(page.getByRole('slider', { name: 'Density', exact: true })).toBeInTheDocument();
});
afterEach(() => app.unmount());

const design = (): Design => shownDesign(app.props.store.getState());
const shown = (): string | null => app.props.store.getState().zoneShown;
const unfold = (name: string) => page.getByText(name, { exact: true }).click();
const slide = (name: string, value: number) =>
  userEvent.fill(page.getByRole('slider', { name, exact: true }), String(value));

/** Dots of each zone, as a picture would tell them. */
function tellTotals(): void {
  const { facts } = app.props;
  const one = { dots: 10_000, areaCm2: 40, fullDots: 10_000 };
  const zones = Object.fromEntries(ZONES.map((zone) => [zone, one])) as Record<(typeof ZONES)[number], typeof one>;
  const before = facts.getState();
  if (before === null) throw new Error('Nothing is known of the head yet.');
  const totals = { dots: 60_000, areaCm2: 240, inSight: { dots: 20_000, areaCm2: 80 }, zones };
  facts.setState({ now: { ...before.now, totals: () => totals } });
}

describe('zones', () => {
  test('each has its density and strength, as one step of undo each, and one way back for all', async () => {
    await unfold('Zones');
    for (const zone of ZONES) {
      const { name } = ZONE_TEXTS[zone];
      await slide(`${name} density`, 80);
      await slide(`${name} strength`, 120);
      expect(design().zones[zone]).toEqual({ densityPercent: 80, strengthPercent: 120 });
    }
    app.props.commands.undo();
    expect(design().zones.sides).toEqual({ densityPercent: 80, strengthPercent: 100 });
    await page.getByRole('button', { name: 'Reset zones' }).click();
    expect(design().zones).toEqual(ZONES_AT_FIRST);
    await expect.element(page.getByRole('button', { name: 'Reset zones' })).toBeDisabled();
  });

  test('can have no more than the densest setting', async () => {
    await unfold('Zones');
    const most = (): string =>
      page.getByRole('slider', { name: 'Crown density', exact: true }).element().getAttribute('max') ?? '';
    expect(most()).toBe('150');
    app.props.commands.change((now) => ({ ...now, densityPerCm2: 280 }));
    await expect.poll(most).toBe('114');
  });

  test('keep the total: what one gains the others give, and going back gives it back', async () => {
    await unfold('Zones');
    await page.getByRole('switch', { name: 'Keep the total' }).click();
    const full = app.props.facts.getState()?.now.totals().zones;
    if (full === undefined) throw new Error('Nothing is known of the head yet.');
    await slide('Crown density', 50);
    expect(design().zones.crown.densityPercent).toBe(50);
    expect(design().zones.temples.densityPercent).toBeGreaterThan(ZONES_AT_FIRST.temples.densityPercent);
    const given = ZONES.map(
      (zone) =>
        full[zone].fullDots * ((design().zones[zone].densityPercent - ZONES_AT_FIRST[zone].densityPercent) / 100),
    );
    const all = ZONES.reduce((sum, zone) => sum + full[zone].fullDots, 0);
    expect(given.reduce((sum, dots) => sum + dots, 0) / all).toBeCloseTo(0, 6);
    app.props.commands.undo();
    expect(design().zones).toEqual(ZONES_AT_FIRST);
  });

  test('say what they come to', async () => {
    await unfold('Zones');
    tellTotals();
    const crown = page.getByRole('region', { name: 'Crown' });
    await expect.element(crown.getByText('about 10,000 dots (17 %) on 40 cm²')).toBeVisible();
  });

  test('are tinted while they are pointed at or reached by keyboard, and no longer', async () => {
    await unfold('Zones');
    await page.getByRole('region', { name: 'Frontal' }).hover();
    expect(shown()).toBe('frontal');
    await page.getByRole('switch', { name: 'Keep the total' }).hover();
    expect(shown()).toBeNull();
    page.getByRole('switch', { name: 'Keep the total' }).element().focus();
    await userEvent.keyboard('{Tab}{Tab}');
    expect(shown()).toBe('hairline');
    page.getByRole('slider', { name: 'Density', exact: true }).element().focus();
    expect(shown()).toBeNull();
  });
});

describe('irregularity', () => {
  test('follows the edge style until it is moved, and again when asked', async () => {
    await page.getByRole('button', { name: 'Hairline', exact: true }).click();
    await unfold('Expert: irregularity');
    await slide('Waves in the line', 7);
    await slide('Frontal tuft', 40);
    expect(design()).toMatchObject({ macroIrregularityMm: 7, frontalTuftPercent: 40, strayDotsPerCm: null });
    app.props.commands.change((now) => ({ ...now, edge: 'defined' }));
    const value = (name: string): number =>
      Number(page.getByRole('slider', { name, exact: true }).element().getAttribute('value'));
    await expect.poll(() => value('Stray dots')).toBe(0);
    expect(value('Waves in the line')).toBe(7);
    await page.getByRole('button', { name: 'Follow the edge style again' }).click();
    await expect.poll(() => value('Waves in the line')).toBe(EDGE_ROWS.defined.macroIrregularityMm);
    expect(design()).toMatchObject({ macroIrregularityMm: null, frontalTuftPercent: null });
  });

  test('shuffle deals another line, one step of undo each time, and changes nothing else', async () => {
    await page.getByRole('button', { name: 'Hairline', exact: true }).click();
    await unfold('Expert: irregularity');
    const shuffle = page.getByRole('button', { name: 'Shuffle' });
    await shuffle.click();
    await shuffle.click();
    const { seed } = design();
    expect(design()).toEqual({ ...initialDesign(seed), edgeShuffles: 2 });
    app.props.commands.undo();
    expect(design().edgeShuffles).toBe(1);
  });
});

test('a part line has its width', async () => {
  expect(page.getByRole('slider', { name: 'Parting width' }).query()).toBeNull();
  await page.getByRole('radio', { name: 'Part line' }).click();
  await slide('Parting width', 30);
  expect(design()).toMatchObject({ coverage: 'partLine', partingWidthMm: 30 });
});
