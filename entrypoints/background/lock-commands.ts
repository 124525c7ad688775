import type { Inventory } from '@/storage/inventory';
import type { Lock } from '@/storage/lock';
import type { Refusal, Reply } from '@/utils/messaging/commands';
import type { Command } from '@/utils/messaging/serve';
import type { CommandId } from '@/utils/model/ids';

const COMMANDS = ['lock.now', 'lock.open', 'lock.set', 'lock.remove'] as const;
type LockCommand = Extract<Command, { name: (typeof COMMANDS)[number] }>;

export const isLockCommand = (command: { name: string }): command is LockCommand =>
  COMMANDS.some((name) => name === command.name);

type With = {
  lock: Lock;
  /** The inventory itself, in front of its lock: what was sealed is carried out there. */
  inside: Pick<Inventory, 'execute'>;
};

/** What the person does with the lock. */
export function createLocking({ lock, inside }: With) {
  /** A try takes long, and a surface asks again: the same command is one try. */
  const underWay = new Map<CommandId, Promise<Refusal | undefined>>();
  const once = (id: CommandId, act: () => Promise<Refusal | undefined>): Promise<Refusal | undefined> => {
    const now = underWay.get(id) ?? act().finally(() => underWay.delete(id));
    underWay.set(id, now);
    return now;
  };
  const carryOut: Parameters<Lock['open']>[1] = ({ id, name, payload, context, at, zone }) =>
    inside.execute(id, name, payload, context, { at, zone });

  return async ({ id, name, payload }: LockCommand): Promise<Reply> => {
    switch (name) {
      case 'lock.now':
        return done((await lock.close()) ? 'done' : 'nothing');
      case 'lock.open':
        return replyOf(await once(id, () => lock.open(payload.secret, carryOut)));
      case 'lock.set':
        return replyOf(await once(id, () => lock.set(payload)));
      case 'lock.remove':
        return replyOf(await once(id, () => lock.remove(payload.secret, carryOut)));
    }
  };
}

export type Locking = ReturnType<typeof createLocking>;

const done = (outcome: 'done' | 'nothing'): Reply => ({ ok: true, value: { outcome } });
const replyOf = (refusal: Refusal | undefined): Reply =>
  refusal ? { ok: false, code: refusal } : done('done');
