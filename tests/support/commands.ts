import type { Page } from '@playwright/test';
import type { InventoryCommandName } from '@/utils/messaging/commands';
import type { ChromiumWithExtension } from './chromium';

/** A page of the extension that may send every command: where tests send many, as fast as they can. */
export async function commandPage(extension: ChromiumWithExtension): Promise<Page> {
  const page = await extension.context.newPage();
  await page.goto(`chrome-extension://${extension.id}/desk.html#settings`);
  return page;
}

/** Sends a command as surfaces do: the same id until it is acknowledged. Gives the reply and how often it was sent. */
export function sendFrom(page: Page, name: InventoryCommandName, payload: unknown, id: string) {
  return page.evaluate(
    async ({ message }) => {
      // The extension's own page: the browser gives it this.
      const { runtime } = (
        globalThis as unknown as { chrome: { runtime: { sendMessage(m: unknown): Promise<unknown> } } }
      ).chrome;
      for (let tries = 1; tries <= 200; tries += 1) {
        const reply = await runtime.sendMessage(message).catch(() => undefined);
        if (reply)
          return { reply: reply as { ok: boolean; code?: string; value?: { outcome: string } }, tries };
      }
      return { reply: { ok: false, code: 'unreachable' }, tries: 200 };
    },
    { message: { kind: 'command', id, name, payload } },
  );
}

/** What lies in the database itself: ids of items and of the events that created them, and the counters. */
export function storedIn(page: Page) {
  return page.evaluate(async () => {
    const ask = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('unreadable'));
      });
    const db = await ask(indexedDB.open('throughline'));
    const all = <T>(table: string) =>
      ask(db.transaction(table).objectStore(table).getAll() as IDBRequest<T[]>);
    const items = await all<{ id: string; item: { title: string } }>('items');
    const events = await all<{ id: string; t: string }>('events');
    const [head] = await all<{ items: number; events: number }>('meta');
    db.close();
    return {
      titles: items.map(({ item }) => item.title),
      created: events.filter(({ t }) => t === 'created').map(({ id }) => id),
      events: events.length,
      counted: head && { items: head.items, events: head.events },
    };
  });
}
