import type { Inventory } from '@/storage/inventory';
import type { DraftGist, ItemRow, ListPart, PageView } from '@/utils/model/row';
import { isDrift } from './drift';
import { gistOf, type PageRecord } from './page-record';

/** How many of the items that a page names are shown. */
const NAMED = 10;

type Known = Pick<Inventory, 'bySource' | 'byAddress'>;

/** What a surface is told of a page that was read: its item, its draft, its list, or why it is closed. */
export async function viewOf(record: PageRecord, inventory: Known, now: number): Promise<PageView> {
  const { draft, refusal } = record;
  const problem = refusal && refusal.until > now ? refusal.problem : record.problem;
  const known = draft && (await inventory.bySource(draft.source.key));
  const item = known?.row.list === 'trash' ? undefined : known?.row;
  if (problem)
    return {
      kind: 'closed',
      problem,
      title: record.title ?? draft?.title,
      url: record.url ?? draft?.url,
      item,
    };
  if (!draft) return { kind: 'closed', problem: 'reload-page' };
  const gist = gistOf(draft);
  if (known && item) {
    const drifts = isDrift(draft.status, known.status, item.state);
    const drift = drifts ? { product: gist.product, status: draft.status ?? '' } : undefined;
    return {
      kind: 'item',
      item,
      draft: gist,
      seenAt: known.seenAt,
      also: await named(record, inventory, item),
      drift,
    };
  }
  if (draft.page === 'list') return listOf(record, gist, inventory);
  return {
    kind: 'draft',
    draft: gist,
    trashed: known?.row,
    named: await named(record, inventory, undefined),
  };
}

async function listOf(record: PageRecord, gist: DraftGist, inventory: Known): Promise<PageView> {
  const urls = record.rowUrls ?? [];
  const none: ListPart = { rows: [], gone: [], isKept: false, isPartial: false };
  // The list itself may be an ordinary page to its recogniser; what it lists tells the tool.
  const product = record.rowProduct ?? gist.product;
  await inventory.byAddress(urls);
  return { kind: 'list', draft: { ...gist, product }, list: none };
}

/** Items that the page's own text leads to; without the page's own item. */
async function named({ draft }: PageRecord, inventory: Known, own: ItemRow | undefined): Promise<ItemRow[]> {
  const rows = await inventory.byAddress(draft?.links ?? []);
  return rows.filter(({ id }) => id !== own?.id).slice(0, NAMED);
}
