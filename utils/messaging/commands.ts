/**
 * Everything a surface may ask the background to do. Read this file to know the whole conversation;
 * `senders.ts` says who may ask what, `views.ts` what can be watched.
 */
import * as v from 'valibot';
import { DaySchema } from '@/utils/model/day-schema';
import { DraftRowSchema, DraftSchema, WAYS } from '@/utils/model/draft';
import { TRASHED_FROM } from '@/utils/model/item';
import { LESSON_FIELDS, LessonSchema, LocatorsSchema } from '@/utils/model/lesson';
import type { CommandId, ItemId, SourceKey } from '@/utils/model/ids';
import { CommandIdSchema, ImportanceSchema, ItemIdSchema, StateSchema } from '@/utils/model/schemas';
import { LIMITS } from '@/utils/model/limits';
import { isRecoveryCode, LOCK_PASSPHRASE } from '@/utils/model/lock';
import { SettingsChangeSchema } from '@/utils/model/settings-schema';

const words = (limit: number) => v.pipe(v.string(), v.trim(), v.maxLength(limit));
const someWords = (limit: number) => v.pipe(words(limit), v.minLength(1));
const key = v.custom<SourceKey>((value) => typeof value === 'string' && value.length <= LIMITS.url + 100);
const tags = v.pipe(v.array(someWords(LIMITS.label)), v.maxLength(LIMITS.labels));
const id = ItemIdSchema;
/** What opens the lock: its passphrase or its recovery code. */
const secret = v.pipe(v.string(), v.minLength(1), v.maxLength(LOCK_PASSPHRASE.most));
const tabId = v.pipe(v.number(), v.integer());

/** What is remembered of a kept list's rows. */
export const ListMemorySchema = v.pipe(
  v.array(v.object({ key, title: v.pipe(v.string(), v.maxLength(LIMITS.title)) })),
  v.maxLength(LIMITS.rows),
);

/** Places of the desk that a surface may open. */
const DESK_PLACES = ['settings', 'welcome', 'tools', 'backup', 'trash', 'seen', 'recovery'] as const;

/** Fields that a person can change. `null` takes a value away. */
export const ChangesSchema = v.partial(
  v.object({
    title: someWords(LIMITS.title),
    note: v.pipe(v.string(), v.maxLength(LIMITS.note)),
    importance: ImportanceSchema,
    expedite: v.boolean(),
    dueDay: v.nullable(DaySchema),
    promisedDay: v.nullable(DaySchema),
    sizeMinutes: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000))),
    owner: v.nullable(someWords(LIMITS.person)),
    requester: v.nullable(someWords(LIMITS.person)),
    project: v.nullable(someWords(LIMITS.person)),
    tags,
    /** The person has looked at a doubtful title: it is right. */
    check: v.null(),
  }),
);
export type Changes = v.InferOutput<typeof ChangesSchema>;

/** What quick add understood of a line; the chips that the person left on. */
export const NewItemSchema = v.object({
  title: someWords(LIMITS.title),
  note: v.optional(v.pipe(v.string(), v.maxLength(LIMITS.note))),
  importance: v.optional(ImportanceSchema),
  dueDay: v.optional(DaySchema),
  owner: v.optional(someWords(LIMITS.person)),
  requester: v.optional(someWords(LIMITS.person)),
  waitOn: v.optional(someWords(LIMITS.person)),
  tags: v.optional(tags),
  sizeMinutes: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  planDay: v.optional(DaySchema),
});
export type NewItem = v.InferOutput<typeof NewItemSchema>;

