import type { Page } from '@playwright/test';
import type { CommandName, Reply } from '@/utils/messaging/commands';
import { newId, type CommandId } from '@/utils/model/ids';
import { systemClock } from '@/utils/model/clock';
import type { RecoveryView } from '@/utils/model/recovery';

export const freshId = (): CommandId => newId<CommandId>(systemClock.now());

type Port = {
  postMessage(message: object): void;
  disconnect(): void;
  onMessage: { addListener(take: (message: { value: unknown; problem?: string }) => void): void };
  onDisconnect: { addListener(take: () => void): void };
};
/** The part of the browser that the extension's own pages use here. */
type World = {
  chrome: {
    runtime: { sendMessage(message: unknown): Promise<unknown>; connect(how: object): Port };
    storage: { local: { get(key: string): Promise<Record<string, unknown>> } };
  };
};

/** Sends a command as surfaces do, with the same id until it is answered; `unreachable` after 20 s. */
export function send(page: Page, name: CommandName, payload: unknown, id = freshId()): Promise<Reply> {
  return page.evaluate(
    async (message): Promise<Reply> => {
      const { runtime } = (globalThis as unknown as World).chrome;
      const end = performance.now() + 20_000;
      while (performance.now() < end) {
        const pause = new Promise<undefined>((done) => setTimeout(done, 5_000));
        const answer = await Promise.race([runtime.sendMessage(message).catch(() => undefined), pause]);
        if (answer) return answer as Reply;
        await new Promise((done) => setTimeout(done, 20));
      }
      return { ok: false, code: 'unreachable' };
    },
    { kind: 'command', id, name, payload },
  );
}

/** What a surface is told when it watches a view: its value, or the code of the refusal. */
export function told<T>(page: Page, name: string, args: object = {}): Promise<T | string> {
  return page.evaluate(
    async ([view, how]) => {
      const { runtime } = (globalThis as unknown as World).chrome;
      const ask = () =>
        new Promise<T | string | undefined>((resolve) => {
          const port = runtime.connect({ name: 'views' });
          port.onDisconnect.addListener(() => resolve(undefined));
          port.onMessage.addListener(({ value, problem }) => {
            port.disconnect();
            resolve(problem ?? (value as T));
          });
          port.postMessage({ watch: 1, name: view, args: how });
        });
      for (let tries = 0; tries < 20; tries += 1) {
        const answer = await ask();
        if (answer !== undefined) return answer;
        await new Promise((done) => setTimeout(done, 50));
      }
      return 'unreachable';
    },
    [name, args] as const,
  );
}

/** The recovery view once it is settled: nothing is being upgraded or restored any more, or for 30 s still. */
export async function recoveryOf(page: Page): Promise<RecoveryView> {
  for (let tries = 0; ; tries += 1) {
    const view = await told<RecoveryView>(page, 'recovery');
    if (typeof view === 'string') throw new Error(`the recovery view answers ${view}`);
    const isAtWork = view.state === 'upgrading' || (view.work && view.state !== 'blocked');
    if (!isAtWork || tries === 300) return view;
    await page.waitForTimeout(100);
  }
}

export type Stored = {
  items: { id: string; title: string; state: string; note?: string | undefined; isTrashed: boolean }[];
  /** Ids of all events, in the order of the hybrid clock. */
  events: string[];
  counted: { items: number; events: number } | undefined;
};

/** What lies in the database that the sentinel names. To be asked only when the inventory is ready. */
export function stored(page: Page): Promise<Stored> {
  return page.evaluate(async (): Promise<Stored> => {
    const ask = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('unreadable'));
      });
    const { local } = (globalThis as unknown as World).chrome.storage;
    const { sentinel } = (await local.get('sentinel')) as { sentinel?: { name: string } };
    const db = await ask(indexedDB.open(sentinel?.name ?? 'throughline'));
    const all = <T>(table: string) =>
      ask(db.transaction(table).objectStore(table).getAll() as IDBRequest<T[]>);
    const items = await all<{ id: string; item: Record<string, never> }>('items');
    const events = await all<{ id: string; hlc: string }>('events');
    const [head] = await all<{ items: number; events: number }>('meta');
    db.close();
    const compare = (a: { hlc: string; id: string }, b: { hlc: string; id: string }) =>
      a.hlc < b.hlc ? -1 : a.hlc > b.hlc ? 1 : a.id < b.id ? -1 : 1;
    return {
      items: items.map(({ id, item }) => ({
        id,
        title: String(item['title']),
        state: String(item['state']),
        note: item['note'],
        isTrashed: item['trashedAt'] !== undefined,
      })),
      events: events.toSorted(compare).map(({ id }) => id),
      counted: head && { items: head.items, events: head.events },
    };
  });
}
