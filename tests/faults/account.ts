import type { Page } from '@playwright/test';
import type { CommandName, Reply } from '@/utils/messaging/commands';
import type { CommandId } from '@/utils/model/ids';
import { ticket } from '../support/inventory';
import { freshId, recoveryOf, send, stored, type Stored } from './asking';
import type { RigBrowser } from './rig-browser';

export type Outcome = { acknowledged: number; found: number; lost: number; notes: string[] };

/** Outcomes after which the log has an event with the command's id. */
const IN_LOG = new Set(['new', 'changed', 'restored', 'done', 'undone', 'redone', 'kept', 'same']);

/** What the person was told is saved, to be held against what is there in the end. */
export class Account {
  readonly #acknowledged = new Map<CommandId, string>();
  readonly #titles = new Set<string>();
  readonly notes: string[] = [];
  #wrong = 0;

  get acknowledged(): number {
    return this.#acknowledged.size;
  }

  /** How much of what had to hold did not. */
  get wrong(): number {
    return this.#wrong;
  }

  /** How many of the acknowledged commands are among these events. */
  foundIn(events: readonly string[]): number {
    const ids = new Set(events);
    return [...this.#acknowledged.keys()].filter((id) => ids.has(id)).length;
  }

  /** Notes a reply. `title` is that of the item which the command made. */
  note(id: CommandId, reply: Reply, what: string, title?: string): void {
    if (!reply.ok || !IN_LOG.has(reply.value.outcome)) return;
    const kept = reply.value.outcome === 'kept' ? ' (kept)' : '';
    this.#acknowledged.set(id, what + kept);
    if (title !== undefined) this.#titles.add(title);
  }

  /** Sends a command and notes what comes of it. */
  async send(
    page: Page,
    name: CommandName,
    payload: unknown,
    title?: string,
    id = freshId(),
  ): Promise<Reply> {
    const reply = await send(page, name, payload, id);
    this.note(id, reply, name, title);
    return reply;
  }

  /** Captures made-up tickets, several at a time. Gives how many were acknowledged. */
  async capture(page: Page, from: number, count: number): Promise<number> {
    const before = this.acknowledged;
    for (let number = from; number < from + count; number += 20) {
      const some = Array.from({ length: Math.min(20, from + count - number) }, (_, at) =>
        ticket(number + at),
      );
      await Promise.all(some.map((draft) => this.send(page, 'item.capture', { draft }, draft.title)));
    }
    return this.acknowledged - before;
  }

  /** Something that must hold: counted as lost, with its words, where it does not. */
  expect(holds: boolean, words: string): void {
    if (holds) return;
    this.#wrong += 1;
    this.notes.push(words);
  }

  /**
   * Holds the account against what is there, after at most one press of "Restore". Items that the person was told of
   * must be there once, each event once, and the counters must count them.
   */
  async settle(browser: RigBrowser, page?: Page): Promise<Outcome> {
    const desk = page ?? (await browser.desk());
    await this.bringBack(desk);
    const now = await stored(desk);
    return this.compare(now);
  }

  async bringBack(desk: Page): Promise<void> {
    const { state, cause, snapshots, expected } = await recoveryOf(desk);
    if (state === 'ready') return;
    this.notes.push(`${state}${cause ? ` (${cause})` : ''}, told ${expected?.items ?? 'nothing'}`);
    const from = snapshots.find(({ isWhole }) => isWhole !== false)?.name ?? 'journal';
    const { ok } = await send(desk, 'recovery.restore', { from });
    this.notes.push(`one Restore from ${from === 'journal' ? 'the journal' : 'a snapshot'}`);
    this.expect(ok, 'the restore was refused');
    const after = await recoveryOf(desk);
    this.expect(after.state === 'ready', `${after.state} after the restore`);
  }

  /** The log alone: where an undo took items away again. `mayRepeat`: two items may have one title. */
  compareLog(now: Stored, mayRepeat = false): Outcome {
    this.#titles.clear();
    return this.compare(now, mayRepeat);
  }

  compare({ items, events, counted }: Stored, mayRepeat = false): Outcome {
    const ids = new Set(events);
    const missing = [...this.#acknowledged].filter(([id]) => !ids.has(id));
    const titles = items.map(({ title }) => title);
    const there = new Set(titles);
    const gone = [...this.#titles].filter((title) => !there.has(title));
    const doubles = mayRepeat ? 0 : titles.length - there.size;
    this.expect(doubles === 0, `${doubles} items are there twice`);
    const isCounted = counted?.items === items.length && counted.events === events.length;
    this.expect(isCounted, `counters say ${JSON.stringify(counted)} of ${items.length}/${events.length}`);
    if (missing.length > 0) this.notes.push(`${missing.length} not in the log: ${some(missing)}`);
    if (gone.length > 0) this.notes.push(`${gone.length} no item: ${gone.slice(0, 5).join(', ')}`);
    const lost = Math.max(missing.length, gone.length);
    return {
      acknowledged: this.acknowledged,
      found: this.acknowledged - lost,
      lost: lost + this.#wrong,
      notes: this.notes,
    };
  }
}

const some = (missing: readonly [CommandId, string][]): string =>
  missing
    .slice(0, 5)
    .map(([id, what]) => `${what} ${id}`)
    .join(', ');

/** Several runs as one row. */
export function together(outcomes: readonly Outcome[]): Outcome {
  const sum = (of: 'acknowledged' | 'found' | 'lost') => outcomes.reduce((all, each) => all + each[of], 0);
  const notes = [...new Set(outcomes.flatMap((each) => each.notes))];
  return { acknowledged: sum('acknowledged'), found: sum('found'), lost: sum('lost'), notes };
}
