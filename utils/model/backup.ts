/** What the desk shows of the external copy: the backup file, its schedule, and a file that is about to be restored. */

/** Something that takes long: writing a copy, checking a file, putting it in. At most one at a time. */
export type BackupWork = {
  kind: 'make' | 'examine' | 'restore' | 'take-back' | 'scheduled';
  /** Events so far, and of how many where that is known. */
  done: number;
  total?: number | undefined;
};

/** A copy that was written into the browser's private files and read back whole: ready to be handed to the person. */
export type MadeBackup = {
  /** Its name among the staged files. */
  file: string;
  /** The name to save it under: "throughline-2026-11-23.ndjson.gz". */
  saveAs: string;
  bytes: number;
  items: number;
  events: number;
  /** Instant that the copy is of, UTC ms, and the clock of the last event in it. */
  at: number;
  hlc: string;
  /** Of an inventory that a later version wrote: its events are copied as they are, unjudged. */
  isNewer?: true | undefined;
};

/** The last copy outside this browser. `at` UTC ms; `hlc` is the clock of the last event in it. */
export type ExternalCopy = {
  at: number;
  items: number;
  events: number;
  hlc: string;
  by: 'hand' | 'schedule';
};

/** Why a file is not restored. `line` counts from 1 and includes the header. */
export const FILE_PROBLEMS = [
  'too-large', // by its size, before anything is read
  'bomb', // unpacks to far more than a copy can hold
  'not-ours', // another program's file, a page of an error, noise
  'locked', // sealed with a passphrase, and none or a wrong one was given
  'newer', // written by a later version
  'cut', // its end is missing
  'changed', // its bytes are not those that were written
  'wrong-line', // a line says what no event can say
  'too-many', // more events than can be put in at once
  'unreadable', // the browser could not read the file
] as const;
export type FileProblem = (typeof FILE_PROBLEMS)[number];

/** What a file holds, compared with what is here. Nothing of it was put in yet. */
export type FoundBackup = {
  file: string;
  madeAt: number;
  items: number;
  events: number;
  /** Effective instants of its first and last event, UTC ms. */
  from?: number | undefined;
  to?: number | undefined;
  /** Of its events and items: how many are not here yet. */
  newEvents: number;
  newItems: number;
  /** Events here that the file does not have: "replace" would take them away. */
  onlyHere: number;
  /** Keys that no file of ours has (`__proto__` …), which were left out. */
  dropped: number;
  /** Written by the inventory that is here. */
  isSameLineage: boolean;
};

/** What came of putting a file in. */
export type RestoredBackup = {
  how: 'add' | 'replace';
  events: number;
  items: number;
  /** Names the import, to take it back; absent where there is nothing that could be. */
  importId?: string | undefined;
};

/** An import that added to what was here. `at` UTC ms. */
export type ImportLine = { importId: string; at: number; events: number; items: number };

export type ScheduleView = {
  isOn: boolean;
  /** The last copy that the browser says is saved whole. */
  lastAt?: number | undefined;
  lastName?: string | undefined;
  /** Why the last try came to nothing: no permission, the browser did not save it, or much fewer items than before. */
  problem?: 'no-permission' | 'not-saved' | 'shrunk' | undefined;
};

export type BackupView = {
  now: { items: number; events: number };
  external?: ExternalCopy | undefined;
  schedule: ScheduleView;
  work?: BackupWork | undefined;
  made?: MadeBackup | undefined;
  found?: FoundBackup | undefined;
  /** What is wrong with the file that was chosen last. */
  wrong?: { problem: FileProblem; line?: number | undefined } | undefined;
  restored?: RestoredBackup | undefined;
  /** Imports that can be taken back, the newest first; at most five. */
  imports: ImportLine[];
  /** The work that was asked for last came to nothing for a reason that is not the file's. */
  failed?: 'disk-full' | 'newer-database' | 'recovery' | 'storage' | 'canceled' | undefined;
};

/** Said quietly where it is there: changes that lie only in this browser, and since when. */
export type Reminder = { unsaved: number; lastAt?: number | undefined };
