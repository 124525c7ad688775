import * as v from 'valibot';
import { DaySchema } from './day-schema';
import { LessonResultSchema } from './lesson';
import type { SourceKey } from './ids';
import { cut, LIMITS } from './limits';

const text = (limit: number) =>
  v.pipe(
    v.string(),
    v.transform((value) => cut(value, limit)),
  );
const list = (limit: number, each: number) =>
  v.pipe(
    v.array(text(limit)),
    v.transform((values) => values.slice(0, each)),
  );

/** An item's identity in one tool. `key` is `product|host|scope|nativeId`, the same for every address of the item. */
export const SourceSchema = v.object({
  /** "github", "jira", …; "web" when no recogniser knows the page. */
  product: text(40),
  /** Lower-case host with port where it is not the default: "github.com". */
  host: text(255),
  /** What the native id is unique within: "owner/repo"; empty when the host is enough. */
  scope: text(LIMITS.scope),
  nativeId: text(LIMITS.nativeId),
  /** "issue", "pull request", "thread", "page", … */
  kind: text(40),
  key: v.custom<SourceKey>(
    (key) => typeof key === 'string' && key.length > 0 && key.length <= LIMITS.url + 100,
  ),
  /** How a person names it: "owner/repo#12", "ACME-142"; absent when the tool has no such name. */
  label: v.optional(text(LIMITS.nativeId)),
});
export type Source = v.InferOutput<typeof SourceSchema>;

/** Why a title is not sure. Shown to the person as a sentence. */
export const CHECK_REASONS = [
  'one-witness', // only one place names it
  'witnesses-disagree', // two places name it differently
  'stale-page', // the address moved on, the page did not
  'unbound', // the page names a title, but nothing on it says that it is this item's
  'no-title', // nothing names it; the address stands in
] as const;
export type CheckReason = (typeof CHECK_REASONS)[number];

/** One place a field was read from. */
export const WitnessSchema = v.object({
  field: text(40),
  /** "url", "document title", "heading", "json-ld", "open graph", "microdata", "field hook", "selection", "link" */
  from: text(40),
  value: text(LIMITS.title),
});
export type Witness = v.InferOutput<typeof WitnessSchema>;

/** Ways back to an item; `address` is the tool's own. */
export const WAYS = ['address', 'account', 'search', 'text'] as const;
/**
 * One way back: `account` opens the address in the account that it was seen in, `search` finds the item by the tool's
 * search (a mail by its Message-ID), `text` opens the page at the sentence that was captured.
 */
export const WaySchema = v.object({ by: v.picklist(WAYS), url: text(LIMITS.url) });
export type Way = v.InferOutput<typeof WaySchema>;

const sourceKey = v.custom<SourceKey>(
  (key) => typeof key === 'string' && key.length > 0 && key.length <= LIMITS.url + 100,
);
const keys = (limit: number) =>
  v.pipe(
    v.array(sourceKey),
    v.transform((values) => values.slice(0, limit)),
  );

const fields = {
  title: text(LIMITS.title),
  /** Canonical: leads back to the item; http or https. */
  url: text(LIMITS.url),
  source: SourceSchema,
  /** As the page words it: "In Progress". */
  status: v.optional(text(LIMITS.status)),
  assignees: v.optional(list(LIMITS.person, LIMITS.people)),
  requester: v.optional(text(LIMITS.person)),
  dueDay: v.optional(DaySchema),
  labels: v.optional(list(LIMITS.label, LIMITS.labels)),
  /** As the page words it: "High". */
  priority: v.optional(text(LIMITS.status)),
  project: v.optional(text(LIMITS.person)),
  excerpt: v.optional(text(LIMITS.excerpt)),
  check: v.optional(v.picklist(CHECK_REASONS)),
  /** Further keys of the same item, which outlive its address: of a moved issue the id in the tool's database. */
  aliases: v.optional(keys(LIMITS.aliases)),
  /** Further ways back than `url`, the best first. */
  ways: v.optional(
    v.pipe(
      v.array(WaySchema),
      v.transform((values) => values.slice(0, LIMITS.ways)),
    ),
  ),
};

/** What a page names in its text and links, for finding the items it belongs to. */
export const MentionsSchema = v.object({
  /** Keys of the items that its links lead to. */
  keys: keys(LIMITS.links),
  /** Names as people write them: "ACME-142", "owner/repo#12". */
  names: list(LIMITS.nativeId, LIMITS.links),
});
export type Mentions = v.InferOutput<typeof MentionsSchema>;

/** One row of a list page that leads to an item. */
export const DraftRowSchema = v.object(fields);
export type DraftRow = v.InferOutput<typeof DraftRowSchema>;

/** What capture read from a page, before it is an item. Parsing cuts what is too long. */
export const DraftSchema = v.object({
  ...fields,
  page: v.picklist(['item', 'list', 'other']),
  witnesses: v.pipe(
    v.array(WitnessSchema),
    v.transform((values) => values.slice(0, LIMITS.witnesses)),
  ),
  /** Addresses that the page's own text leads to, for finding the items it names. */
  links: v.optional(list(LIMITS.url, LIMITS.links)),
  mentions: v.optional(MentionsSchema),
  /** Of an ask that the person selected: the title of the page it stands on, and the sentence itself. */
  sourceTitle: v.optional(text(LIMITS.title)),
  quote: v.optional(text(LIMITS.excerpt)),
  rows: v.optional(
    v.pipe(
      v.array(DraftRowSchema),
      v.transform((values) => values.slice(0, LIMITS.rows)),
    ),
  ),
  /** The list holds more than `rows`: it shows only what is on the screen, or it is longer than we read. */
  isPartial: v.optional(v.literal(true)),
  /** What became of the lessons that apply to this page. */
  lessons: v.optional(v.array(LessonResultSchema)),
});
export type Draft = v.InferOutput<typeof DraftSchema>;
