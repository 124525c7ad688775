import type { StorageView } from '@/utils/model/row';
import type { Connection } from '../connection';
import type { DiskGauge } from '../disk-gauge';
import { SCHEMA } from '../schema';
import type { SecondCopy } from '../second-copy';
import type { Snapshots } from '../snapshot';

type Parts = { connection: Connection; copy: SecondCopy; gauge: DiskGauge; snapshots: Snapshots };

/** What is stored, how much, and how safe. Answers in every state: what cannot be opened is told by the sentinel. */
export async function storageView({ connection, copy, gauge, snapshots }: Parts): Promise<StorageView> {
  const [{ state }, { health, usedBytes, freeBytes }, kept] = await Promise.all([
    connection.state(),
    gauge.measure(),
    snapshots.list(),
  ]);
  // Not there in every place that the tests run in.
  const storage = navigator.storage as StorageManager | undefined;
  const persisted = (await storage?.persisted?.()) ?? false;
  const { items = 0, events = 0, journalled = 0 } = copy.now() ?? {};
  return {
    ...{ items, events, usedBytes, freeBytes, persisted, schema: SCHEMA, health, journalled },
    state: state === 'ready' && health === 'full' ? 'kept' : state,
    ...(copy.isFailing() && { journalFails: true }),
    snapshots: kept.length,
    lastSnapshotAt: kept[0]?.at,
  };
}
