/**
 * `npm run test:faults`: what was acknowledged is there, whatever breaks. On the built extension in a real Chromium.
 *
 *   npm run test:faults -- --only damaged,clock --runs 5 --minutes 20 --seed 4242 --build <folder>
 */
// First: Dexie looks for a database's makings when it is loaded, and the soak builds tables anew here.
import 'fake-indexeddb/auto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock } from '@/utils/model/clock';
import { together, type Outcome } from './account';
import { CASES } from './cases';
import type { Case, Rig } from './case';

const ROOT = resolve(import.meta.dirname, '../..');

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    runs: { type: 'string' },
    minutes: { type: 'string' },
    seed: { type: 'string' },
    build: { type: 'string', default: process.env['THROUGHLINE_BUILD'] ?? join(ROOT, '.output/chrome-mv3') },
  },
});

type Row = Outcome & { case: string; what: string; runs: number; seconds: number; skipped?: string };

async function rowOf(each: Case, rig: Rig, runs: number): Promise<Row> {
  const from = systemClock.now();
  const outcomes: Outcome[] = [];
  const skipped = each.impossible?.();
  for (let run = 0; run < (skipped ? 0 : runs); run += 1)
    try {
      outcomes.push(await each.run(rig, run));
    } catch (error) {
      // A case that cannot tell counts as a loss: nothing was proved.
      const words = `run ${run} broke: ${String(error).split('\n')[0]}`;
      outcomes.push({ acknowledged: 0, found: 0, lost: 1, notes: [words] });
      if (process.env['THROUGHLINE_TRACE']) console.error(error);
    }
  const seconds = Math.round((systemClock.now() - from) / 1_000);
  const row = { case: each.name, what: each.what, runs: outcomes.length, seconds, ...together(outcomes) };
  return skipped ? { ...row, skipped } : row;
}

const wanted = values.only === '' ? undefined : values.only.split(',');
const unknown = wanted?.filter((name) => !CASES.some((each) => each.name === name)) ?? [];
if (unknown.length > 0) throw new Error(`no such case: ${unknown.join(', ')}`);
if (!existsSync(values.build)) throw new Error(`${values.build} is not there: run "npm run build" first`);
const rig: Rig = {
  build: resolve(values.build),
  minutes: values.minutes ? Number(values.minutes) : 1 / 3,
  seed: values.seed ? Number(values.seed) : undefined,
};

const line = (cells: readonly (string | number)[]) =>
  String(cells[0]).padEnd(17) +
  cells
    .slice(1, 5)
    .map((cell) => String(cell).padStart(13))
    .join('') +
  `  ${cells[5]}`;

console.log(line(['case', 'runs', 'acknowledged', 'found', 'lost', 'notes']));
const rows: Row[] = [];
for (const each of CASES) {
  if (wanted && !wanted.includes(each.name)) continue;
  const row = await rowOf(each, rig, values.runs ? Number(values.runs) : each.runs);
  rows.push(row);
  const notes = row.skipped ? `skipped: ${row.skipped}` : [`${row.seconds} s`, ...row.notes].join('; ');
  console.log(line([row.case, row.runs, row.acknowledged, row.found, row.lost, notes]));
}
mkdirSync(join(ROOT, '.bench'), { recursive: true });
const report = { at: new Date(systemClock.now()).toISOString(), build: values.build, rows };
writeFileSync(join(ROOT, '.bench/faults.json'), `${JSON.stringify(report, undefined, 2)}\n`);
process.exitCode = rows.some(({ lost }) => lost > 0) ? 1 : 0;
