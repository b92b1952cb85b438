import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mayComeBack } from '~/keep/autosave';

const PUT_AWAY = 'stipple:put-away';

/** A document of the same origin that is not the page: what it stores, the page is told of. */
function elsewhere(): Window {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  if (frame.contentWindow === null) throw new Error('no frame');
  return frame.contentWindow;
}

describe('whether the last work may come back by itself', () => {
  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  afterEach(() => {
    vi.restoreAllMocks();
    document.querySelector('iframe')?.remove();
  });

  it('in a new tab only where no page was put away', () => {
    expect(mayComeBack()).toBe(true);
    sessionStorage.clear();
    localStorage.setItem(PUT_AWAY, '');
    expect(mayComeBack()).toBe(false);
  });

  it('a tab that is closed beside the one that somebody looks at says nothing of that one', async () => {
    mayComeBack();
    elsewhere().localStorage.setItem(PUT_AWAY, '');
    await expect.poll(() => localStorage.getItem(PUT_AWAY)).toBeNull();
  });

  it('a page that is out of sight was put away, whatever is closed', async () => {
    mayComeBack();
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    const told = new Promise((resolve) => addEventListener('storage', resolve, { once: true }));
    elsewhere().localStorage.setItem(PUT_AWAY, '');
    await told;
    expect(localStorage.getItem(PUT_AWAY)).toBe('');
  });
});
