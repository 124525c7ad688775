import type { DraftRow } from '@/utils/model/draft';
import type { SourceKey } from '@/utils/model/ids';
import type { Item } from '@/utils/model/item';
import { aliasesOf, firstFacts, holderOf, news, sourceInPlaceOf, sourceOf, type Seen } from './seen';
import { endOfToday } from './today-order';
import { about, freshItemId, itemFor, type EventDraft, type Scene, type Verb } from './verb';

/**
 * Capture: one source is one item. A key that is known is the same item, seen again; a trashed one comes back;
 * an unknown one becomes an item in triage, or joins the item it is attached to.
 */
export const capture: Verb<'item.capture'> = async ({ draft, planDay, attachTo }, scene) => {
  const known = await holderOf(draft, scene);
  if (known) return asCapture([...comesBack(known), seenAgain(known, draft, scene)]);
  if (attachTo) {
    await itemFor(attachTo, scene);
    return asCapture([about(attachTo, 'source.add', sourceOf(draft))]);
  }
  const id = freshItemId(scene);
  const plan = planDay ? [about(id, 'plan.set', { day: planDay, rank: await endOfToday(scene) })] : [];
  return asCapture([
    about(id, 'created', firstFacts(draft, scene)),
    about(id, 'source.add', sourceOf(draft)),
    ...plan,
  ]);
};

/**
 * Rows of a list: each as a page is captured, all of them one command. What begins or comes back stands first, so that
 * the command is undone by it; rows that were only seen again are nothing that a person could want undone.
 */
export const captureMany: Verb<'item.captureMany'> = async ({ rows }, scene) => {
  const first = new Map(rows.toReversed().map((row) => [row.source.key, row]));
  const single = rows.filter((row) => first.get(row.source.key) === row);
  const holders = await Promise.all(single.map((row) => holderOf(row, scene)));
  const pairs = single.map((row, place) => ({ row, known: holders[place] }));
  const fresh = pairs.filter(({ known }) => !known).map(({ row }) => row);
  return asCapture([
    ...fresh.flatMap((row, place) => beginsAt(scene.now - place, row, scene)),
    ...pairs.flatMap(({ known }) => (known ? comesBack(known) : [])),
    ...pairs.flatMap(({ row, known }) => (known ? [seenAgain(known, row, scene)] : [])),
  ]);
};

/** A millisecond apart, so that triage, where the newest is first, shows them in the order of the list. */
function beginsAt(at: number, row: DraftRow, scene: Scene): EventDraft[] {
  const id = freshItemId(scene);
  return [
    { ...about(id, 'created', firstFacts(row, scene)), at },
    { ...about(id, 'source.add', sourceOf(row)), at },
  ];
}

const asCapture = (events: EventDraft[]): EventDraft[] =>
  events.map((event) => ({ ...event, via: 'capture' }));

const comesBack = (item: Item): EventDraft[] =>
  item.trashedAt === undefined ? [] : [about(item.id, 'restored', {})];

/** What is new of a known item. Known by another name only, it has moved: the item gets this source as well. */
export function seenAgain(item: Item, seen: Seen, scene: Scene): EventDraft {
  const source = item.sources.find(({ key }) => key === seen.source.key);
  return source
    ? about(item.id, 'observed', news(item, source, seen, scene))
    : about(item.id, 'source.add', sourceInPlaceOf(sameUnder(aliasesOf(seen), item), seen));
}

/** The key of the item's source that one of these names belongs to. */
function sameUnder(names: readonly SourceKey[], { sources }: Item): SourceKey | undefined {
  const [all, own] = [new Set(names), ({ key, aliases = [] }: Item['sources'][number]) => [key, ...aliases]];
  return sources.find((source) => own(source).some((name) => all.has(name)))?.key;
}
