import { describe, expect, it } from 'vitest';
import { OPPOSITE_LANDMARKS } from '~/detect/mirrored-face';

describe('landmarks of the face’s two halves', () => {
  it('are each other’s, and on the midline their own', () => {
    for (const [vertex, opposite] of OPPOSITE_LANDMARKS.entries()) expect(OPPOSITE_LANDMARKS[opposite]).toBe(vertex);
    // Chin and tip of the nose; outer corners of the eyes; MediaPipe's numbering.
    expect([OPPOSITE_LANDMARKS[152], OPPOSITE_LANDMARKS[1], OPPOSITE_LANDMARKS[33], OPPOSITE_LANDMARKS[263]]).toEqual([
      152, 1, 263, 33,
    ]);
    expect(OPPOSITE_LANDMARKS.filter((opposite, vertex) => opposite === vertex)).toHaveLength(28);
  });
});
