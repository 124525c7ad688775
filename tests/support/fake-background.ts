import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { CommandMessage, Reply } from '@/utils/messaging/commands';
import type { ViewName, ViewValues } from '@/utils/messaging/views';
import { NO_LOCK } from './fake-wire';

/**
 * The other end of `send` and `watch` for tests of a surface: views are values that a test sets, commands are
 * written down and answered. One for a whole test file, as the client keeps one port for as long as it lives.
 */
export function createFakeBackground() {
  const sent: CommandMessage[] = [];
  let values: Partial<ViewValues> = {};
  let answer: (message: CommandMessage) => Reply | undefined = () => undefined;
  const watched = new Map<number, ViewName>();
  const listeners: ((message: unknown) => void)[] = [];

  const say = (watch: number, name: ViewName) => {
    if (!(name in values)) return;
    for (const listen of listeners) listen({ watch, value: values[name] });
  };
  const port = {
    postMessage(message: { watch: number; name: ViewName } | { unwatch: number }) {
      if ('unwatch' in message) {
        watched.delete(message.unwatch);
        return;
      }
      watched.set(message.watch, message.name);
      queueMicrotask(() => say(message.watch, message.name));
    },
    onMessage: { addListener: (listen: (message: unknown) => void) => listeners.push(listen) },
    onDisconnect: { addListener: () => undefined },
  };

  return {
    /** Everything that was sent since `begin`, in order. */
    sent,
    /** The payloads of one command. */
    payloads: (name: string) => sent.filter((message) => message.name === name).map(({ payload }) => payload),
    /** A new test: these views, and every command acknowledged. */
    begin(views: Partial<ViewValues>): void {
      sent.length = 0;
      values = { lock: NO_LOCK, ...views };
      answer = () => undefined;
      Object.assign(fakeBrowser.runtime, {
        connect: () => port,
        sendMessage: async (message: CommandMessage) => {
          sent.push(message);
          return answer(message) ?? { ok: true, value: { outcome: 'done' } };
        },
      });
    },
    /** From now on commands are answered so; `undefined` acknowledges. */
    answers(by: typeof answer): void {
      answer = by;
    },
    /** A view cannot be given. */
    refuse(name: ViewName, problem: string): void {
      for (const [watch, asked] of watched)
        if (asked === name) for (const listen of listeners) listen({ watch, problem });
    },
    /** A view changed. */
    show(views: Partial<ViewValues>): void {
      values = { ...values, ...views };
      for (const [watch, name] of watched) if (name in views) say(watch, name);
    },
  };
}
