import type { LogEvent, ObservedData } from './event';
import type { Item, ItemSource } from './item';

/**
 * The item with one more source. A source that names another of the item's own as its alias took that one's place (an
 * issue that moved to another project): it stands before it, so that it gives the item its name and address.
 */
export function addSource(item: Item, { d, at }: LogEvent & { t: 'source.add' }): Partial<Item> {
  const { source, seenAt, ...rest } = d;
  const others = item.sources.filter(({ key }) => key !== source.key);
  const added: ItemSource = {
    ...source,
    ...rest,
    ...(rest.status !== undefined && { statusAt: rest.statusAt ?? at }),
    firstSeenAt: at,
    lastSeenAt: seenAt ?? at,
  };
  const old = others.findIndex(({ key }) => added.aliases?.includes(key));
  return { sources: old === -1 ? [...others, added] : others.toSpliced(old, 0, added) };
}

/** Fields of an item that a page may tell; anything else in a log from elsewhere is left alone. */
const TOLD = ['title', 'dueDay', 'owner', 'requester', 'project'] as const satisfies (keyof Item)[];

/** What was seen at the source: its own facts always, the item's fields only where the person has not set them. */
export function observed(item: Item, seen: ObservedData, at: number): Partial<Item> {
  const free = TOLD.filter((field) => seen[field] !== undefined && !item.edited.includes(field));
  return {
    sources: item.sources.map((source) => (source.key === seen.key ? seenSource(source, seen, at) : source)),
    ...Object.fromEntries(free.map((field) => [field, seen[field]])),
    ...(seen.sure && { check: undefined }),
  };
}

function seenSource(source: ItemSource, seen: ObservedData, at: number): ItemSource {
  const { url, status, aliases, ways, way } = seen;
  // Taking a way says where it led before, not what the source shows now.
  if (way !== undefined) return { ...source, way };
  return {
    ...source,
    lastSeenAt: Math.max(at, source.lastSeenAt),
    ...(url !== undefined && { url }),
    ...(status !== undefined && status !== source.status && { status, statusAt: at }),
    ...(aliases !== undefined && { aliases }),
    ...(ways !== undefined && { ways }),
  };
}
