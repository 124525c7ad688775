import * as fc from 'fast-check';
import { type Outcome } from '../account';
import { stored } from '../asking';
import type { Case, Rig } from '../case';
import { inWords, steps, type Step } from './deeds';
import { Life } from './life';
import { bytesIn, inWords as trend, sampleOf, slope, workerSample, type Sample } from './measures';
import { bytesAnew, dumpOf, rebuiltDiffers } from './tables';
import { sidebarOf } from './tabs';

const CHECK_EVERY = 25;
const CHECK_ALL_EVERY = 250;
/** So many steps are made from a seed at a time. */
const CHUNK = 1_000;
/** How long a failing run may be shortened, in ms, and of how many of its last steps. */
const SHORTEN = { ms: 240_000, last: 300 };
/** LD-12 of the reference, for a person's pace: here there are as many commands in an hour as people give in weeks. */
const MOST_MB_AN_HOUR = 1;
/** By so many MB a thousand steps nothing grows that forgets what it need not know. */
const MOST_MB_A_THOUSAND = 1;
/** A growth that short runs show is the noise of starting. */
const LONG_MINUTES = 5;
const MOST_GARBAGE = 1.5;
/** Below this, LevelDB's own logs of up to 4 MB each say more than what lies in them. */
const SMALL_BYTES = 20_000_000;

/** The same steps for the same seed, without end. */
function* stepsFrom(seed: number): Generator<Step> {
  for (let chunk = 0; ; chunk += 1) yield* fc.sample(steps, { seed: seed + chunk, numRuns: CHUNK });
}

type Ran = { taken: Step[]; wrong?: string | undefined };

/** Takes steps until one goes wrong or they end. `between` is called at each check. */
async function run(life: Life, all: Iterable<Step>, between = async (_: number) => {}): Promise<Ran> {
  const taken: Step[] = [];
  for (const step of all) {
    taken.push(step);
    const wrong = (await life.take(step)) ?? (await checked(life, taken.length));
    if (wrong) return { taken, wrong: `step ${taken.length}, ${inWords(step)}: ${wrong}` };
    if (taken.length % CHECK_EVERY === 0) await between(taken.length);
  }
  const wrong = await life.check(true);
  return { taken, wrong: wrong && `at the end: ${wrong}` };
}

async function checked(life: Life, count: number): Promise<string | undefined> {
  if (count % CHECK_EVERY !== 0) return undefined;
  return life.check(count % CHECK_ALL_EVERY === 0);
}

/** Runs steps in a life of their own; words for what went wrong. */
async function alone({ build }: Rig, all: readonly Step[]): Promise<string | undefined> {
  const life = await Life.begin(build);
  try {
    return (await run(life, all)).wrong;
  } finally {
    await life.close();
  }
}

/** The shortest list of steps that fast-check finds to fail too, beginning with the last ones of a run that did. */
async function shortest(rig: Rig, taken: readonly Step[]): Promise<string[]> {
  const last = taken.slice(-SHORTEN.last);
  const lists = fc.array(steps, { maxLength: last.length, size: 'max' });
  let words: string | undefined;
  const property = fc.asyncProperty(lists, async (list) => {
    const wrong = await alone(rig, list);
    words = wrong ?? words;
    return wrong === undefined;
  });
  const limit = { numRuns: 1, interruptAfterTimeLimit: SHORTEN.ms };
  const { counterexample } = await fc.check(property, { ...limit, examples: [[last]] });
  const list = counterexample?.[0];
  if (!list)
    return [
      `its last ${last.length} steps alone do not fail; the very last: ${last.slice(-40).map(inWords).join(' ')}`,
    ];
  return [`shortest: ${list.map(inWords).join(' ')}`, `there: ${words}`];
}

type Measured = { worker: Sample[]; desk: Sample[]; sidebar: Sample[] };

