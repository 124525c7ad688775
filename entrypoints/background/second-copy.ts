import type { Inventory } from '@/storage/inventory';
import { browser } from '@/utils/browser';
import type { Outcome, Refusal, Reply } from '@/utils/messaging/commands';
import type { Command } from '@/utils/messaging/serve';

const ALARM = 'second-copy';
const HOUR_MIN = 60;

type Guarded = { setAccessLevel?(options: { accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void> };

/**
 * The journal lies in the browser's own storage: scripts in pages, which a broken page may speak through, read none of
 * it. Firefox has no such call for this storage.
 */
export function closeToPages(): void {
  // The polyfill does not know it.
  const area = browser.storage.local as Guarded;
  area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' }).catch(() => {
    // Refused: only our own scripts run there, and none of them asks.
  });
}

/** Lets the inventory keep its second copy once an hour; the alarm outlives the worker. */
export function keepSecondCopy(inventory: Pick<Inventory, 'hourly'>): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name !== ALARM) return;
    inventory.hourly().catch(() => {
      // Not to be had now: the next hour tries again, and the journal keeps what is new.
    });
  });
  void ring();
}

/** Made anew with every start of the worker it would begin its hour again and again, and never ring. */
async function ring(): Promise<void> {
  const alarm = await browser.alarms.get(ALARM);
  if (!alarm) await browser.alarms.create(ALARM, { periodInMinutes: HOUR_MIN });
}

const COMMANDS = ['recovery.restore', 'recovery.startEmpty', 'recovery.remove', 'snapshot.make'] as const;
export type RecoveryCommand = Extract<Command, { name: (typeof COMMANDS)[number] }>;

export const isRecoveryCommand = (command: { name: string }): command is RecoveryCommand =>
  COMMANDS.some((name) => name === command.name);

/** Carries out what the person decides about copies and recovery. */
export async function carryOutRecovery(
  inventory: Pick<Inventory, 'restore' | 'startEmpty' | 'snapshot' | 'removeAside'>,
  command: RecoveryCommand,
): Promise<Reply> {
  if (command.name === 'snapshot.make')
    return (await inventory.snapshot()) ? done('done') : { ok: false, code: 'storage' };
  if (command.name === 'recovery.remove') {
    const refused = await inventory.removeAside(command.payload.name);
    return refused ? { ok: false, code: refused } : done('done');
  }
  const refusal: Refusal | undefined =
    command.name === 'recovery.restore'
      ? await inventory.restore(command.payload.from)
      : await inventory.startEmpty(command.payload.typed);
  return refusal ? { ok: false, code: refusal } : done('restored');
}

const done = (outcome: Outcome['outcome']): Reply => ({ ok: true, value: { outcome } });
