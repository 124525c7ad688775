import type { EventData } from '@/utils/model/event';
import type { Item, ItemSource } from '@/utils/model/item';
import type { ItemId } from '@/utils/model/ids';
import { openBlocks, openWaits } from '@/utils/priority/standing';
import { about, freshItemId, itemFor, Refused, type EventDraft, type Scene, type Verb } from './verb';

/** To the Trash. The item keeps its sources: capturing it again brings it back. */
export const trash: Verb<'item.delete'> = async ({ id, from }, scene) =>
  (await itemFor(id, scene)).trashedAt === undefined ? [about(id, 'deleted', from ? { from } : {})] : [];

export const restore: Verb<'item.restore'> = async ({ id }, scene) =>
  (await itemFor(id, scene)).trashedAt === undefined ? [] : [about(id, 'restored', {})];

/**
 * Two items become one: `into` keeps its own fields, takes what it lacks from `from`, and all sources, tags, waits and
 * blocks; what `from` stopped, `into` stops. Each of these is an event of its own, so that undo gives both back whole.
 */
export const merge: Verb<'item.merge'> = async ({ from, into }, scene) => {
  if (from === into) throw new Refused('not-possible');
  const [old, kept] = [await itemFor(from, scene), await itemFor(into, scene)];
  return [
    about(from, 'merge', { into }),
    ...moveSources(old, into),
    ...fillGaps(old, kept),
    ...moveIntervals(old, into, scene),
    ...(await moveStopped(from, into, scene)),
  ];
};

const moveSources = (old: Item, into: ItemId): EventDraft[] =>
  old.sources.flatMap((source) => [
    about(old.id, 'source.rem', { key: source.key }),
    { ...about(into, 'source.add', movedSource(source)), at: source.firstSeenAt },
  ]);

/** A source with all that is known of it, as it is added to another item. */
function movedSource({
  url,
  firstSeenAt: _,
  lastSeenAt: seenAt,
  ...known
}: ItemSource): EventData['source.add'] {
  const { status, statusAt, aliases, ways, way, title, quote, ...source } = known;
  const given = Object.entries({ status, statusAt, aliases, ways, way, title, quote });
  return { source, url, seenAt, ...Object.fromEntries(given.filter(([, value]) => value !== undefined)) };
}

function fillGaps(old: Item, kept: Item): EventDraft[] {
  const fields = (['owner', 'requester', 'project'] as const).flatMap((field) =>
    kept[field] === undefined && old[field] !== undefined
      ? [about(kept.id, 'set', { field, to: old[field] })]
      : [],
  );
  const due = kept.dueDay === undefined && old.dueDay ? [about(kept.id, 'commit', { due: old.dueDay })] : [];
  const note =
    old.note === ''
      ? []
      : [about(kept.id, 'note', { text: [kept.note, old.note].filter(Boolean).join('\n\n') })];
  const tags = old.tags
    .filter((tag) => !kept.tags.includes(tag))
    .map((tag) => about(kept.id, 'tag.add', { tag }));
  return [...fields, ...due, ...note, ...tags];
}

function moveIntervals(old: Item, into: ItemId, scene: Scene): EventDraft[] {
  const waits = openWaits(old).map(({ since, id: _, endedAt: __, ...rest }) => ({
    ...about(into, 'wait.start', { waitId: scene.newId(), ...rest }),
    at: since,
  }));
  const blocks = openBlocks(old)
    .filter(({ by }) => by !== into)
    .map(({ since, by, reason }) => ({
      ...about(into, 'block.start', { blockId: scene.newId(), by, reason }),
      at: since,
    }));
  return [...waits, ...blocks];
}

async function moveStopped(from: ItemId, into: ItemId, { db, newId }: Scene): Promise<EventDraft[]> {
  const stopped = await db.items.where('blockedBy').equals(from).toArray();
  return stopped.flatMap(({ id, item }) =>
    openBlocks(item)
      .filter(({ by }) => by === from)
      .flatMap(({ id: blockId, reason }) => [
        about(id, 'block.end', { blockId }),
        ...(id === into ? [] : [about(id, 'block.start', { blockId: newId(), by: into, reason })]),
      ]),
  );
}

/** One of several sources leaves and becomes an item of its own, named as the item was. */
export const split: Verb<'item.split'> = async ({ id, key }, scene) => {
  const item = await itemFor(id, scene);
  const leaving = item.sources.find((source) => source.key === key);
  if (!leaving || item.sources.length < 2) throw new Refused('not-possible');
  const fresh = freshItemId(scene);
  return [
    about(id, 'source.rem', { key }),
    about(fresh, 'created', {
      title: leaving.label ? `${item.title} (${leaving.label})` : item.title,
      state: 'triage',
    }),
    about(fresh, 'source.add', movedSource(leaving)),
  ];
};
