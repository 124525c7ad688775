/** A large inventory as version 1 stored it, and what can be asked of its tables without the product. */
import type { Page } from '@playwright/test';
import type { Head, ItemEntry, SourceEntry } from '@/storage/inventory/schema';
import { systemClock } from '@/utils/model/clock';
import type { LogEvent } from '@/utils/model/event';
import { inventoryOf } from '../bench/fill';
import { inventedWork } from '../bench/invented-work';
import { layOld } from './killed-work';
import type { RigBrowser } from './rig-browser';

/** Tables of version 1 with so many items of made-up work. Gives how much that is. */
export async function layLarge(browser: RigBrowser, items: number) {
  const { page } = await layOld(browser, { isEmpty: true });
  const chunks = inventoryOf(inventedWork(items, systemClock), systemClock, 2_000);
  let step = chunks.next();
  while (!step.done) {
    const { events, items: entries, sources } = step.value;
    await put(page, { events, items: entries.map(asOld), sources: sources.map(asOldClaim) });
    step = chunks.next();
  }
  const head: Head = step.value;
  await put(page, { meta: [head] });
  return { page, items: head.items, events: head.events };
}

/** Without what version 2 added. */
function asOld({ driftSince: _, likeness: __, item, ...entry }: ItemEntry): object {
  const { stateAt: ___, ...old } = item;
  return { ...entry, item: { ...old, sources: old.sources.map(({ statusAt: ____, ...source }) => source) } };
}
const asOldClaim = ({ found: _, ...claim }: SourceEntry): object => claim;

const put = (
  page: Page,
  rows: { events?: LogEvent[]; items?: object[]; sources?: object[]; meta?: Head[] },
) =>
  page.evaluate(async (text) => {
    const tables = JSON.parse(text) as Record<string, object[]>;
    const opening = indexedDB.open('throughline');
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error ?? new Error('not opened'));
    });
    const transaction = db.transaction(Object.keys(tables), 'readwrite', { durability: 'relaxed' });
    for (const [table, own] of Object.entries(tables))
      for (const row of own) transaction.objectStore(table).put(row);
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error('not written'));
    });
    db.close();
  }, JSON.stringify(rows));

/**
 * Ms of the least that an upgrade must do: every row read, those of items and sources written back, in one transaction
 * and in parts of 500.
 */
export const floorOf = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const ask = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('unreadable'));
      });
    const db = await ask(indexedDB.open('throughline'));
    const from = performance.now();
    const transaction = db.transaction(['events', 'items', 'sources'], 'readwrite');
    const ended = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error('not written'));
    });
    for (const name of ['events', 'items', 'sources']) {
      const store = transaction.objectStore(name);
      let last: IDBValidKey | undefined;
      for (;;) {
        const range = last === undefined ? null : IDBKeyRange.lowerBound(last, true);
        const [keys, rows] = await Promise.all([
          ask(store.getAllKeys(range, 500)),
          ask(store.getAll(range, 500)),
        ]);
        if (name !== 'events') for (const row of rows) store.put(row);
        last = keys.at(-1);
        if (keys.length < 500) break;
      }
    }
    await ended;
    db.close();
    return performance.now() - from;
  });

export type Kept = { items: number; events: number; digest: string; titles: string[] };

/** How much there is, and a digest of what the upgrade computes for items made before `until` (UTC ms). */
export const keptIn = (page: Page, until: number): Promise<Kept> =>
  page.evaluate(async (end) => {
    const ask = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('unreadable'));
      });
    const db = await ask(indexedDB.open('throughline'));
    type Row = {
      id: string;
      item: { title: string; createdAt: number };
      likeness?: string;
      driftSince?: number;
    };
    const store = db.transaction('items').objectStore('items');
    const titles: string[] = [];
    let [digest, last, items] = ['', '', 0];
    for (;;) {
      const rows = await ask<Row[]>(store.getAll(IDBKeyRange.lowerBound(last, true), 1_000));
      items += rows.length;
      const old = rows.filter(({ item }) => item.createdAt < end);
      titles.push(...rows.filter((row) => !old.includes(row)).map(({ item }) => item.title));
      const texts = old.map(({ id, item, likeness, driftSince }) =>
        JSON.stringify([id, item, likeness, driftSince]),
      );
      let sum = 0;
      for (const text of texts)
        for (let at = 0; at < text.length; at += 1) sum = (Math.imul(sum, 31) + text.charCodeAt(at)) | 0;
      digest += `${sum} `;
      last = rows.at(-1)?.id ?? '';
      if (rows.length < 1_000) break;
    }
    const events = await ask(db.transaction('events').objectStore('events').count());
    db.close();
    return { items, events, digest, titles };
  }, until);
