import { expect, test } from 'vitest';
import { FIRST_DESIGN } from '~/ui/base/first-state';
import { changesOf } from '~/ui/panels/photo/changes';
import { FULL_DESIGN } from '../support/sample-work';

test('nothing is told of the design somebody starts from', () => {
  expect(changesOf(FIRST_DESIGN)).toEqual([]);
});

test('every change is told once, and taking all back leads to the start', () => {
  const changes = changesOf(FULL_DESIGN);
  expect(new Set(changes.map(({ name }) => name)).size).toBe(changes.length);
  for (const { name, now, before } of changes) expect([name, now], name).not.toEqual([name, before]);
  let design = FULL_DESIGN;
  // Taking one back may change what another started from (a preset brings its own density).
  for (let rest = changes; rest.length > 0; rest = changesOf(design)) design = rest[0].undo(design);
  expect({ ...design, seed: FIRST_DESIGN.seed }).toEqual(FIRST_DESIGN);
});
