import { describe, expect, it } from 'vitest';
import { TWINS } from '~/detect/mirrored-face';

describe('twins of landmarks', () => {
  it('are each other’s, and on the midline their own', () => {
    for (const [vertex, twin] of TWINS.entries()) expect(TWINS[twin]).toBe(vertex);
    // Chin and tip of the nose; outer corners of the eyes; MediaPipe's numbering.
    expect([TWINS[152], TWINS[1], TWINS[33], TWINS[263]]).toEqual([152, 1, 263, 33]);
    expect(TWINS.filter((twin, vertex) => twin === vertex)).toHaveLength(28);
  });
});
