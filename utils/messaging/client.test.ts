import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { send } from './client';

// The fake's own type knows no answers.
const DONE = { ok: true, value: {} } as never;

describe('sending a command', () => {
  beforeEach(() => vi.stubGlobal('location', { hash: '' }));
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });

  it('never hands more than a million characters to the browser', async () => {
    const sent = vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockResolvedValue(DONE);
    expect(await send('item.add', { title: 'x'.repeat(67_000_000) })).toEqual({
      ok: false,
      code: 'too-large',
    });
    expect(sent).not.toHaveBeenCalled();
    expect(await send('item.add', { title: 'x'.repeat(900_000) })).toEqual({ ok: true, value: {} });
  });

  it('sends again, always with the same id, until it is answered', async () => {
    const sent = vi
      .spyOn(fakeBrowser.runtime, 'sendMessage')
      .mockRejectedValueOnce(new Error('the worker was stopped'))
      .mockResolvedValue(DONE);
    expect(await send('undo', {})).toEqual({ ok: true, value: {} });
    expect(new Set(sent.mock.calls.map(([message]) => JSON.stringify(message))).size).toBe(1);
    expect(sent).toHaveBeenCalledTimes(2);
  });
});
