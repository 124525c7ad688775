import type { Search } from '@/components/item/item-picker';
import type { Sidebar } from './sidebar';

const searches = new WeakMap<Sidebar, Search>();

/** Finds items by their words through the background; the same function for the same sidebar. */
export function searchItems(sidebar: Sidebar): Search {
  const known = searches.get(sidebar);
  if (known) return known;
  const search: Search = (text, take) => sidebar.wire.watch('search', { text }, ({ rows }) => take(rows));
  searches.set(sidebar, search);
  return search;
}
