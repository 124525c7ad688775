import type { Case } from './case';
import { DAMAGED } from './damaged-files';
import { FULL_DISK } from './full-disk';
import { BROWSER_KILL, LIST_KILL } from './killed-browser';
import { FAILPOINTS, RANDOM_KILLS } from './killed-worker';
import { QUOTA } from './quota';

/** Every fault, in the order of the table. */
export const CASES: readonly Case[] = [
  FAILPOINTS,
  RANDOM_KILLS,
  BROWSER_KILL,
  LIST_KILL,
  QUOTA,
  FULL_DISK,
  DAMAGED,
];
