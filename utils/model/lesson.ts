import * as v from 'valibot';
import { LOCATOR_ATTRIBUTES } from './lesson-names';
import { LIMITS } from './limits';

/** Fields that a person can point at. */
export const LESSON_FIELDS = [
  'title',
  'status',
  'assignees',
  'requester',
  'dueDay',
  'labels',
  'priority',
  'project',
] as const;
export type LessonField = (typeof LESSON_FIELDS)[number];

const words = (limit: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(limit));
/** Names of tags, attributes and roles: nothing else can stand in a selector that is made of them. */
const name = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,60}$/i));
const place = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(20));

/** One way to find a field again in a page, told as data. Never run, never a selector from outside. */
export const LocatorSchema = v.variant('by', [
  /** Behind, below or beside a short text: "Due date:". */
  v.object({ by: v.literal('label'), text: words(80) }),
  /** By a stable attribute with exactly this value. */
  v.object({
    by: v.literal('attribute'),
    name: v.picklist(LOCATOR_ATTRIBUTES),
    value: words(120),
    tag: v.optional(name),
  }),
  /** The `place`-th (from 0) element of a role, with its accessible name where it has one. */
  v.object({ by: v.literal('role'), role: name, name: v.optional(words(120)), place }),
  /** The `place`-th text (from 0) behind a heading. */
  v.object({ by: v.literal('heading'), text: words(120), place }),
]);
export type Locator = v.InferOutput<typeof LocatorSchema>;

export const LocatorsSchema = v.pipe(v.array(LocatorSchema), v.minLength(1), v.maxLength(LIMITS.locators));

/** What a person taught by pointing: where a field stands on the pages of one kind in one tool. */
export const LessonSchema = v.object({
  /** `product|host|kind|field`: the same thing taught again replaces what was taught before. */
  id: words(500),
  product: words(40),
  host: words(255),
  /** The kind of item; "page" on pages that no recogniser knows. */
  kind: words(40),
  field: v.picklist(LESSON_FIELDS),
  locators: LocatorsSchema,
  /** What was pointed at, cut: shown beside the lesson. */
  example: v.pipe(v.string(), v.maxLength(200)),
});
export type Lesson = v.InferOutput<typeof LessonSchema>;
/** What a lesson is about: a field on pages of one kind in one tool. */
export type LessonAbout = Pick<Lesson, 'product' | 'host' | 'kind' | 'field'>;

/** What a lesson gave on a page: which of its locators still found the field, and better ones where some died. */
export const LessonResultSchema = v.object({
  id: words(500),
  alive: v.pipe(v.array(v.boolean()), v.maxLength(LIMITS.locators)),
  healed: v.optional(LocatorsSchema),
});
export type LessonResult = v.InferOutput<typeof LessonResultSchema>;
