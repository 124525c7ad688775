import type { Case } from './case';
import { DAMAGED } from './damaged-files';
import { DISK_GAUGE } from './disk-gauge';
import { FULL_DISK } from './full-disk';
import { BROWSER_KILL, LIST_KILL } from './killed-browser';
import { IMPORT_KILL, RESTORE_FILE_KILL } from './killed-import';
import { RESTORE_KILL, UPGRADE_BLOCKED, UPGRADE_KILL } from './killed-work';
import { FAILPOINTS, RANDOM_KILLS } from './killed-worker';
import { QUOTA } from './quota';
import { CLEARED, RELOAD } from './reloaded';
import { SOAK } from './soak/soak';
import { SQLITE_BACKEND } from './sqlite';
import { UPGRADE_LARGE } from './upgrade-large';
import { CLOCK, DELETE_EDIT, TWO_SURFACES } from './two-surfaces';

/** Every fault, in the order of the table. */
export const CASES: readonly Case[] = [
  FAILPOINTS,
  RANDOM_KILLS,
  BROWSER_KILL,
  LIST_KILL,
  QUOTA,
  FULL_DISK,
  DISK_GAUGE,
  SQLITE_BACKEND,
  DAMAGED,
  TWO_SURFACES,
  DELETE_EDIT,
  CLOCK,
  UPGRADE_KILL,
  UPGRADE_BLOCKED,
  UPGRADE_LARGE,
  RESTORE_KILL,
  IMPORT_KILL,
  RESTORE_FILE_KILL,
  CLEARED,
  RELOAD,
  SOAK,
];
