import { beforeEach, describe, expect, it, vi } from 'vitest';
import { PAYLOADS, own, SENDERS } from '@/tests/support/doors';
import { browser } from '@/utils/browser';
import { newId } from '@/utils/model/ids';
import type { Reply } from './commands';
import { serve, type Service } from './serve';
import type { ViewPort } from './serve-views';
import { VIEW_PORT } from './view-port';

type Heard = (message: unknown, sender: unknown, answer: (reply: Reply) => void) => unknown;
type Connected = (port: ViewPort & { name: string; sender: unknown; disconnect(): void }) => void;

let hear: Heard;
let connect: Connected;
let failing = false;
const service: Service = {
  own,
  now: () => 0,
  carryOut: async () => ({ ok: true, value: { outcome: 'done' } }),
  view: async (name, args, asker) => ({ name, args, to: asker.class }),
  knowsNonce: async (tabId, nonce) => tabId === 7 && nonce === 'given',
  isSeen: async () => true,
  isLocked: async () => failing,
};

/** A port whose other end is this test. */
function portNamed(name: string, sender: unknown) {
  const sent: unknown[] = [];
  const calls = { disconnect: vi.fn() };
  let say: (message: unknown) => void = () => undefined;
  const port = {
    ...{ name, sender, disconnect: calls.disconnect },
    postMessage: (message: unknown) => sent.push(message),
    onMessage: { addListener: (listener: (message: unknown) => void) => (say = listener) },
    onDisconnect: { addListener: () => undefined },
  };
  connect(port);
  return { sent, calls, say: (message: unknown) => say(message) };
}

describe("the background's ear", () => {
  beforeEach(() => {
    failing = false;
    // What the browser hands its listeners is made up below, in the browser's own form.
    vi.spyOn(browser.runtime.onMessage, 'addListener').mockImplementation((listener) => {
      hear = listener as unknown as Heard;
    });
    vi.spyOn(browser.runtime.onConnect, 'addListener').mockImplementation((listener) => {
      connect = listener as unknown as Connected;
    });
    serve(service);
    return () => vi.restoreAllMocks();
  });

  it('keeps the line open for every message and answers it with the reply', async () => {
    const heard = Promise.withResolvers<Reply>();
    const message = { kind: 'command', id: newId(1), name: 'undo', payload: PAYLOADS.undo };
    expect(hear(message, SENDERS.popup, heard.resolve)).toBe(true);
    expect(await heard.promise).toEqual({ ok: true, value: { outcome: 'done' } });
  });

  it('answers a stranger too, with a refusal', async () => {
    const heard = Promise.withResolvers<Reply>();
    hear('anything', {}, heard.resolve);
    expect(await heard.promise).toEqual({ ok: false, code: 'not-allowed' });
  });

  it('gives views on a port of ours, to who asks by its sender', async () => {
    const { sent, calls, say } = portNamed(VIEW_PORT, SENDERS.popup);
    say({ watch: 1, name: 'quick', args: {} });
    await vi.waitFor(() =>
      expect(sent).toEqual([{ watch: 1, value: { name: 'quick', args: {}, to: 'popup' } }]),
    );
    expect(calls.disconnect).not.toHaveBeenCalled();
  });

  it('takes the nonce of a frame from the name of its port', async () => {
    const known = portNamed(`${VIEW_PORT}:given`, SENDERS.frame);
    known.say({ watch: 1, name: 'quick', args: {} });
    await vi.waitFor(() => expect(known.sent).toMatchObject([{ value: { to: 'frame' } }]));
    const unknown = portNamed(VIEW_PORT, SENDERS.frame);
    unknown.say({ watch: 1, name: 'quick', args: {} });
    await vi.waitFor(() => expect(unknown.sent).toEqual([{ watch: 1, problem: 'not-allowed' }]));
  });

  it('gives no view through a port while it is locked', async () => {
    failing = true;
    const { sent, say } = portNamed(VIEW_PORT, SENDERS.popup);
    say({ watch: 1, name: 'quick', args: {} });
    await vi.waitFor(() => expect(sent).toEqual([{ watch: 1, problem: 'locked' }]));
  });

  it('hangs up on a port of another name', () => {
    const { sent, calls, say } = portNamed('other', SENDERS.popup);
    say({ watch: 1, name: 'quick', args: {} });
    expect(calls.disconnect).toHaveBeenCalledOnce();
    expect(sent).toEqual([]);
  });
});
