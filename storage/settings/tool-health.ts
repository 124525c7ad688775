/** How well each tool is read: kept in the browser's own storage, small, and never the truth about any item. */
import * as v from 'valibot';
import { browser } from '@/utils/browser';
import { type Day, daysBetween } from '@/utils/model/day';
import { DaySchema } from '@/utils/model/day-schema';
import type { Draft } from '@/utils/model/draft';

const KEY = 'toolHealth';
/** Readings that are remembered of each place, one letter each: "1" it told the field, "0" it did not. */
const READINGS = 20;
/** A place counts as failed when its last readings told nothing and most before them did. */
const FAILED = 3;
const BEFORE = 3;
const USUAL_SHARE = 0.8;
/** Older failures are no news: the tool has changed for good, or the field is gone. */
const NEWS_DAYS = 30;

const WitnessSchema = v.object({ readings: v.string(), missedSince: v.optional(DaySchema) });
const HealthSchema = v.object({
  hosts: v.array(v.string()),
  lastRead: v.number(),
  lastSuccess: v.optional(v.number()),
  lastKey: v.string(),
  /** By "field|from". */
  witnesses: v.record(v.string(), WitnessSchema),
});
type Health = v.InferOutput<typeof HealthSchema>;

export type Failing = { field: string; from: string; since: Day };
export type ToolReading = Pick<Health, 'hosts' | 'lastRead' | 'lastSuccess'> & { failing: Failing[] };

/** A tool's health after one more reading of an item's page. The same page read again and again counts once. */
export function afterReading(before: Health | undefined, draft: Draft, now: number, today: Day): Health {
  const { host, key } = draft.source;
  const health = before ?? { hosts: [], lastRead: now, lastKey: '', witnesses: {} };
  const isAgain = health.lastKey === key;
  const told = new Set(
    draft.witnesses.filter(({ field }) => field !== 'identity').map(({ field, from }) => `${field}|${from}`),
  );
  const witnesses = isAgain
    ? health.witnesses
    : Object.fromEntries(
        [...new Set([...Object.keys(health.witnesses), ...told])].map((name) => [
          name,
          withReading(health.witnesses[name], told.has(name), today),
        ]),
      );
  return {
    hosts: [host, ...health.hosts.filter((each) => each !== host)].slice(0, 20),
    lastRead: now,
    lastSuccess: draft.check === undefined ? now : health.lastSuccess,
    lastKey: key,
    witnesses,
  };
}

function withReading(
  before: Health['witnesses'][string] | undefined,
  told: boolean,
  today: Day,
): Health['witnesses'][string] {
  const readings = `${before?.readings ?? ''}${told ? '1' : '0'}`.slice(-READINGS);
  return told ? { readings } : { readings, missedSince: before?.missedSince ?? today };
}

/** The places that used to tell a field and have stopped to. */
export function failingOf({ witnesses }: Pick<Health, 'witnesses'>, today: Day): Failing[] {
  return Object.entries(witnesses).flatMap(([name, { readings, missedSince }]) => {
    const missed = /0*$/.exec(readings)?.[0].length ?? 0;
    const earlier = readings.slice(0, readings.length - missed);
    const share = earlier.replaceAll('0', '').length / earlier.length;
    const hasFailed = missed >= FAILED && earlier.length >= BEFORE && share >= USUAL_SHARE;
    if (!hasFailed || !missedSince || daysBetween(missedSince, today) > NEWS_DAYS) return [];
    const [field = '', from = ''] = name.split('|');
    return [{ field, from, since: missedSince }];
  });
}

/** The store of it; only the background opens it. */
export function openToolHealth() {
  let queue: Promise<unknown> = Promise.resolve();
  const read = async (): Promise<Record<string, Health>> => {
    const parsed = v.safeParse(
      v.record(v.string(), HealthSchema),
      (await browser.storage.local.get(KEY))[KEY],
    );
    return parsed.success ? parsed.output : {};
  };
  return {
    /** A page of a tool was read. One after the other: none overwrites another. */
    note(draft: Draft, now: number, today: Day): Promise<void> {
      const { product } = draft.source;
      if (product === 'web' || draft.page !== 'item' || draft.source.kind === 'ask') return Promise.resolve();
      const noted = queue.then(async () => {
        const all = await read();
        await browser.storage.local.set({
          [KEY]: { ...all, [product]: afterReading(all[product], draft, now, today) },
        });
      });
      queue = noted.catch(() => undefined); // a full disk: the next reading tells as much
      return noted.catch(() => undefined); // as above
    },

    /** Each tool that was read. */
    async all(today: Day): Promise<Map<string, ToolReading>> {
      const all = Object.entries(await read());
      return new Map(
        all.map(([product, { hosts, lastRead, lastSuccess, witnesses }]) => [
          product,
          { hosts, lastRead, lastSuccess, failing: failingOf({ witnesses }, today) },
        ]),
      );
    },
  };
}

export type ToolHealthStore = ReturnType<typeof openToolHealth>;
