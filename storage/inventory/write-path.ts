/** The way of a command: journal, transaction, acknowledgement. */
import type { InventoryCommandName, Refusal, Reply } from '@/utils/messaging/commands';
import type { Clock } from '@/utils/model/clock';
import { instantOf, type CommandId } from '@/utils/model/ids';
import type { Connection } from './connection';
import type { DiskGauge } from './disk-gauge';
import { execute, type Done, type Order } from './execute';
import { reach } from './failpoints';
import { refusalOf } from './failure';
import { OBSERVATIONS } from './history';
import type { SecondCopy } from './second-copy';

/** What takes nothing away and stands alone: acknowledged from the journal where the database cannot take it. */
export const KEEPABLE: ReadonlySet<InventoryCommandName> = new Set([
  'item.capture',
  'item.captureMany',
  'item.add',
]);
/** Refusals that say nothing against the command. */
const OF_STORAGE: ReadonlySet<Refusal> = new Set(['disk-full', 'storage', 'recovery']);
/** A list of more rows than this is bulk work, for which 200 MB must be free. */
const BULK_ROWS = 20;

const refuse = (code: Refusal): Reply => ({ ok: false, code });

export type WritePath = { connection: Connection; copy: SecondCopy; clock: Clock; gauge: DiskGauge };

/**
 * The function that carries out commands. Journal and transaction begin together, but nothing is committed before it
 * lies in the journal, and transactions stand in the order of the journal; so the journal carried out again is what
 * happened. Never throws.
 */
export function createWritePath({ connection, copy, clock, gauge }: WritePath) {
  const startedAt = clock.now();
  let noted: Promise<unknown> = Promise.resolve();
  const note = (order: Order): Promise<boolean> => {
    const mine = noted.then(() => copy.has(order.id) || copy.write(order));
    noted = mine.catch(() => undefined); // the command itself hears of it
    return mine;
  };
  /** One after the other: while one begins anew, because the journal was slow, none may overtake it. */
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work, work);
    last = mine;
    return mine;
  };
  /** Sent again after the worker died: it may lie in the log already, under the instant of its first time. */
  const isDone = async (id: CommandId) =>
    instantOf(id) <= startedAt && (await connection.write((db) => db.events.get(id))) !== undefined;

  const carryOut = async (order: Order): Promise<Written> => {
    if (isBulk(order) && (await gauge.measure()) && gauge.refusesBulk()) return nothing(refuse('disk-full'));
    // Nobody waits for what was seen, and most of it is no news: it follows into the journal when it is in the log.
    const isSeen = OBSERVATIONS.has(order.name);
    const isOld = !isSeen && (await isDone(order.id));
    const first = isSeen || isOld ? undefined : note(order).then(() => reach('journalled'));
    // It may fail long before its turn.
    const settled = first?.catch(() => undefined);
    let done: Done;
    try {
      done = await inTurn(() => connection.write((db) => execute(db, order, first)));
    } finally {
      // Where nothing was committed, nobody has waited for it yet.
      await settled;
    }
    if (done.head) {
      copy.told(done.head, order.at);
      reach('committed');
      if (isSeen) void note(order);
    }
    return { reply: await ended(order, done), touched: done.touched };
  };

  const ended = async (order: Order, { reply }: Done): Promise<Reply> => {
    if (!reply.ok && OF_STORAGE.has(reply.code)) return keepOrRefuse(order, reply.code);
    if (!reply.ok || reply.value.outcome === 'nothing') void copy.drop([order.id]);
    return reply;
  };

  /** The database cannot take it now. What is in the journal is not lost, and what is not is refused. */
  const keepOrRefuse = async (order: Order, code: Refusal): Promise<Reply> => {
    if (KEEPABLE.has(order.name) && (await copy.keep(order))) return { ok: true, value: { outcome: 'kept' } };
    void copy.drop([order.id]);
    return refuse(code);
  };

  return async (order: Order): Promise<Written> => {
    reach('received');
    try {
      const { state } = await connection.state();
      if (state === 'newer') return nothing(refuse('newer-database'));
      if (state === 'kept' || (state === 'ready' && gauge.isFull()))
        return nothing(await keepOrRefuse(order, 'disk-full'));
      if (state !== 'ready') return nothing(await keepOrRefuse(order, 'recovery'));
      const written = await carryOut(order);
      reach('acknowledged');
      return written;
    } catch (error) {
      const code = refusalOf(error);
      return nothing(OF_STORAGE.has(code) ? await keepOrRefuse(order, code) : refuse(code));
    }
  };
}

/** The reply, and the items that the command was about. */
export type Written = Pick<Done, 'reply' | 'touched'>;
const nothing = (reply: Reply): Written => ({ reply, touched: [] });

function isBulk({ name, payload }: Order): boolean {
  // Parsed by the schema of this command before it came here, or refused by it later.
  const rows = (payload as { rows?: unknown } | null | undefined)?.rows;
  return name === 'item.captureMany' && Array.isArray(rows) && rows.length > BULK_ROWS;
}
