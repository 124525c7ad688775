import type { Inventory } from '@/storage/inventory';
import { type Day, dayOf } from '@/utils/model/day';
import type { DraftRow } from '@/utils/model/draft';
import type { SourceKey } from '@/utils/model/ids';
import type { ListPart, ListRow } from '@/utils/model/row';
import type { Clock } from '@/utils/model/clock';
import type { PageRecord } from './page-record';

type Known = Awaited<ReturnType<Inventory['byKeys']>>[number];

/** A page's list beside the inventory and, where it is kept, beside what it showed at the visit before. */
export async function listPartOf(
  { draft }: PageRecord,
  inventory: Pick<Inventory, 'byKeys' | 'list'>,
  clock: Clock,
): Promise<ListPart | undefined> {
  const rows = draft?.rows ?? [];
  if (!draft || rows.length === 0) return undefined;
  // Beside an open item the list has no address of its own to be kept by.
  const kept = draft.page === 'list' ? await inventory.list(draft.source.key) : undefined;
  const before = kept?.before;
  const isPartial = draft.isPartial === true;
  const missing = before && !isPartial ? without(before.rows, rows) : [];
  const known = new Map(
    (await inventory.byKeys([...rows.map(({ source }) => source.key), ...missing.map(({ key }) => key)])).map(
      (each) => [each.key, each],
    ),
  );
  const seen = new Set(before?.rows.map(({ key }) => key));
  return {
    rows: rows.map((row) =>
      rowOf(row, known.get(row.source.key), before !== undefined && !seen.has(row.source.key)),
    ),
    gone: missing.map(({ key, title }) => ({ key, title, item: known.get(key)?.row })),
    sinceDay: before && dayAt(before.at, clock),
    isKept: kept !== undefined,
    isPartial,
  };
}

const dayAt = (at: number, clock: Clock): Day => dayOf(at, clock.zone());

function without(before: readonly { key: SourceKey; title: string }[], now: readonly DraftRow[]) {
  const here = new Set(now.map(({ source }) => source.key));
  return before.filter(({ key }) => !here.has(key));
}

function rowOf(row: DraftRow, known: Known | undefined, isFresh: boolean): ListRow {
  const { source, title, status, assignees, dueDay } = row;
  const item = known?.row.list === 'trash' ? undefined : known?.row;
  const state = !known || !item ? 'new' : isChanged(row, known) ? 'changed' : 'known';
  return { key: source.key, title, label: source.label, status, assignees, dueDay, state, isFresh, item };
}

/** Does the row say another status than its source showed when it was last seen? */
const isChanged = ({ status }: DraftRow, known: Known): boolean =>
  status !== undefined && known.status !== undefined && status !== known.status;
