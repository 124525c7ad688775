import type { Inventory } from '@/storage/inventory';
import type { Lock } from '@/storage/lock';
import type { BadgeSign } from './badge';
import type { Marks } from './marks';
import { sweepShelves } from './session';

/** Shelves that outlive the lock: which frames are held, and which hosts pages link to. They tell of no item. */
const KEPT = ['sidebar', 'window', 'near'];

type With = {
  lock: Pick<Lock, 'isLocked'>;
  inside: Pick<Inventory, 'rest'>;
  badge: Pick<BadgeSign, 'conceal'>;
  marks: Pick<Marks, 'conceal'>;
  /** Every surface is told what it may see now. */
  tell(): void;
  /** It was opened: what rested meanwhile goes on. */
  goOn(): void;
};

/**
 * Follows the lock, now and whenever the given function is called: when it closed, nothing of the inventory is left in
 * the icon, in pages, in the session's storage and in the worker's memory. Now too: the worker may have died half-way.
 */
export function followLock(given: With): () => Promise<void> {
  let was: boolean | undefined;
  const follow = async () => {
    given.tell();
    const isLocked = await given.lock.isLocked();
    const isNews = isLocked !== was;
    const wasLocked = was === true;
    was = isLocked;
    if (isNews && isLocked) await forget(given);
    if (isNews && wasLocked) given.goOn();
  };
  let last = Promise.resolve();
  /** One after the other: who waits for it finds everything forgotten. */
  const inTurn = () => {
    last = last.then(follow).catch(() => {
      // What is stored cannot be read: every question is refused for the same reason.
    });
    return last;
  };
  void inTurn();
  return inTurn;
}

async function forget({ inside, badge, marks }: With): Promise<void> {
  // The icon and the marks by what the session still says; the rest goes on where one of them fails.
  await Promise.allSettled([badge.conceal(), marks.conceal()]);
  await Promise.allSettled([sweepShelves(KEPT), inside.rest()]);
}
