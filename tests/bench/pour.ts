import type { Page } from '@playwright/test';
import { DATABASE } from '@/storage/inventory/schema';
import type { Clock } from '@/utils/model/clock';
import { newId } from '@/utils/model/ids';
import { inventoryOf } from './fill';
import type { Work } from './invented-work';

/**
 * Puts work into an empty inventory past the product's commands, which would take an hour for 100,000 items and
 * know only now. `page` is a page of the extension. The worker must be stopped afterwards: it may remember.
 */
export async function pour(page: Page, works: Iterable<Work>, clock: Clock): Promise<void> {
  await makeDatabase(page, clock);
  const chunks = inventoryOf(works, clock, 2_000);
  let step = chunks.next();
  while (!step.done) {
    await page.evaluate(writeRows, { name: DATABASE, rows: JSON.stringify(step.value) });
    step = chunks.next();
  }
  await page.evaluate(writeRows, { name: DATABASE, rows: JSON.stringify({ meta: [step.value] }) });
}

/** A command that changes nothing makes the product open its database. */
async function makeDatabase(page: Page, clock: Clock): Promise<void> {
  const message = { kind: 'command', id: newId<string>(clock.now()), name: 'undo', payload: {} };
  const reply = await page.evaluate((sent) => chrome.runtime.sendMessage(sent), message);
  const code = JSON.stringify(reply);
  if (!code.includes('nothing-to-undo')) throw new Error(`a fresh inventory answered ${code} to undo`);
}

/** Runs in the page: puts rows into their tables, in one relaxed transaction. */
async function writeRows({ name, rows }: { name: string; rows: string }): Promise<void> {
  // Written by JSON.stringify above: tables with their rows.
  const tables = JSON.parse(rows) as Record<string, unknown[]>;
  const db = await new Promise<IDBDatabase>((done, fail) => {
    const opening = indexedDB.open(name);
    opening.addEventListener('success', () => done(opening.result));
    opening.addEventListener('error', () => fail(opening.error ?? new Error('not opened')));
  });
  await new Promise<void>((done, fail) => {
    const transaction = db.transaction(Object.keys(tables), 'readwrite', { durability: 'relaxed' });
    transaction.addEventListener('complete', () => done());
    transaction.addEventListener('abort', () => fail(transaction.error ?? new Error('not written')));
    for (const [table, own] of Object.entries(tables)) {
      const store = transaction.objectStore(table);
      for (const row of own) store.put(row);
    }
  });
  db.close();
}
