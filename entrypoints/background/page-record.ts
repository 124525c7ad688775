import * as v from 'valibot';
import { type Draft, DraftSchema } from '@/utils/model/draft';
import { type DraftGist, PAGE_PROBLEMS } from '@/utils/model/row';
import type { Reading } from './reading';
import { createShelf } from './session';

/**
 * What a tab's page was when it was last read: the draft without what only a capture needs (that reads again),
 * so that 200 tabs fit into the session's memory; or why it could not be read.
 */
const PageRecordSchema = v.object({
  draft: v.optional(v.omit(DraftSchema, ['excerpt', 'witnesses', 'lessons'])),
  problem: v.optional(v.picklist(PAGE_PROBLEMS)),
  title: v.optional(v.string()),
  url: v.optional(v.string()),
  /** The tab's address when this was read, where the browser told it: another one now means another page. */
  address: v.optional(v.string()),
  /** Why the sidebar could not stand there, told until this instant (UTC ms). */
  refusal: v.optional(v.object({ problem: v.picklist(PAGE_PROBLEMS), until: v.number() })),
});
export type PageRecord = v.InferOutput<typeof PageRecordSchema>;
type StoredDraft = NonNullable<PageRecord['draft']>;

export const createPageShelf = () => createShelf('page', PageRecordSchema);

export function recordOf(reading: Reading, address: string | undefined): PageRecord {
  const draft = reading.draft && withoutBulk(reading.draft);
  if (reading.problem === undefined) return { draft, address };
  return { draft, problem: reading.problem, title: reading.title, url: reading.url, address };
}

function withoutBulk({
  excerpt: _excerpt,
  witnesses: _witnesses,
  lessons: _lessons,
  ...draft
}: Draft): StoredDraft {
  return draft;
}

/** The part of a draft that a surface shows. */
export function gistOf(stored: StoredDraft): DraftGist {
  const { source, links: _links, mentions: _mentions, rows: _rows, isPartial: _isPartial, ...draft } = stored;
  const { aliases: _aliases, ways: _ways, ...shown } = draft;
  const { product, host, kind, key, label } = source;
  return { ...shown, product, host, kind, key, label };
}
