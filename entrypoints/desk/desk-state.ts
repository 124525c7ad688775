import { signal } from '@preact/signals';
import { send } from '@/utils/messaging/client';
import type { CommandName, Payload, Refusal } from '@/utils/messaging/commands';
import { live } from '@/utils/messaging/live';
import { systemClock } from '@/utils/model/clock';
import { newId, type CommandId } from '@/utils/model/ids';

/** A change that was not saved: where it was made, why, and how to send the same one again. */
export type Problem = { place: string; code: Refusal; again: () => void };

export type DeskState = ReturnType<typeof createDeskState>;

/** What every place of the desk shares: the settings, and saving with its outcome told at the place it was made. */
export function createDeskState() {
  const settings = live('settings', {}, undefined);
  const problem = signal<Problem | undefined>(undefined);
  /** The place whose change was saved last. */
  const savedPlace = signal<string | undefined>(undefined);

  /** Sends a command; `place` is where its outcome is told. True when it was carried out. */
  async function save<N extends CommandName>(
    place: string,
    name: N,
    payload: Payload<N>,
    id = newId<CommandId>(systemClock.now()),
  ): Promise<boolean> {
    const reply = await send(name, payload, id);
    savedPlace.value = reply.ok ? place : undefined;
    problem.value = reply.ok
      ? undefined
      : { place, code: reply.code, again: () => void save(place, name, payload, id) };
    return reply.ok;
  }

  return { settings, problem, savedPlace, save };
}
