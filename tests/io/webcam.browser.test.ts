import { afterEach, expect, test, vi } from 'vitest';
import { openCamera } from '~/io/webcam';

afterEach(() => vi.restoreAllMocks());

test.each([
  ['NotAllowedError', 'refused'],
  ['SecurityError', 'refused'],
  ['NotFoundError', 'none'],
  ['OverconstrainedError', 'none'],
  ['NotReadableError', 'busy'],
  ['AbortError', 'busy'],
])('%s is a value: %s', async (name, problem) => {
  vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockRejectedValue(new DOMException('', name));
  expect(await openCamera('user')).toEqual({ ok: false, problem });
});

test('asks for the wanted camera and no sound', async () => {
  const stream = new MediaStream();
  const ask = vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockResolvedValue(stream);
  expect(await openCamera('environment')).toEqual({ ok: true, value: stream });
  expect(ask).toHaveBeenCalledWith(
    expect.objectContaining({ audio: false, video: expect.objectContaining({ facingMode: 'environment' }) as unknown }),
  );
});
