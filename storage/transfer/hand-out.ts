import type { MadeBackup } from '@/utils/model/backup';
import { dayOf } from '@/utils/model/day';
import { newId } from '@/utils/model/ids';
import { SCHEMA } from '../inventory/schema';
import type { CopyMemory } from './external-copy';
import { fileNameFor } from './file-form';
import type { Given } from './given';
import type { Doing, Turn } from './one-at-a-time';
import { readBackup } from './read-backup';
import { clearStaged, fileOf, stage } from './staged-files';
import { backupLines } from './write-backup';
import { packed } from './packed';

type Parts = Pick<Given, 'inventory' | 'settings' | 'clock' | 'changed'> & { turn: Turn; memory: CopyMemory };

/** Copies out: made, read back, and counted once they lie outside this browser. */
export function handOut(parts: Parts) {
  const { turn, memory, changed } = parts;
  return {
    make: () =>
      turn.begin('make', async (doing) => ({ made: await write(parts, doing), restored: undefined })),

    /** The person's browser has taken the copy. False for another than the one that was made last. */
    async saved(file: string): Promise<boolean> {
      const { made } = turn.state();
      if (made?.file !== file) return false;
      await remember(memory, made, 'hand');
      changed();
      return true;
    },

    /** Makes a copy and gives it to `hand`, which says whether it was saved whole. Undefined when something else is under way. */
    async scheduled(hand: (file: File, made: MadeBackup) => Promise<boolean>): Promise<boolean | undefined> {
      if (turn.state().work) return undefined;
      let isSaved = false;
      await turn.run('scheduled', async (doing) => {
        const made = await write(parts, doing);
        isSaved = await hand(await fileOf(made.file), made);
        if (isSaved) await remember(memory, made, 'schedule');
        await clearStaged();
        return { made: undefined };
      });
      return isSaved;
    },
  };
}

async function write(
  { inventory, settings, clock }: Parts,
  { signal, progress }: Doing,
): Promise<MadeBackup> {
  const at = clock.now();
  const file = newId<string>(at);
  await clearStaged();
  const own = { ...(await settings.get()) };
  await inventory.within(async (db) => {
    const lines = backupLines(db, { at, settings: own, signal, progress });
    return { value: await stage(file, packed(lines)), isChanged: false };
  });
  return { ...(await readBack(file, signal)), saveAs: fileNameFor(dayOf(at, clock.zone())) };
}

/** Reads the file back, all of it: it counts as a copy only when everything in it is right (safety EX-09). */
async function readBack(name: string, signal: AbortSignal): Promise<Omit<MadeBackup, 'saveAs'>> {
  const file = await fileOf(name);
  const { header, events } = await readBackup(file, { signal, strictUpTo: SCHEMA });
  const { items, madeAt, hlc, schema } = header;
  const isNewer = schema > SCHEMA && { isNewer: true as const };
  return { file: name, bytes: file.size, items, events, at: madeAt, hlc, ...isNewer };
}

/** Notes that a copy lies outside this browser. */
const remember = (memory: CopyMemory, { at, items, events, hlc }: MadeBackup, by: 'hand' | 'schedule') =>
  memory.change(({ schedule }) => ({
    last: { at, items, events, hlc, by },
    quietUntil: undefined,
    // The person has seen how many items there are now: as many are right from now on.
    schedule: { ...schedule, lastItems: items },
  }));
