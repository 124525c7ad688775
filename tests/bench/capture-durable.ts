import type { Draft } from '@/utils/model/draft';
import { newId, type SourceKey } from '@/utils/model/ids';
import { silentPage, type Bench, type Filled } from './bench';
import { column, interleaved } from './statistics';
import type { Line } from './table';

/** Captures in one round: the first of a row pays for what sleeps. */
const EACH_ROUND = 12;

/** Two events, the item, its source, the head. */
const ROWS_OF_A_CAPTURE = 5;

let number = 0;

/** The message of one capture: a ticket never seen before, about 1 KB. */
function captureMessage(bench: Bench) {
  number += 1;
  const nativeId = `bench-${number}`;
  const source = {
    product: 'redmine',
    host: 'bench.example',
    scope: '',
    nativeId,
    kind: 'issue',
    label: `#${number}`,
  };
  const draft: Draft = {
    title: `Captured for measuring, number ${number}`,
    url: `https://bench.example/issues/${number}`,
    source: { ...source, key: `redmine|bench.example||${nativeId}` as SourceKey }, // the form that recognisers give
    page: 'item',
    status: 'Open',
    excerpt: 'x'.repeat(500),
    witnesses: [{ field: 'title', from: 'heading', value: `Captured for measuring, number ${number}` }],
  };
  return { kind: 'command', id: newId<string>(bench.clock.now()), name: 'item.capture', payload: { draft } };
}

/** A message that the background refuses at once: what asking costs when nothing is done. */
const refused = (bench: Bench) => ({
  kind: 'command',
  id: newId<string>(bench.clock.now()),
  name: 'none',
  payload: {},
});

/**
 * T5: a capture, from the message to the acknowledgement of the transaction on disk, against a message that is
 * refused plus one raw strict put of the same record in the same worker; and without the two messages.
 */
export async function captureDurable(bench: Bench, filled: Filled): Promise<Line[]> {
  const page = await silentPage(filled.browser, filled.address);
  const worker = await filled.browser.worker(bench.build);
  const raw = (record: object, copies: number) => async () => {
    const values = await worker.evaluate(putStrict, { count: EACH_ROUND, record, copies });
    return { ms: middle(values) };
  };
  const put = raw(captureMessage(bench), 1);
  const putAll = raw(captureMessage(bench), ROWS_OF_A_CAPTURE);
  const send = async (make: (bench: Bench) => object) => {
    const values = await page.evaluate(
      askEach,
      Array.from({ length: EACH_ROUND }, () => make(bench)),
    );
    return { ms: middle(values.map(({ ms }) => ms)), most: Math.max(...values.map(({ ms }) => ms)) };
  };
  const samples = await interleaved(bench.rounds, {
    put,
    putAll,
    message: () => send(refused),
    capture: () => send(captureMessage),
  });
  await page.close();
  const together = samples.message.map(({ ms }, round) => ({
    ms: (ms ?? 0) + (samples.put[round]?.ms ?? 0),
  }));
  const inside = samples.capture.map(({ ms }, round) => ({
    ms: (ms ?? 0) - (samples.message[round]?.ms ?? 0),
  }));
  return [
    {
      ...line('capture from a page of ours: message → on disk → acknowledged'),
      ours: column(samples.capture, 'ms'),
      floor: column(together, 'ms'),
      most: { ratio: 1.5 },
    },
    {
      ...line('capture in the worker (the same without its messages)'),
      ours: column(inside, 'ms'),
      floor: column(samples.put, 'ms'),
      most: { ratio: 2 },
      note: 'floor: one raw strict put of the record; ours writes two events, the item, its source and the head',
    },
    {
      ...line('  against as many rows as it writes, raw, in one strict transaction'),
      ours: column(inside, 'ms'),
      floor: column(samples.putAll, 'ms'),
    },
    {
      ...line('slowest acknowledgement of a round'),
      ours: column(samples.capture, 'most'),
      most: { amount: 50 },
    },
  ];
}

const line = (what: string) => ({ target: 'T5', what, unit: 'ms' as const });

/**
 * T6: from a worker that is stopped to a committed capture, against a refused message to a stopped worker.
 */
export async function coldCapture(bench: Bench, filled: Filled): Promise<Line[]> {
  const page = await silentPage(filled.browser, filled.address);
  const cold = async (make: (bench: Bench) => object) => {
    await filled.browser.stopWorker(bench.build);
    const [first] = await page.evaluate(askEach, [make(bench)]);
    return { ms: first?.ms ?? Number.NaN };
  };
  const samples = await interleaved(bench.rounds, {
    ping: () => cold(refused),
    capture: () => cold(captureMessage),
  });
  await page.close();
  const ping = column(samples.ping, 'ms');
  const over = samples.capture.map(({ ms }) => ({ ms: (ms ?? Number.NaN) - ping.median }));
  return [
    {
      target: 'T6',
      what: 'stopped worker → captured on disk',
      unit: 'ms',
      ours: column(samples.capture, 'ms'),
      floor: ping,
    },
    {
      target: 'T6',
      what: '  more than a message to a stopped worker',
      unit: 'ms',
      ours: column(over, 'ms'),
      most: { amount: 30 },
    },
  ];
}

const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Runs in the page: sends one message after another; gives how long each took. */
async function askEach(messages: readonly object[]): Promise<{ ms: number }[]> {
  const taken: { ms: number }[] = [];
  for (const message of messages) {
    const from = performance.now();
    const reply = JSON.stringify(await chrome.runtime.sendMessage(message));
    taken.push({ ms: performance.now() - from });
    const isAsExpected = reply.includes('"new"') || reply.includes('malformed');
    if (!isAsExpected) throw new Error(`answered ${reply}`);
  }
  return taken;
}

type Puts = { count: number; record: object; copies: number };

/** Runs in the worker: transactions that put a record so many times, each until it is on disk. */
async function putStrict({ count, record, copies }: Puts): Promise<number[]> {
  const opening = indexedDB.open('bench-floor', 1);
  opening.addEventListener('upgradeneeded', () =>
    opening.result.createObjectStore('records', { keyPath: 'id' }),
  );
  await new Promise<void>((done) => {
    opening.addEventListener('success', () => done());
  });
  const db = opening.result;
  const taken: number[] = [];
  for (let each = 0; each < count; each += 1) {
    const from = performance.now();
    await new Promise<void>((done) => {
      const transaction = db.transaction('records', 'readwrite', { durability: 'strict' });
      transaction.addEventListener('complete', () => done());
      for (let copy = 0; copy < copies; copy += 1)
        transaction.objectStore('records').put({ ...record, id: `${from} ${copy}` });
    });
    taken.push(performance.now() - from);
  }
  db.close();
  return taken;
}
