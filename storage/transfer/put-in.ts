import type { Refusal } from '@/utils/messaging/commands';
import type { LogEvent } from '@/utils/model/event';
import type { CommandId } from '@/utils/model/ids';
import { parseSettings } from '@/utils/model/settings-schema';
import { SCHEMA } from '../inventory/schema';
import type { Given } from './given';
import { type Look, type Now, NOTHING } from './look';
import { failedBy, type Doing, type State, type Turn } from './one-at-a-time';
import { readBackup } from './read-backup';
import { examine, restore, takeBack } from './restore';
import { clearStaged, fileOf } from './staged-files';

type Parts = Given & { turn: Turn; look: Look };

/** Files in: looked at first, then put in, and taken back. */
export function putIn(parts: Parts) {
  const { turn, look, inventory, clock } = parts;
  return {
    examine: (file: string) =>
      turn.begin('examine', async (doing) => {
        await clearStaged(file);
        turn.show({ made: undefined, found: undefined, restored: undefined });
        const blob = await fileOf(file);
        const found = await look.ask((db) => examine(db, blob, doing), undefined);
        return { found: { file, ...(found ?? (await examine(undefined, blob, doing))) } };
      }),

    /** Puts the examined file in. `replace` asks for the number of items that go, typed by the person. */
    async restore(
      id: CommandId,
      file: string,
      how: 'add' | 'replace',
      typed?: string,
    ): Promise<Refusal | undefined> {
      const here = await look.now();
      if (turn.state().found?.file !== file) return turn.state().work ? 'busy' : 'not-possible';
      if (how === 'replace' && here.items > 0 && typed !== String(here.items)) return 'not-possible';
      if (await parts.isFull?.()) return 'disk-full';
      return turn.begin('restore', (doing) => put(parts, { id, file, how, here }, doing));
    },

    takeBack: (id: CommandId, importId: CommandId) =>
      turn.begin('take-back', async () => {
        const isDone = await inventory.within(async (db, hold) => {
          const value = await hold(() => takeBack(db, importId, { clock, id }));
          return { value, isChanged: value };
        });
        return { restored: undefined, ...(!isDone && { failed: 'storage' as const }) };
      }),
  };
}

type Asked = { id: CommandId; file: string; how: 'add' | 'replace'; here: Now };

async function put(parts: Parts, { id, file, how, here }: Asked, doing: Doing): Promise<Partial<State>> {
  const { inventory, settings, clock, before } = parts;
  const blob = await fileOf(file);
  if (here === NOTHING) return bringBack(parts, blob, doing);
  await before?.();
  const { settings: own, ...restored } = await inventory.within(async (db, hold) => ({
    value: await restore(db, blob, how, { ...doing, clock, importId: id, hold }),
    isChanged: true,
  }));
  if (own) await settings.change(parseSettings(own));
  await clearStaged();
  return { restored, found: undefined };
}

/** Into an inventory that is lost: what the file holds, with all that can still be read (safety IM-18). */
async function bringBack({ inventory }: Parts, blob: Blob, doing: Doing): Promise<Partial<State>> {
  const events: LogEvent[] = [];
  const take = (event: LogEvent) => void events.push(event);
  const { header } = await readBackup(blob, { ...doing, schema: SCHEMA, take });
  const refusal = await inventory.restoreFrom(pagesOf(events));
  if (refusal) return { failed: failedBy(refusal) };
  await clearStaged();
  return { restored: { how: 'add', events: events.length, items: header.items }, found: undefined };
}

const PAGE = 1_000;
async function* pagesOf(events: readonly LogEvent[]): AsyncGenerator<LogEvent[]> {
  for (let start = 0; start < events.length; start += PAGE) yield events.slice(start, start + PAGE);
}
