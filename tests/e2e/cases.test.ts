import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bytesInOwnCases, casesOf, visitWithCases } from '../support/cases';
import { closeBrowser, openBrowser } from '../support/visit';

const cases = visitWithCases();
beforeAll(openBrowser);
afterAll(async () => {
  await cases.end();
  await closeBrowser();
});

/** The share of the odd files that comes with the project; `npm run cases` runs all that lie beside the checkout. */
describe('odd files in the built page', () => {
  it.each(casesOf(false))(
    '$file, $about: $how',
    async (each) => {
      expect((await cases.run(each)).wrong).toBeNull();
    },
    180_000,
  );

  it('stay few, so that the project stays small', () => {
    expect(bytesInOwnCases()).toBeLessThan(1_500_000);
  });
});
