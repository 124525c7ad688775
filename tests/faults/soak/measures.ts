/** What grows while a soak goes on: memory after garbage was collected, listeners, and the files of the database. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession, Frame, Page } from '@playwright/test';
import type { RigBrowser } from '../rig-browser';

const MB = 1_024 * 1_024;

/** At `minute` of the run: MB of the heap, and event listeners where there is a document. */
export type Sample = { minute: number; heapMb: number; listeners?: number };

type Sender = (
  method: 'HeapProfiler.collectGarbage' | 'Runtime.getHeapUsage',
) => Promise<{ usedSize?: number }>;

async function heapOf(send: Sender): Promise<number> {
  await send('HeapProfiler.collectGarbage');
  const { usedSize = 0 } = await send('Runtime.getHeapUsage');
  return usedSize / MB;
}

/** Of a page, or of a frame that has a process of its own. */
export async function sampleOf(browser: RigBrowser, page: Page | Frame, minute: number): Promise<Sample> {
  const session: CDPSession = await browser.context.newCDPSession(page);
  try {
    // Neither command has parameters; the second gives the size.
    const heapMb = await heapOf((method) => session.send(method) as Promise<{ usedSize?: number }>);
    const { jsEventListeners } = await session.send('Memory.getDOMCounters');
    return { minute, heapMb, listeners: jsEventListeners };
  } finally {
    await session.detach();
  }
}

/** Of the worker, which Playwright gives no session for. Undefined where none runs. */
export async function workerSample(browser: RigBrowser, minute: number): Promise<Sample | undefined> {
  const { devtools, id } = browser;
  const { targetInfos } = await devtools.send('Target.getTargets');
  const worker = targetInfos.find(({ type, url }) => type === 'service_worker' && url.includes(id));
  if (!worker) return undefined;
  const { targetId } = worker;
  const { sessionId } = await devtools.send('Target.attachToTarget', { targetId, flatten: false });
  const answers = new Map<number, (result: { usedSize?: number }) => void>();
  const hear = (event: { sessionId: string; message: string }) => {
    if (event.sessionId !== sessionId) return;
    // The protocol's own form.
    const { id: number, result } = JSON.parse(event.message) as {
      id: number;
      result?: { usedSize?: number };
    };
    answers.get(number)?.(result ?? {});
  };
  devtools.on('Target.receivedMessageFromTarget', hear);
  let next = 0;
  const send: Sender = async (method) => {
    const number = (next += 1);
    const answer = new Promise<{ usedSize?: number }>((done) => answers.set(number, done));
    const message = JSON.stringify({ id: number, method });
    await devtools.send('Target.sendMessageToTarget', { sessionId, message });
    return answer;
  };
  try {
    return { minute, heapMb: await heapOf(send) };
  } finally {
    devtools.off('Target.receivedMessageFromTarget', hear);
    await devtools.send('Target.detachFromTarget', { sessionId });
  }
}

/** MB an hour: the slope of the straight line through the samples (least squares). NaN of fewer than two instants. */
export function slope(samples: readonly Sample[]): number {
  const mean = (of: (sample: Sample) => number) =>
    samples.reduce((sum, sample) => sum + of(sample), 0) / samples.length;
  const [minute, heap] = [mean((sample) => sample.minute), mean((sample) => sample.heapMb)];
  const both = samples.reduce((sum, each) => sum + (each.minute - minute) * (each.heapMb - heap), 0);
  const one = samples.reduce((sum, each) => sum + (each.minute - minute) ** 2, 0);
  return (both / one) * 60;
}

/** "3.2 MB, +0.4 MB/h, 12 → 12 listeners" of samples in the order of time. */
export function inWords(samples: readonly Sample[]): string {
  const [first, last] = [samples[0], samples.at(-1)];
  if (!first || !last) return 'not measured';
  const perHour = slope(samples);
  const grows = Number.isNaN(perHour) ? '' : `, ${perHour < 0 ? '' : '+'}${perHour.toFixed(2)} MB/h`;
  const listeners = first.listeners === undefined ? '' : `, ${first.listeners} → ${last.listeners} listeners`;
  return `${last.heapMb.toFixed(2)} MB${grows}${listeners} (${samples.length} samples)`;
}

/** Bytes of all files below a folder. */
export function bytesIn(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  return files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}
