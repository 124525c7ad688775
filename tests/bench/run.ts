/**
 * `npm run bench`: ours beside the floor, measured in the same run. Prints the table, writes `.bench/<date>.json`
 * and never fails on time.
 *
 *   npm run bench -- --only T3,T7 --rounds 5 --items 10000 --build <folder>
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock } from '@/utils/model/clock';
import { openFilled, type Bench, type Filled } from './bench';
import { bytes } from './bytes';
import { captureDurable, coldCapture } from './capture-durable';
import { firstFifty } from './first-fifty';
import { writeFloors } from './floors';
import { servePage } from './page-server';
import { popupOpen } from './popup-open';
import { recogniseSamples } from './recognise-samples';
import { rowList } from './row-list';
import { sidebarOpen } from './sidebar-open';
import { meets, ratioOf, tableOf, type Line } from './table';
import { grantedPage, unusedPage } from './unused-page';

const ROOT = resolve(import.meta.dirname, '../..');
const USUAL_ITEMS = 10_000;

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    rounds: { type: 'string', default: '11' },
    items: { type: 'string', default: '100000' },
    build: { type: 'string', default: join(ROOT, '.output/chrome-mv3') },
  },
});

const wanted = values.only === '' ? undefined : values.only.split(',');
const isWanted = (...targets: string[]) => !wanted || targets.some((target) => wanted.includes(target));
const lines: Line[] = [];

/** Measures, and goes on with the next when something breaks: a table with a gap is better than none. */
async function measure(target: string, take: () => Promise<Line[]>): Promise<void> {
  if (!isWanted(target)) return;
  const from = systemClock.now();
  try {
    lines.push(...(await take()));
    console.log(`${target} measured in ${Math.round((systemClock.now() - from) / 1_000)} s`);
  } catch (error) {
    console.error(`${target} could not be measured: ${String(error)}`);
  }
}

/** One browser with a filled inventory for several measurements. */
async function withItems(bench: Bench, items: number, use: (filled: Filled) => Promise<void>): Promise<void> {
  try {
    const filled = await openFilled(bench, items);
    try {
      await use(filled);
    } finally {
      await filled.browser.close();
    }
  } catch (error) {
    console.error(`an inventory of ${items} items: ${String(error)}`);
  }
}

async function measureAll(bench: Bench): Promise<void> {
  await measure('T1', () => unusedPage(bench));
  await measure('T1', () => grantedPage(bench));
  if (isWanted('T4', 'T5', 'T6'))
    await withItems(bench, USUAL_ITEMS, async (filled) => {
      await measure('T4', () => popupOpen(bench, filled));
      await measure('T5', () => captureDurable(bench, filled));
      await measure('T6', () => coldCapture(bench, filled));
    });
  if (isWanted('T3', 'T7'))
    await withItems(bench, bench.large, async (filled) => {
      await measure('T3', () => sidebarOpen(bench, filled));
      await measure('T7', () => firstFifty(bench, filled));
    });
  await measure('R1', () => recogniseSamples(bench));
  await measure('T10', () => rowList(bench));
  await measure('T11', () => bytes(bench));
}

function write(started: number): string {
  const folder = join(ROOT, '.bench');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${new Date(started).toISOString().replaceAll(':', '-').slice(0, 19)}.json`);
  const machine = { cores: cpus().length, processor: cpus()[0]?.model, load: loadavg() };
  const told = lines.map((line) => ({ ...line, ratio: ratioOf(line), meets: meets(line) }));
  writeFileSync(file, JSON.stringify({ at: started, machine, options: values, lines: told }, null, 2));
  return file;
}

if (!existsSync(values.build)) throw new Error(`${values.build} is not there: run "npm run build" first`);
const started = systemClock.now();
const floors = writeFloors();
const server = await servePage();
await measureAll({
  ...{ build: resolve(values.build), floors, server, clock: systemClock },
  ...{ rounds: Number(values.rounds), large: Number(values.items) },
});
server.stop();
floors.remove();
const order = (line: Line) => Number(line.target.slice(1));
lines.sort((a, b) => order(a) - order(b));
console.log(`\n${tableOf(lines)}\n`);
console.log(
  `${write(started)} · load ${loadavg()
    .map((load) => load.toFixed(1))
    .join(' ')} on ${cpus().length} cores`,
);
