/** What a person is told when the inventory is not what it should be, and what there is to bring it back from. */

/**
 * `gone`: the browser has no such database any more; `fewer`: it holds less than it did; `unreadable`: it cannot be
 * opened; `upgrade`: it could not be brought to this version, and lies untouched.
 */
export type RecoveryCause = 'gone' | 'fewer' | 'unreadable' | 'upgrade';

/**
 * `blocked`: another window holds the old version open; `newer`: written by a newer version, shown but not changed;
 * `kept`: the disk is as good as full, captures wait in the journal.
 */
export type StorageState = 'ready' | 'upgrading' | 'recovery' | 'blocked' | 'newer' | 'kept';

/** How much the disk still holds: below 500, 200 and 50 MB. */
export type DiskHealth = 'good' | 'low' | 'very-low' | 'full';

/** How much there was or is, and when: UTC ms. */
export type Extent = { items: number; events: number; at: number };

/** One kept copy of everything. `isWhole` says that it was read again just now and is what was written; absent until then. */
export type SnapshotFacts = Extent & {
  name: string;
  bytes: number;
  isWhole?: boolean | undefined;
  /** It is of another inventory than the one that is here now, as after beginning with nothing. */
  isOther?: boolean | undefined;
};

/**
 * A database that was taken out of use, and when (UTC ms). By its own word it holds so much, changed first and last then;
 * absent where that cannot be read.
 */
export type AsideFacts = { name: string; at: number } & Partial<
  Pick<Extent, 'items' | 'events'> & { from: number; to: number }
>;

/** Before the name of a database that was set aside, where something is restored from it. */
export const FROM_ASIDE = 'aside:';

/** What the person types to begin with nothing: compared exactly. The same in every language, so that no text decides. */
export const START_EMPTY = 'EMPTY';

export type RecoveryView = {
  state: StorageState;
  cause?: RecoveryCause | undefined;
  /** The browser says itself that it lost data ("total"), where it says anything. */
  dataLoss?: string | undefined;
  /** What should be there. */
  expected?: Extent | undefined;
  /** What can still be read of it. */
  found?: { items: number; events: number } | undefined;
  /** Changes in the journal that the log does not have: they come back with any restore. */
  journal: number;
  /** Newest first. */
  snapshots: SnapshotFacts[];
  /** Databases that were set aside and can still be read. */
  aside: AsideFacts[];
  /** A restore or an upgrade under way. */
  work?: { kind: 'restore' | 'upgrade'; done: number; total?: number | undefined } | undefined;
  /** What the last restore brought back. */
  restored?: { items: number; events: number } | undefined;
  /** The last restore came to nothing; what was there is still there. */
  failed?: 'disk-full' | 'storage' | undefined;
};
