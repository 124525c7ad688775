import { dayOf } from '@/utils/model/day';
import { execute } from './execute';
import type { Entry } from './journal';
import { refreshDay } from './refresh-day';
import type { InventoryDatabase } from './schema';

/**
 * Carries out again what the log does not have, each command at its own instant and zone, in the order of the journal:
 * on the same log it gives the same events. `refused` came to nothing; for what is
 * `left` there was no room now.
 */
export async function replay(
  db: InventoryDatabase,
  entries: readonly Entry[],
): Promise<{ refused: Entry[]; left: Entry[] }> {
  const [refused, left]: [Entry[], Entry[]] = [[], []];
  const known = await db.events.bulkGet(entries.map(({ id }) => id));
  for (const [place, entry] of entries.entries()) {
    if (known[place]) continue;
    // A pin stands by scores, which are those of a day.
    await refreshDay(db, dayOf(entry.at, entry.zone));
    const { reply } = await execute(db, entry);
    if (!reply.ok && PASSING.includes(reply.code)) left.push(entry);
    else if (!reply.ok || reply.value.outcome === 'nothing') refused.push(entry);
  }
  return { refused, left };
}

/** Refusals that say nothing against the command. */
const PASSING = ['disk-full', 'storage', 'newer-database'];
