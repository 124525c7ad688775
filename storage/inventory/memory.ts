/** Records that are neither items nor sources of items: kept lists, and lessons that the person taught. */
import * as v from 'valibot';
import { ListMemorySchema } from '@/utils/messaging/commands';
import type { EntityRecord } from '@/utils/model/fold-record';
import { LessonSchema, type Lesson } from '@/utils/model/lesson';
import type { Tables } from './schema';

const ListSchema = v.object({
  title: v.string(),
  url: v.string(),
  rows: ListMemorySchema,
  /** When these rows were seen last, UTC ms. */
  seenAt: v.number(),
  /** The rows of the visit before, and when they were seen last. */
  before: v.nullish(v.object({ at: v.number(), rows: ListMemorySchema })),
});
export type ListMemory = Omit<v.InferOutput<typeof ListSchema>, 'before'> & { before?: Visit | undefined };
type Visit = NonNullable<v.InferOutput<typeof ListSchema>['before']>;

/** What is remembered of a kept list; undefined when it is not kept, or is nothing that this version understands. */
export function memoryOf(record: EntityRecord | undefined): ListMemory | undefined {
  if (!record || record.removed) return undefined;
  const parsed = v.safeParse(ListSchema, record.fields);
  return parsed.success ? { ...parsed.output, before: parsed.output.before ?? undefined } : undefined;
}

const LESSON = 'lesson:';
/** The id of a lesson's record: policies of other kinds will lie beside them. */
export const lessonRecordId = (id: string): string => `${LESSON}${id}`;

export function lessonOf(record: EntityRecord | undefined): Lesson | undefined {
  if (!record || record.removed) return undefined;
  const parsed = v.safeParse(LessonSchema, record.fields);
  return parsed.success ? parsed.output : undefined;
}

/** Every lesson, by product, host, kind and field. */
export async function allLessons(db: Pick<Tables, 'records'>): Promise<Lesson[]> {
  const records = await db.records
    .where('[ent+id]')
    .between(['policy', LESSON], ['policy', `${LESSON}\uffff`])
    .toArray();
  return records.flatMap((record) => lessonOf(record) ?? []);
}
