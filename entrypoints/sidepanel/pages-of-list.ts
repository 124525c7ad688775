import { computed, signal, type ReadonlySignal } from '@preact/signals';
import type { List } from '@/utils/model/item';
import type { Cursor, ItemRow, ListPage } from '@/utils/model/row';
import type { Wire } from './wire';

/** Rows that one message may bring. */
const LIMIT = 100;

/** A list that grows while the person scrolls: its rows, and how to ask for more. */
export type PagedList = { rows: ReadonlySignal<ItemRow[]>; loadMore: () => void };

type Page = { after?: Cursor; value: ListPage; stop: () => void };

const cursorOf = ({ order, id }: ItemRow): Cursor => ({ order, id });

/**
 * Follows a list beyond its first page. Every page but the last is a range between two cursors, so that rows
 * which come and go change its length and leave no gap; only the last one has a limit.
 */
export function followPages(
  wire: Wire,
  list: List,
  first: ReadonlySignal<ItemRow[]>,
  hasMore: ReadonlySignal<boolean>,
): PagedList {
  const pages = signal<readonly Page[]>([]);
  const rows = computed(() =>
    pages.value.length === 0 ? first.value : onceEach(pages.value.flatMap((page) => page.value.rows)),
  );
  let isLoading = false;

  /** Watches the page with this number between two places of the list; keeps what it showed until the answer comes. */
  const follow = (number: number, after: Cursor | undefined, until: Cursor | undefined, shown: ListPage) => {
    const range = { ...(after && { after }), ...(until && { until }) };
    const stop = wire.watch('list', { list, ...range, limit: LIMIT }, (value) => {
      if (!until) isLoading = false;
      replace(number, { ...(after && { after }), value, stop });
    });
    replace(number, { ...(after && { after }), value: shown, stop });
  };
  const replace = (number: number, page: Page) => {
    const next = [...pages.peek()];
    next[number] = page;
    pages.value = next;
  };

  function loadMore(): void {
    const shown = pages.peek();
    const last = shown.at(-1);
    const end = rows.peek().at(-1);
    if (isLoading || !end || !(last ? last.value.next : hasMore.peek())) return;
    isLoading = true;
    const border = cursorOf(end);
    last?.stop();
    if (last) follow(shown.length - 1, last.after, border, last.value);
    else follow(0, undefined, border, { rows: first.peek() });
    follow(Math.max(1, shown.length), border, undefined, { rows: [], next: border });
  }
  return { rows, loadMore };
}

/** Between two answers a row that moved can be in two pages: the first one counts. */
function onceEach(rows: ItemRow[]): ItemRow[] {
  const seen = new Set<string>();
  return rows.filter((row) => !seen.has(row.id) && seen.add(row.id));
}
