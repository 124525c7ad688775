import type { Inventory } from '@/storage/inventory';
import { refusalOf } from '@/storage/inventory/failure';
import type { Clock } from '@/utils/model/clock';
import type { ItemId } from '@/utils/model/ids';
import type { ItemRow, PageProblem, PageView } from '@/utils/model/row';
import { listPartOf } from './list-part';
import { gistOf, type PageRecord } from './page-record';

/** How many of the items that a page names are shown. */
const NAMED = 10;

/** Kinds of pages that are work themselves. What they name is other work; mails, messages, documents and reviews carry some. */
const WORK = new Set([
  ...['issue', 'task', 'ticket', 'bug', 'card', 'story', 'epic', 'item', 'work item', 'work package'],
  ...['incident', 'alert', 'error', 'case', 'lead', 'record', 'entity', 'row', 'artifact', 'ask'],
]);

type Known = Pick<Inventory, 'bySource' | 'byAddress' | 'byKeys' | 'byNames' | 'alike' | 'asksOf' | 'list'>;

/** What a surface is told of a page that was read: its item, its draft, its list, or why it is closed. */
export async function viewOf(record: PageRecord, inventory: Known, clock: Clock): Promise<PageView> {
  const { draft, refusal } = record;
  const problem = refusal && refusal.until > clock.now() ? refusal.problem : record.problem;
  const known = draft && (await inventory.bySource(draft.source.key, draft.aliases));
  const item = known?.row.list === 'trash' ? undefined : known?.row;
  if (problem) return { ...closedBy(record, problem), item };
  if (!draft) return { kind: 'closed', problem: 'reload-page' };
  const gist = gistOf(draft);
  const list = await listPartOf(record, inventory, clock);
  if (draft.page === 'list' && list && !item) {
    // The list itself may be an ordinary page to its recogniser; what it lists tells the tool.
    const product = draft.rows?.[0]?.source.product ?? gist.product;
    return { kind: 'list', draft: { ...gist, product }, list };
  }
  const around = await aroundPage(record, inventory, item?.id);
  if (known && item) {
    const { named: also, alike, asks } = around;
    const drift = item.drift && { product: item.drift.product, status: item.drift.status };
    return { kind: 'item', item, draft: gist, seenAt: known.seenAt, also, alike, asks, drift, list };
  }
  return { kind: 'draft', draft: gist, trashed: known?.row, list, ...around };
}

/** While the inventory is not open: the page alone, so that it can be captured for later. Other errors go on. */
export function viewWithout({ draft }: PageRecord, error: unknown): PageView {
  if (!draft || refusalOf(error) !== 'recovery') throw error;
  return { kind: 'draft', draft: gistOf(draft), named: [] };
}

const closedBy = ({ title, url, draft }: PageRecord, problem: PageProblem) => ({
  kind: 'closed' as const,
  problem,
  title: title ?? draft?.title,
  url: url ?? draft?.url,
});

/** Items that the page names or that were asked for on it, and those that may be the same; without its own. */
async function aroundPage({ draft }: PageRecord, inventory: Known, own: ItemId | undefined) {
  if (!draft) return { named: [], alike: [], asks: [] };
  // A ticket that names another one is related to it; a mail that names a ticket belongs to it.
  const isWork = WORK.has(draft.source.kind);
  const { names = [], keys = [] } = isWork ? {} : (draft.mentions ?? {});
  const [byName, byKey, byAddress, like, asks] = await Promise.all([
    inventory.byNames(names),
    inventory.byKeys(keys),
    inventory.byAddress(isWork ? [] : (draft.links ?? [])),
    inventory.alike(draft.title, own),
    inventory.asksOf(draft.source.key),
  ]);
  const named = distinct([...byName, ...byKey.map(({ row }) => row), ...byAddress], [own]).slice(0, NAMED);
  const told = [own, ...named.map(({ id }) => id), ...asks.map(({ id }) => id)];
  return { named, alike: distinct(like, told), asks: distinct(asks, [own]) };
}

function distinct(rows: readonly ItemRow[], without: readonly (ItemId | undefined)[]): ItemRow[] {
  const kept = new Map(rows.filter(({ list }) => list !== 'trash').map((row) => [row.id, row]));
  for (const id of without) if (id !== undefined) kept.delete(id);
  return [...kept.values()];
}
