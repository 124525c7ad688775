import type { Day } from '@/utils/model/day';
import type { LogEvent } from '@/utils/model/event';
import { emptyHead } from './head';
import { remember } from './history';
import { project } from './project';
import { refreshDay } from './refresh-day';
import { tablesOf, TABLES, type Head, type InventoryDatabase, type Tables } from './schema';

/**
 * Computes every table anew from the log, in one transaction: afterwards they are exactly what they were, or,
 * where the code that computes them was changed, what it now says.
 */
export async function rebuild(database: InventoryDatabase, today: Day): Promise<void> {
  await database.transaction('rw', TABLES, (transaction) => rebuildIn(tablesOf(transaction), today));
  await refreshDay(database, today, { always: true });
}

/**
 * The same inside the caller's transaction, so that what was put into the log and what follows from it are one write.
 * Standings want `refreshDay` afterwards. `isReplaced`: another log has taken the place of the one that was here, on
 * purpose; there may be less now, and nobody need be alarmed.
 */
export async function rebuildIn(db: Tables, today: Day, { isReplaced = false } = {}): Promise<void> {
  const old = await db.meta.get('head');
  const events = (await db.events.toArray()).toSorted((a, b) => (a.hlc < b.hlc ? -1 : 1));
  await Promise.all([db.items.clear(), db.sources.clear(), db.records.clear(), db.meta.clear()]);
  if (events.length === 0 && !old) return;
  const head = {
    ...emptyHead(old?.dev ?? events.at(-1)?.dev ?? 'd0', today),
    ...identityOf(old),
    ...(isReplaced && { generation: (old?.generation ?? 0) + 1 }),
    events: events.length,
    hlc: events.at(-1)?.hlc ?? '',
  };
  for (const event of events) if (event.act !== undefined) remember(head, event);
  for (const own of byThing(events)) await (await project(db, own, head, today)).store();
  await db.meta.put(head);
}

/** What the head row says that no event tells. */
function identityOf(old: Head | undefined): Pick<Head, 'lineage' | 'schema' | 'generation'> {
  const { lineage, schema, generation } = old ?? {};
  return {
    ...(lineage !== undefined && { lineage }),
    ...(schema !== undefined && { schema }),
    ...(generation !== undefined && { generation }),
  };
}

function byThing(events: readonly LogEvent[]): Iterable<LogEvent[]> {
  const things = new Map<string, LogEvent[]>();
  for (const event of events) {
    const key = `${event.ent} ${event.eid}`;
    const own = things.get(key);
    if (own) own.push(event);
    else things.set(key, [event]);
  }
  return things.values();
}
