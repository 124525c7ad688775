import type { Page } from '@playwright/test';
import { DATABASE } from '@/storage/inventory/schema';
import { openFilled, silentPage, type Bench, type Filled } from './bench';
import { column, interleaved } from './statistics';
import type { Line } from './table';

const EACH_ROUND = 10;
const SMALL = 1_000;

/**
 * T7: the first 50 rows of the list, through the port as a surface asks for them, against `getAll` of 50 on the
 * same index of the same database in the worker; with 1,000 items and with the large inventory.
 */
export async function firstFifty(bench: Bench, large: Filled): Promise<Line[]> {
  const small = await openFilled(bench, SMALL);
  const each = async (filled: Filled) => {
    return { filled, page: await silentPage(filled.browser, filled.address) };
  };
  const [few, many] = [await each(small), await each(large)];
  const samples = await interleaved(bench.rounds, {
    few: () => sample(bench, few),
    many: () => sample(bench, many),
  });
  await small.browser.close();
  await many.page.close();
  return linesOf(samples, bench.large.toLocaleString('en'));
}

function linesOf(samples: Record<'few' | 'many', Record<string, number>[]>, items: string): Line[] {
  const inside = (kind: 'few' | 'many') =>
    samples[kind].map(({ list, settings }) => ({ ms: (list ?? Number.NaN) - (settings ?? 0) }));
  const raw = column(samples.many, 'raw');
  return [
    {
      ...line(`first 50 of ${items} through the port`),
      ours: column(samples.many, 'list'),
      floor: raw,
      note: 'the floor has no messages',
    },
    {
      ...line('  without the port (less a view of the settings)'),
      ours: column(inside('many'), 'ms'),
      floor: raw,
      most: { ratio: 2 },
    },
    { ...line('  raw: open the database + getAll(50)'), ours: column(samples.many, 'openRaw') },
    {
      ...line(`first 50: ${items} against 1,000`),
      ours: column(samples.many, 'list'),
      floor: column(samples.few, 'list'),
      most: { ratio: 1.5 },
    },
    {
      ...line(`the sidebar's overview: ${items} against 1,000`),
      ours: column(samples.many, 'overview'),
      floor: column(samples.few, 'overview'),
      most: { ratio: 1.5 },
    },
  ];
}

const line = (what: string) => ({ target: 'T7', what, unit: 'ms' as const });

async function sample(bench: Bench, { filled, page }: { filled: Filled; page: Page }) {
  const view = (name: string, args: object) => page.evaluate(watchEach, { name, args, count: EACH_ROUND });
  const worker = await filled.browser.worker(bench.build);
  return {
    list: await view('list', { list: 'next', limit: 50 }),
    settings: await view('settings', {}),
    overview: await view('overview', {}),
    ...(await worker.evaluate(readRaw, { name: DATABASE, count: EACH_ROUND })),
  };
}

/** Runs in the page: asks for a view anew several times over one port; gives the median time to its first value. */
async function watchEach({
  name,
  args,
  count,
}: {
  name: string;
  args: object;
  count: number;
}): Promise<number> {
  const port = chrome.runtime.connect({ name: 'views' });
  const waiting = new Map<number, (message: object) => void>();
  port.onMessage.addListener((message: { watch: number }) => waiting.get(message.watch)?.(message));
  const taken: number[] = [];
  for (let watch = 1; watch <= count + 1; watch += 1) {
    const from = performance.now();
    const answer = new Promise<object>((done) => waiting.set(watch, done));
    port.postMessage({ watch, name, args });
    const message = await answer;
    if ('problem' in message) throw new Error(`${name}: ${JSON.stringify(message)}`);
    // The first one may have to open the database.
    if (watch > 1) taken.push(performance.now() - from);
    port.postMessage({ unwatch: watch });
  }
  port.disconnect();
  return taken.toSorted((a, b) => a - b)[Math.floor(taken.length / 2)] ?? Number.NaN;
}

/** Runs in the worker: the first 50 of the same index without any of our code. */
async function readRaw({
  name,
  count,
}: {
  name: string;
  count: number;
}): Promise<{ raw: number; openRaw: number }> {
  const wait = <T>(request: IDBRequest<T>) =>
    new Promise<T>((done, fail) => {
      request.addEventListener('success', () => done(request.result));
      request.addEventListener('error', () => fail(request.error ?? new Error('not read')));
    });
  const median = (values: number[]) =>
    values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
  const fifty = (db: IDBDatabase) => {
    const range = IDBKeyRange.bound(['next', -Infinity], ['next', '\uffff']);
    const index = db.transaction('items').objectStore('items').index('[list+order+id]');
    return wait(index.getAll(range, 50));
  };
  const raw: number[] = [];
  const openRaw: number[] = [];
  for (let each = 0; each < count; each += 1) {
    const from = performance.now();
    const db = await wait(indexedDB.open(name));
    const rows = await fifty(db);
    openRaw.push(performance.now() - from);
    if (rows.length !== 50) throw new Error(`${rows.length} rows, not 50`);
    // Once more: the first read of a connection pays for it.
    const warm = performance.now();
    await fifty(db);
    raw.push(performance.now() - warm);
    db.close();
  }
  return { raw: median(raw), openRaw: median(openRaw) };
}