/** Commands that change the inventory: carried out by storage/inventory in one transaction, once per command id. */
export const inventoryCommands = {
  /** Put a draft into the inventory; the same key again is the same item, and a trashed one comes back. */
  'item.capture': v.object({ draft: DraftSchema, planDay: v.optional(DaySchema), attachTo: v.optional(id) }),
  /** Rows of a list, in one step that one undo takes back: new ones become items, known ones are seen again. */
  'item.captureMany': v.object({
    rows: v.pipe(v.array(DraftRowSchema), v.minLength(1), v.maxLength(LIMITS.rows)),
  }),
  /** What a known page shows now. Never an act of the person: it is not undone, and changes no field that was edited. */
  'item.observe': v.object({ draft: DraftSchema }),
  /** The page behind `key` now has the draft's key: the same item under another name. */
  'item.moved': v.object({ key, draft: DraftSchema }),
  /** The way back that was taken by hand, or led to the item. */
  'item.way': v.object({ id, key, by: v.picklist(WAYS) }),
  /** Keep a list, to compare it at the next visit; again with `rows` at each visit. */
  'list.keep': v.object({ key, title: words(LIMITS.title), url: words(LIMITS.url), rows: ListMemorySchema }),
  'list.seen': v.object({ key, rows: ListMemorySchema }),
  'list.forget': v.object({ key }),
  /** Where a field stands, as the person pointed. Several at once from an import. */
  'lesson.save': v.object({
    lessons: v.pipe(v.array(LessonSchema), v.minLength(1), v.maxLength(LIMITS.lessons)),
  }),
  'lesson.heal': v.object({ id: words(500), locators: LocatorsSchema }),
  'lesson.remove': v.object({ id: words(500) }),
  'item.add': NewItemSchema,
  'item.edit': v.object({ id, changes: ChangesSchema }),
  'item.setState': v.object({ id, state: StateSchema }),
  'item.wait': v.object({
    id,
    on: someWords(LIMITS.person),
    reason: v.optional(words(LIMITS.person)),
    followUpDay: v.optional(DaySchema),
    promisedDay: v.optional(DaySchema),
  }),
  /** Ends one wait, or every open one when `waitId` is absent. */
  'item.endWait': v.object({ id, waitId: v.optional(v.string()) }),
  'item.block': v.object({ id, by: v.optional(id), reason: v.optional(words(LIMITS.person)) }),
  'item.endBlock': v.object({ id, blockId: v.optional(v.string()) }),
  /** Hide until the morning of a day; `null` brings it back now. */
  'item.snooze': v.object({ id, untilDay: v.nullable(DaySchema) }),
  /** Put into Today (at the end, or directly after/before another) or, with `null`, take out. */
  'item.plan': v.object({ id, day: v.nullable(DaySchema), after: v.optional(id), before: v.optional(id) }),
  /** Move within Today: directly after or before another; with neither, to the end. */
  'item.order': v.object({ id, after: v.optional(id), before: v.optional(id) }),
  /** Hold an item of Next directly above another until the day ends; `null` lets go. */
  'item.pin': v.object({ id, above: v.nullable(id) }),
  /** To the Trash; the background says from where. */
  'item.delete': v.object({ id, from: v.optional(v.picklist(TRASHED_FROM)) }),
  'item.restore': v.object({ id }),
  /** Two items become one; `into`'s fields win. */
  'item.merge': v.object({ from: id, into: id }),
  /** One source leaves and becomes an item of its own. */
  'item.split': v.object({ id, key }),
  undo: v.object({}),
  redo: v.object({}),
} as const;

/** Commands about tabs, surfaces and settings: carried out by the background around the inventory. */
export const surfaceCommands = {
  /** Read the page in the tab (the sender's, else the active one) and capture it. */
  'page.capture': v.object({ tabId: v.optional(tabId), attachTo: v.optional(id) }),
  /** Read the page again; answers through the `page` view. */
  'page.read': v.object({ tabId: v.optional(tabId) }),
  /** Open the item's source: its open tab when there is one, else a new tab. */
  'source.open': v.object({ id, key: v.optional(key), by: v.optional(v.picklist(WAYS)) }),
  /** Capture rows of the list that the page shows, by their keys: what they say is what the background read. */
  'page.captureRows': v.object({
    tabId: v.optional(tabId),
    keys: v.pipe(v.array(key), v.minLength(1), v.maxLength(LIMITS.rows)),
  }),
  'page.keepList': v.object({ tabId: v.optional(tabId), keep: v.boolean() }),
  /** Let the person point at a field in the page; what they find is in the view `teaching`. */
  'page.teach': v.object({ tabId: v.optional(tabId), field: v.picklist(LESSON_FIELDS) }),
  /** Keep what was pointed at, or let it go. */
  'page.learn': v.object({ tabId: v.optional(tabId), keep: v.boolean() }),
  'sidebar.open': v.object({ tabId: v.optional(tabId) }),
  'sidebar.close': v.object({ tabId: v.optional(tabId) }),
  /** While dragging, and once with `done`, when the width is remembered. */
  'sidebar.resize': v.object({
    width: v.pipe(v.number(), v.minValue(200), v.maxValue(900)),
    done: v.boolean(),
  }),
  /** A frame's first word, with the nonce that its content script was given. */
  'surface.hello': v.object({}),
  'desk.open': v.object({ place: v.picklist(DESK_PLACES) }),
  'settings.change': SettingsChangeSchema,
  /** Write a copy of everything into the browser's private files and read it back; view `backup` tells how it goes. */
  'backup.make': v.object({}),
  /** The person's browser has taken the copy that was made. */
  'backup.saved': v.object({ file: id }),
  /** Copies by themselves, once a day into the downloads folder. */
  'backup.schedule': v.object({ isOn: v.boolean() }),
  /** Read a file that the desk put among the private files: what it holds, or what is wrong with it. */
  'backup.examine': v.object({ file: id }),
  /** Put the examined file in: add what is missing, or replace everything, for which `typed` are the words asked for. */
  'backup.restore': v.object({
    file: id,
    how: v.picklist(['add', 'replace']),
    typed: v.optional(words(100)),
  }),
  /** Take back what an import added. */
  'backup.takeBack': v.object({ importId: id }),
  'backup.cancel': v.object({}),
  /** Say no more for seven days that work lies only in this browser. */
  'reminder.later': v.object({}),
  /** Bring the inventory back: from a snapshot by its name, `aside:` and a database that was set aside, or `journal`. */
  'recovery.restore': v.object({ from: someWords(200) }),
  /** Begin with nothing, though there was something: `typed` are the words asked for. What there was is set aside. */
  'recovery.startEmpty': v.object({ typed: v.pipe(v.string(), v.maxLength(100)) }),
  /** Delete a database that was set aside, for good. */
  'recovery.remove': v.object({ name: someWords(200) }),
  /** Write a verified copy into the browser's private files now. */
  'snapshot.make': v.object({}),
  /** Hide everything until the passphrase is typed. Does nothing where none is set. */
  'lock.now': v.object({}),
  /** Show everything again. Refused as `wrong-secret`, and as `too-many` while no try is taken (view `lock`). */
  'lock.open': v.object({ secret }),
  /** Bring up the popup, else the desk: inside a page no secret is typed, a page could draw the same box. */
  'lock.ask': v.object({}),
  /** Set the passphrase and the recovery code; `secret` is one in force, where there is one. */
  'lock.set': v.object({
    passphrase: v.pipe(v.string(), v.minLength(LOCK_PASSPHRASE.least), v.maxLength(LOCK_PASSPHRASE.most)),
    code: v.pipe(v.string(), v.check(isRecoveryCode)),
    secret: v.optional(secret),
  }),
  /** No lock any more. */
  'lock.remove': v.object({ secret }),
  /** From a page: what it is now. A proposal is never saved by itself. */
  'capture.propose': v.object({ draft: DraftSchema }),
  /** From a page: the sidebar frame there did or did not come up. */
  /** From a page on a granted site: it is there, and its links lead to these hosts. */
  'page.near': v.object({ hosts: v.pipe(v.array(v.pipe(v.string(), v.maxLength(255))), v.maxLength(200)) }),
  /** From a page: the person pointed at a field, or let it be. Kept only when they say so in a surface of ours. */
  'page.pointed': v.object({ isLeft: v.boolean(), lesson: v.optional(LessonSchema) }),
  /** From a page: a mark was pressed; open the sidebar at its item. */
  'mark.open': v.object({ key }),
  'ui.hello': v.object({ frame: v.picklist(['shown', 'failed', 'gone']) }),
} as const;

