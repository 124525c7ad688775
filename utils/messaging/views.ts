/** Everything a surface may watch: named, small, paged. The background sends a view at once and again when it changed. */
import * as v from 'valibot';
import { ItemIdSchema, ListSchema } from '@/utils/model/schemas';
import type { ItemId } from '@/utils/model/ids';
import { LIMITS } from '@/utils/model/limits';
import type { Lesson } from '@/utils/model/lesson';
import type { LockView } from '@/utils/model/lock';
import type { BackupView, Reminder } from '@/utils/model/backup';
import type { RecoveryView } from '@/utils/model/recovery';
import type {
  ItemCard,
  ItemRow,
  ListPage,
  Overview,
  PageView,
  Quick,
  StorageView,
  Teaching,
  ToolHealth,
} from '@/utils/model/row';
import type { Settings } from '@/utils/model/settings';

const CursorSchema = v.object({ order: v.union([v.number(), v.string()]), id: ItemIdSchema });

export const viewSchemas = {
  overview: v.object({}),
  quick: v.object({}),
  /** The page in a tab: the frame's own, or the active tab of the window. */
  page: v.object({ tabId: v.optional(v.number()), windowId: v.optional(v.number()) }),
  list: v.object({
    list: ListSchema,
    after: v.optional(CursorSchema),
    until: v.optional(CursorSchema),
    limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)),
  }),
  item: v.object({ id: ItemIdSchema }),
  search: v.object({ text: v.pipe(v.string(), v.maxLength(500)) }),
  /** Pointing at a field of the page in a tab: undefined when nobody points. */
  teaching: v.object({ tabId: v.optional(v.number()), windowId: v.optional(v.number()) }),
  tools: v.object({}),
  lessons: v.object({}),
  /** The structure of the page in a tab, without any of its text. */
  report: v.object({ tabId: v.number() }),
  /** The item whose mark was pressed in the page of a tab: for the sidebar that opens there. */
  asked: v.object({ tabId: v.optional(v.number()), windowId: v.optional(v.number()) }),
  /** What a mark says when the pointer is over it. */
  glimpse: v.object({ key: v.pipe(v.string(), v.maxLength(LIMITS.url + 100)) }),
  settings: v.object({}),
  storage: v.object({}),
  backup: v.object({}),
  /** Undefined as long as nothing need be said. */
  reminder: v.object({}),
  /** What there is to bring the inventory back from; its state when all is well. */
  recovery: v.object({}),
  /** Whether anything is shown at all. */
  lock: v.object({}),
} as const;

export type ViewName = keyof typeof viewSchemas;
export type ViewArgs<N extends ViewName> = v.InferInput<(typeof viewSchemas)[N]>;

export type ViewValues = {
  overview: Overview;
  quick: Quick;
  page: PageView;
  list: ListPage;
  /** `undefined` when the item is not (any more) there. */
  item: ItemCard | undefined;
  search: ListPage & { complete: boolean };
  teaching: Teaching | undefined;
  tools: ToolHealth[];
  lessons: Lesson[];
  report: { sketch: string } | undefined;
  asked: { id: ItemId; at: number } | undefined;
  glimpse: ItemRow | undefined;
  settings: Settings;
  storage: StorageView;
  backup: BackupView;
  reminder: Reminder | undefined;
  recovery: RecoveryView;
  lock: LockView;
};

/** On the port: a surface asks … */
export const WatchMessageSchema = v.union([
  v.object({ watch: v.number(), name: v.string(), args: v.unknown() }),
  v.object({ unwatch: v.number() }),
]);
export type WatchMessage = v.InferOutput<typeof WatchMessageSchema>;
/** … and the background answers, again and again. */
export type ViewMessage = { watch: number; value: unknown } | { watch: number; problem: string };
