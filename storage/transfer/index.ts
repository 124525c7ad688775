/**
 * The external copy: a file of everything, made by hand or once a day, and back in from it. What takes long is done one
 * at a time, told through the view `backup`, and can be canceled; until its last step it changes nothing.
 */
import type { BackupView, Reminder } from '@/utils/model/backup';
import { createCopyMemory } from './external-copy';
import type { Given } from './given';
import { handOut } from './hand-out';
import { createLook } from './look';
import { createTurn } from './one-at-a-time';
import { putIn } from './put-in';
import { quietFrom, reminderOf } from './reminder';

export type Backups = ReturnType<typeof createBackups>;

export function createBackups(given: Given) {
  const { inventory, clock, changed, stayAwake } = given;
  const memory = createCopyMemory();
  const turn = createTurn({ changed, stayAwake });
  const look = createLook(inventory);

  return {
    memory,
    now: look.now,
    /** What is remembered was changed by others. */
    tell: changed,
    cancel: turn.cancel,
    ...handOut({ ...given, turn, memory }),
    ...putIn({ ...given, turn, look }),

    async view(): Promise<BackupView> {
      const [now, imports, { last, schedule }] = await Promise.all([
        look.now(),
        look.imports(),
        memory.get(),
      ]);
      const { isOn, lastAt, lastName, problem } = schedule;
      return {
        ...turn.state(),
        now: { items: now.items, events: now.events },
        external: last,
        schedule: { isOn, lastAt, lastName, problem },
        imports,
      };
    },

    async reminder(): Promise<Reminder | undefined> {
      const [{ events, firstAt }, { last, quietUntil }] = await Promise.all([look.now(), memory.get()]);
      const unsaved = Math.max(0, events - (last?.events ?? 0));
      const lastAt = last?.at;
      return reminderOf({ unsaved, lastAt, since: lastAt ?? firstAt, quietUntil, now: clock.now() });
    },

    async later(): Promise<void> {
      await memory.change(() => ({ quietUntil: quietFrom(clock.now()) }));
      changed();
    },
  };
}
