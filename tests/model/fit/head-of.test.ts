import { expect, test } from 'vitest';
import { fitHead } from '~/model/fit/fit-head';
import { fitAlone } from '~/model/fit/head-of';
import { seriesPhotos } from '../../support/series';

const [{ reading }] = seriesPhotos();

test('a head is found once for what was read of its face, whatever else is known of the photo by then', () => {
  const { light, ...asRead } = reading;
  const found = fitAlone(asRead, 'men');
  expect(found).toEqual(fitHead(reading, 'men'));
  expect(fitAlone({ ...asRead, light }, 'men')).toBe(found);
  expect(fitAlone({ ...asRead, outline: null }, 'men')).toEqual(fitHead({ ...asRead, outline: null }, 'men'));
  expect(fitAlone(asRead, 'women')).toEqual(fitHead(asRead, 'women'));
  expect(fitAlone(asRead, 'men')).toBe(found);
});
