/** A copy of everything into the downloads folder, by itself once a day, where the person switched it on. */
import type { Backups } from '@/storage/transfer';
import type { Schedule } from '@/storage/transfer/external-copy';
import { browser } from '@/utils/browser';
import type { Clock } from '@/utils/model/clock';

const ALARM = 'daily-copy';
/** Looked at once an hour: the browser may have slept through the day's turn of an exact alarm. */
const EVERY_MINUTES = 60;
/** A day, less the hour by which the look at it may be late: else the turn would wander through the day. */
const DAY_MS = 23 * 3_600_000;
/** Seven names in turn, so that the folder never fills and a week is there to go back to. */
const NAMES = 7;
/**
 * Chromium's worker has no address for a file but one that spells it out. Seen in Chromium 156: downloads of 30 MB so,
 * above it messages within the browser come to their end.
 */
const MOST_BYTES = 30_000_000;
const SAVED_WITHIN_MS = 120_000;

export type DailyCopy = {
  /** Switches it on or off; the first copy is made at once. */
  set(isOn: boolean): Promise<void>;
  /** Makes a copy when it is time for one. */
  look(): Promise<void>;
};

export function createDailyCopy(backups: Backups, clock: Clock): DailyCopy {
  const change = (by: Partial<Schedule>) =>
    backups.memory.change(({ schedule }) => ({ schedule: { ...schedule, ...by } }));

  async function look(): Promise<void> {
    const { schedule } = await backups.memory.get();
    if (!schedule.isOn || (schedule.lastAt ?? 0) > clock.now() - DAY_MS) return;
    const { items, hlc } = await backups.now();
    if (hlc === schedule.lastHlc && !schedule.problem) return;
    const problem = await problemBefore(items, schedule);
    if (problem) await change({ problem });
    else await copy(schedule);
    backups.tell();
  }

  async function copy({ made }: Schedule): Promise<void> {
    const name = `throughline/backup-${(made % NAMES) + 1}.ndjson.gz`;
    let done: Partial<Schedule> = {};
    const isSaved = await backups.scheduled(async (file, { items, hlc, at }) => {
      done = {
        made: made + 1,
        lastAt: at,
        lastName: name,
        lastItems: items,
        lastHlc: hlc,
        problem: undefined,
      };
      return saveAs(name, file);
    });
    // Undefined: something else is under way, the next hour tries again.
    if (isSaved !== undefined) await change(isSaved ? done : { problem: 'not-saved' });
  }

  const lookQuietly = () =>
    look().catch(() => {
      // Locked, or the database is not to be had: the next hour tries again.
    });

  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void lookQuietly();
  });
  return {
    async set(isOn) {
      await change({ isOn, problem: undefined, ...(isOn && { lastAt: undefined, lastHlc: undefined }) });
      if (isOn) await browser.alarms.create(ALARM, { periodInMinutes: EVERY_MINUTES });
      else await browser.alarms.clear(ALARM);
      backups.tell();
      void lookQuietly();
    },
    look: lookQuietly,
  };
}

/** Why no copy is to be made now. Far fewer items than last time are no state to lay over a good copy (safety T30). */
async function problemBefore(items: number, { lastItems = 0 }: Schedule): Promise<Schedule['problem']> {
  if (!(await browser.permissions.contains({ permissions: ['downloads'] }))) return 'no-permission';
  return items * 2 < lastItems ? 'shrunk' : undefined;
}

/**
 * Gives the browser the file, and says whether it is saved whole: complete, still there, and exactly as long as it was.
 * Its bytes were read back and checked before; an extension cannot read what lies in the downloads folder.
 */
async function saveAs(filename: string, file: File): Promise<boolean> {
  if (file.size > MOST_BYTES && !canAddress()) return false;
  const url = await addressOf(file);
  try {
    const id = await browser.downloads.download({
      url,
      filename,
      conflictAction: 'overwrite',
      saveAs: false,
    });
    await ended(id);
    const [found] = await browser.downloads.search({ id });
    return found?.state === 'complete' && found.exists && found.fileSize === file.size;
  } catch {
    // Refused by the browser, or by a rule of whoever manages it; the desk says that it was not saved.
    return false;
  } finally {
    if (url.startsWith('blob:')) URL.revokeObjectURL(url);
  }
}

/** Firefox's background is a page and can name a file; a worker cannot. */
const canAddress = (): boolean =>
  typeof (URL as { createObjectURL?: unknown }).createObjectURL === 'function';

async function addressOf(file: File): Promise<string> {
  if (canAddress()) return URL.createObjectURL(file);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const parts: string[] = [];
  // A multiple of three bytes is a whole number of letters.
  for (let start = 0; start < bytes.length; start += 30_000)
    parts.push(btoa(String.fromCharCode(...bytes.subarray(start, start + 30_000))));
  return `data:application/gzip;base64,${parts.join('')}`;
}

/** Waits until a download is no longer under way, two minutes at most. */
async function ended(id: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const hear = (change: { id: number; state?: { current?: string } }) => {
    if (change.id === id && change.state && change.state.current !== 'in_progress') resolve();
  };
  browser.downloads.onChanged.addListener(hear);
  const timer = setTimeout(resolve, SAVED_WITHIN_MS);
  // It may have ended before anyone listened.
  const [found] = await browser.downloads.search({ id });
  if (found && found.state !== 'in_progress') resolve();
  await promise;
  clearTimeout(timer);
  browser.downloads.onChanged.removeListener(hear);
}
