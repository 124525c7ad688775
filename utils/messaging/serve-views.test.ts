import { anything, assert, asyncProperty } from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Asker } from './sender-class';
import { ARGS } from '@/tests/support/doors';
import { VIEW_SENDERS, type SenderClass } from './senders';
import { createPorts, type ViewPort } from './serve-views';
import { type ViewMessage, type ViewName, viewSchemas } from './views';

/** A port whose other end is this test. */
function openPort() {
  const sent: ViewMessage[] = [];
  let take: (message: unknown) => void = () => undefined;
  let close: () => void = () => undefined;
  const port: ViewPort = {
    postMessage: (message) => sent.push(message),
    onMessage: { addListener: (listener) => (take = listener) },
    onDisconnect: { addListener: (listener) => (close = listener) },
  };
  return { port, sent, say: (message: unknown) => take(message), close: () => close() };
}

const popup: Promise<Asker> = Promise.resolve({ class: 'popup' });
const settle = () => vi.advanceTimersByTimeAsync(1);

describe('serving views', () => {
  let value = 0;
  let computed = 0;
  const compute = async () => {
    computed += 1;
    return { value };
  };
  beforeEach(() => {
    vi.useFakeTimers();
    value = computed = 0;
    return () => vi.useRealTimers();
  });

  it('sends the view at once, and again when it changed', async () => {
    const ports = createPorts(compute);
    const { port, sent, say } = openPort();
    ports.add(port, popup);
    say({ watch: 1, name: 'quick', args: {} });
    await settle();
    value = 1;
    ports.refresh();
    await settle();
    expect(sent).toEqual([
      { watch: 1, value: { value: 0 } },
      { watch: 1, value: { value: 1 } },
    ]);
  });

  it('stays silent when the view is the same as before', async () => {
    const ports = createPorts(compute);
    const { port, sent, say } = openPort();
    ports.add(port, popup);
    say({ watch: 1, name: 'quick', args: {} });
    await settle();
    ports.refresh();
    await vi.advanceTimersByTimeAsync(500);
    expect(sent).toHaveLength(1);
  });

  it('sends the first change at once and a storm of changes at most ten times a second', async () => {
    const ports = createPorts(compute);
    const { port, sent, say } = openPort();
    ports.add(port, popup);
    say({ watch: 1, name: 'quick', args: {} });
    await settle();
    for (let change = 1; change <= 1000; change += 1) {
      value = change;
      ports.refresh();
      await vi.advanceTimersByTimeAsync(1);
    }
    expect(sent[1]).toEqual({ watch: 1, value: { value: 1 } });
    await vi.advanceTimersByTimeAsync(200);
    expect(computed).toBeLessThanOrEqual(13);
    expect(sent.at(-1)).toEqual({ watch: 1, value: { value: 1000 } });
  });

  it('computes only the views that were named', async () => {
    const ports = createPorts(compute);
    const { port, say } = openPort();
    ports.add(port, popup);
    say({ watch: 1, name: 'quick', args: {} });
    await settle();
    ports.refresh(['page']);
    await settle();
    expect(computed).toBe(1);
  });

  it('sends the newest last when computing takes long', async () => {
    let finish: (() => void)[] = [];
    const slow = () => {
      const seen = value;
      return new Promise((resolve) => finish.push(() => resolve(seen)));
    };
    const ports = createPorts(slow);
    const { port, sent, say } = openPort();
    ports.add(port, popup);
    say({ watch: 1, name: 'quick', args: {} });
    await settle();
    value = 1;
    ports.refresh();
    await settle();
    // Whoever was started last finishes first.
    for (let turn = 0; turn < 3; turn += 1) {
      const now = finish;
      finish = [];
      for (const one of now.toReversed()) one();
      await settle();
    }
    expect(sent).toEqual([
      { watch: 1, value: 0 },
      { watch: 1, value: 1 },
    ]);
  });

  it('sends nothing after unwatch and after the surface closed', async () => {
    const ports = createPorts(compute);
    const { port, sent, say, close } = openPort();
    ports.add(port, popup);
    say({ watch: 1, name: 'quick', args: {} });
    say({ watch: 2, name: 'overview', args: {} });
    await settle();
    say({ unwatch: 1 });
    await settle();
    value = 1;
    ports.refresh();
    await vi.advanceTimersByTimeAsync(200);
    expect(sent.filter(({ watch }) => watch === 1)).toHaveLength(1);
    close();
    value = 2;
    ports.refresh();
    await vi.advanceTimersByTimeAsync(200);
    expect(sent.filter(({ watch }) => watch === 2)).toHaveLength(2);
    expect(ports.askers()).toEqual([]);
  });

  it('tells nobody and a page script that they may not look, and computes nothing for them', async () => {
    const ports = createPorts(compute);
    for (const asker of [undefined, { class: 'content', tabId: 7 } as const]) {
      const { port, sent, say } = openPort();
      ports.add(port, Promise.resolve(asker));
      say({ watch: 1, name: 'overview', args: {} });
      await settle();
      expect(sent).toEqual([{ watch: 1, problem: 'not-allowed' }]);
    }
    expect(computed).toBe(0);
  });

  const CLASSES: SenderClass[] = ['content', 'frame', 'glimpse', 'popup', 'panel', 'desk'];
  const NAMES = Object.keys(viewSchemas) as ViewName[]; // the keys of the contract
  const pairs = CLASSES.flatMap((sender) => NAMES.map((name) => [sender, name] as const));

  it.each(pairs)('shows %s the view %s exactly when the table allows it', async (sender, name) => {
    const ports = createPorts(compute);
    const { port, sent, say } = openPort();
    ports.add(port, Promise.resolve({ class: sender, tabId: 7 }));
    say({ watch: 1, name, args: ARGS[name] });
    await settle();
    const isAllowed = VIEW_SENDERS[name].includes(sender);
    expect(sent).toEqual([
      isAllowed ? { watch: 1, value: { value: 0 } } : { watch: 1, problem: 'not-allowed' },
    ]);
    expect(computed).toBe(isAllowed ? 1 : 0);
  });

  it('computes nothing for whatever else is said on a port, and goes on serving', async () => {
    vi.useRealTimers();
    const { port, sent, say } = openPort();
    createPorts(compute).add(port, popup);
    await assert(
      asyncProperty(anything({ withBigInt: true, withMap: true, withNullPrototype: true }), async (any) => {
        say(any);
        say({ watch: 1, name: any, args: any });
        say({ watch: 1, name: 'list', args: any });
        await Promise.resolve();
      }),
    );
    expect(computed).toBe(0);
    say({ watch: 1, name: 'quick', args: {} });
    await vi.waitFor(() => expect(sent.at(-1)).toEqual({ watch: 1, value: { value: 0 } }));
  });

  it('keeps the storage view from the frame', async () => {
    const ports = createPorts(compute);
    const { port, sent, say } = openPort();
    ports.add(port, Promise.resolve({ class: 'frame', tabId: 7 }));
    say({ watch: 1, name: 'storage', args: {} });
    await settle();
    expect(sent).toEqual([{ watch: 1, problem: 'not-allowed' }]);
  });

  it('names the problem of an unknown view, of wrong arguments and of too many watches', async () => {
    const ports = createPorts(compute);
    const { port, sent, say } = openPort();
    ports.add(port, popup);
    say({ watch: 1, name: 'constructor', args: {} });
    say({ watch: 2, name: 'list', args: { list: 'today', limit: 1e9 } });
    say('nonsense');
    for (let number = 3; number <= 63; number += 1) say({ watch: number, name: 'quick', args: {} });
    await settle();
    expect(sent.filter((message) => 'problem' in message)).toEqual([
      { watch: 1, problem: 'malformed' },
      { watch: 2, problem: 'malformed' },
      { watch: 63, problem: 'too-many' },
    ]);
  });

  it("passes on a view's own code and calls everything else storage", async () => {
    const { port, sent, say } = openPort();
    const errors: unknown[] = [Object.assign(new Error('no'), { code: 'no-item' }), new Error('closed')];
    createPorts(() => Promise.reject(errors.shift())).add(port, popup);
    say({ watch: 1, name: 'quick', args: {} });
    await settle();
    say({ watch: 2, name: 'quick', args: {} });
    await settle();
    expect(sent).toEqual([
      { watch: 1, problem: 'no-item' },
      { watch: 2, problem: 'storage' },
    ]);
  });
});
