import type { DiskHealth } from '@/utils/model/recovery';

const MB = 1_000_000;
/** Free bytes below which is warned, bulk work refused, and only the journal written (reference: safety, finding 5). */
const LOW = 500 * MB;
const VERY_LOW = 200 * MB;
const FULL = 50 * MB;
/** A measurement serves so long, in ms. */
const FRESH_MS = 30_000;

export type DiskRoom = { health: DiskHealth; usedBytes?: number | undefined; freeBytes?: number | undefined };

/** With `unlimitedStorage` the quota is the real free disk; where the browser tells nothing, all is taken to be well. */
export function healthOf(freeBytes: number | undefined): DiskHealth {
  if (freeBytes === undefined || freeBytes >= LOW) return 'good';
  if (freeBytes >= VERY_LOW) return 'low';
  return freeBytes >= FULL ? 'very-low' : 'full';
}

export type DiskGauge = ReturnType<typeof createDiskGauge>;

/** How much room the disk has. `now` in ms, of any clock. */
export function createDiskGauge(now: () => number, estimate = browserEstimate) {
  let room: DiskRoom = { health: 'good' };
  let measuredAt = -Infinity;
  let measuring: Promise<DiskRoom> | undefined;

  const measure = () =>
    (measuring ??= estimate().then(
      (found) => {
        room = { ...found, health: healthOf(found.freeBytes) };
        measuredAt = now();
        measuring = undefined;
        return room;
      },
      () => {
        // No answer is no reason to stop.
        measuring = undefined;
        return room;
      },
    ));
  /** What was measured last; asks anew when that is old, without waiting for it. */
  const last = (): DiskRoom => {
    if (now() - measuredAt > FRESH_MS || now() < measuredAt) void measure();
    return room;
  };
  return {
    measure,
    /** Only the journal may be written. */
    isFull: () => last().health === 'full',
    /** Nothing large may be written. */
    refusesBulk: () => last().health === 'very-low' || last().health === 'full',
  };
}

async function browserEstimate(): Promise<Omit<DiskRoom, 'health'>> {
  // Not there in every place that the tests run in.
  const storage = navigator.storage as StorageManager | undefined;
  const { quota, usage } = (await storage?.estimate?.()) ?? {};
  const freeBytes = quota !== undefined && usage !== undefined ? quota - usage : undefined;
  return { usedBytes: usage, freeBytes };
}
