import * as v from 'valibot';
import type { Inventory } from '@/storage/inventory';
import { Refused } from '@/storage/inventory/verbs/verb';
import type { Lock } from '@/storage/lock';
import { SEALABLE } from '@/storage/lock/sealed-capture';
import { inventoryCommands, type Refusal, type Reply } from '@/utils/messaging/commands';
import type { Clock } from '@/utils/model/clock';

const refuse = (code: Refusal): Reply => ({ ok: false, code });

/**
 * The inventory as everything in the background sees it: while it is locked, whatever asks for something of it is refused
 * with `locked`, so nothing opens the database; captures are sealed instead. A question that is new is behind the lock
 * by itself.
 */
export function lockedInventory(
  inventory: Inventory,
  lock: Pick<Lock, 'isLocked' | 'seal'>,
  clock: Clock,
): Inventory {
  const guarded = Object.entries(inventory).map(([name, ask]) => [name, behind(lock, ask)]);
  return {
    // Every member has its own name and takes and gives what it did; those of other forms follow.
    ...(Object.fromEntries(guarded) as Inventory),
    onChange: inventory.onChange,
    async execute(id, name, payload, context, given) {
      if (await lock.isLocked()) {
        if (!SEALABLE.some((each) => each === name)) return refuse('locked');
        const parsed = v.safeParse(inventoryCommands[name], payload);
        if (!parsed.success) return refuse('malformed');
        const order = { id, name, payload: parsed.output, context, at: clock.now(), zone: clock.zone() };
        const sealed = await lock.seal(order);
        if (sealed) return sealed;
      }
      const reply = await inventory.execute(id, name, payload, context, given);
      // It closed meanwhile: that it was carried out may be told, what it was about may not.
      return reply.ok && (await lock.isLocked())
        ? { ok: true, value: { outcome: reply.value.outcome } }
        : reply;
    },
  };
}

type Ask = (...given: never[]) => unknown;

/** Asks only while it is open, and gives the answer only if it still is. */
function behind(lock: Pick<Lock, 'isLocked'>, ask: Ask): Ask {
  const mustBeOpen = async () => {
    if (await lock.isLocked()) throw new Refused('locked');
  };
  return async (...given) => {
    await mustBeOpen();
    const answer = await ask(...given);
    await mustBeOpen();
    return answer;
  };
}