/** Surfaces are measured from the middle on, when the browser stays; the worker in the last quarter, when it is not killed. */
async function measure(life: Life, measured: Measured, minute: number, isLast: boolean): Promise<void> {
  measured.desk.push(await sampleOf(life.browser, life.desk, minute));
  const frame = life.tabs[0] && sidebarOf(life.tabs[0]);
  if (frame) measured.sidebar.push(await sampleOf(life.browser, frame, minute));
  const worker = isLast ? await workerSample(life.browser, minute) : undefined;
  if (worker) measured.worker.push(worker);
}

/** Steps until the time is over: no restart after the half of it, no kill in the last quarter. */
function* untilEnd(seed: number, part: () => number): Generator<Step> {
  for (const step of stepsFrom(seed)) {
    const now = part();
    if (now >= 1) return;
    const isKept = now > 0.5 && (step.do === 'restart' || step.do === 'crash');
    if (!isKept && !(now > 0.75 && step.do === 'killWorker')) yield step;
  }
}

async function soak(rig: Rig, number: number): Promise<Outcome> {
  const seed = rig.seed ?? 4_242 + number;
  const life = await Life.begin(rig.build);
  try {
    const from = performance.now();
    const minute = () => (performance.now() - from) / 60_000;
    const part = () => minute() / rig.minutes;
    const measured: Measured = { worker: [], desk: [], sidebar: [] };
    let next = 0.5;
    const { taken, wrong } = await run(life, untilEnd(seed, part), async () => {
      if (part() < next) return;
      // Twenty-five samples in the second half.
      next += 0.02;
      await measure(life, measured, minute(), part() > 0.75);
    });
    const { account, model } = life;
    account.expect(wrong === undefined, `seed ${seed}: ${wrong}`);
    account.notes.push(
      `seed ${seed}: ${taken.length} steps, ${life.faults} faults, ${model.items.size} items`,
    );
    if (process.env['THROUGHLINE_TRACE']) console.error(Object.fromEntries(life.tally));
    if (wrong) account.notes.push(...(await shortest(rig, taken)));
    else await weigh(rig, life, measured, taken.length / minute());
    return account.compareLog(await stored(life.desk), true);
  } finally {
    await life.close();
  }
}

/** At the end: the tables are what the log says, and what grew is told. */
async function weigh(rig: Rig, life: Life, measured: Measured, pace: number): Promise<void> {
  const { account } = life;
  const dump = await dumpOf(life.desk);
  const differs = await rebuiltDiffers(dump);
  account.expect(differs === undefined, `the log alone tells otherwise: ${differs}`);
  for (const [name, samples] of Object.entries(measured)) account.notes.push(`${name} ${trend(samples)}`);
  await life.startAgain();
  account.expect((await life.check(true)) === undefined, 'another start tells otherwise');
  await life.browser.stop();
  const bytes = bytesIn(life.browser.databaseFolder);
  await life.startAgain();
  const anew = await bytesAnew(rig.build, dump);
  const rows = JSON.stringify(dump).length;
  const inMb = (count: number) => `${(count / 1_000_000).toFixed(1)} MB`;
  account.notes.push(
    `database ${inMb(bytes)}, the same rows anew ${inMb(anew)} (${(bytes / anew).toFixed(2)} ×), as JSON ${inMb(rows)}`,
  );
  if (rig.minutes < LONG_MINUTES) return;
  for (const [name, samples] of Object.entries(measured)) {
    const perHour = slope(samples);
    const perThousand = (perHour / 60 / pace) * 1_000;
    if (perHour > MOST_MB_AN_HOUR)
      account.notes.push(
        `${name}: over ${MOST_MB_AN_HOUR} MB/h, ${perThousand.toFixed(2)} MB a thousand steps`,
      );
    account.expect(perThousand <= MOST_MB_A_THOUSAND, `${name} grows by ${perHour.toFixed(2)} MB/h`);
  }
  const isSmall = bytes < SMALL_BYTES;
  account.expect(isSmall || bytes / anew <= MOST_GARBAGE, 'the database is too large for what it holds');
}

export const SOAK: Case = {
  name: 'soak',
  what: 'random commands from two surfaces against a model, with kills and restarts; 20 s, or --minutes',
  runs: 1,
  run: soak,
};
