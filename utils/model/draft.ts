import * as v from 'valibot';
import { DaySchema } from './day-schema';
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
};

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
  rows: v.optional(
    v.pipe(
      v.array(DraftRowSchema),
      v.transform((values) => values.slice(0, LIMITS.rows)),
    ),
  ),
});
export type Draft = v.InferOutput<typeof DraftSchema>;