export const commandSchemas = { ...inventoryCommands, ...surfaceCommands };

export type InventoryCommandName = keyof typeof inventoryCommands;
export type CommandName = keyof typeof commandSchemas;
/** What a caller passes. */
export type Payload<N extends CommandName> = v.InferInput<(typeof commandSchemas)[N]>;
/** What a command finds after parsing. */
export type Parsed<N extends CommandName> = v.InferOutput<(typeof commandSchemas)[N]>;

/**
 * What came of a command. `new`, `same` and `changed` are for captures; `undone`/`redone` carry the name of the command;
 * `kept` is a capture that lies safe in the journal while the database cannot take it: it is carried out later.
 */
export type Outcome = {
  outcome: 'new' | 'same' | 'changed' | 'restored' | 'done' | 'nothing' | 'undone' | 'redone' | 'kept';
  itemId?: ItemId | undefined;
  /** The item's title afterwards. */
  title?: string | undefined;
  /** Of a capture of many: how many became items and how many were seen again. */
  counts?: { new: number; same: number } | undefined;
  /** Of undo and redo: the command that was taken back or done again. */
  name?: string | undefined;
};

/** Why a command was not carried out: a code that `t()` has a sentence for (`error_<code>`). */
export const REFUSALS = [
  'not-allowed', // this sender may not send this
  'hidden', // the page covers the frame that it came from, or did just now
  'malformed', // the payload does not parse
  'too-large',
  'too-many', // rate limit
  'no-item', // the item is not (any more) in the inventory
  'not-possible', // the rule says no: merging an item with itself, a block by itself …
  'nothing-to-undo',
  'no-page', // the tab cannot be read
  'disk-full',
  'newer-database', // written by a newer version: nothing is changed
  'locked', // nothing is shown or changed before the lock is opened
  'wrong-secret', // neither the passphrase nor the recovery code of the lock
  'busy', // something that takes long is under way
  'recovery', // the inventory is not what it should be: nothing is changed until the person decides
  'storage', // the database refused for another reason
  'unreachable', // no answer from the background: made on the surface's side
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** On the wire: one command. */
export const CommandMessageSchema = v.object({
  kind: v.literal('command'),
  id: CommandIdSchema,
  name: v.string(),
  payload: v.unknown(),
  nonce: v.optional(v.pipe(v.string(), v.maxLength(64))),
});
export type CommandMessage = {
  kind: 'command';
  id: CommandId;
  name: string;
  payload: unknown;
  nonce?: string | undefined;
};
export type Reply = { ok: true; value: Outcome } | { ok: false; code: Refusal };
