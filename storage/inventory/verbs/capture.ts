import type { Draft } from '@/utils/model/draft';
import type { ObservedData } from '@/utils/model/event';
import type { ItemId, SourceKey } from '@/utils/model/ids';
import type { Item, ItemSource } from '@/utils/model/item';
import { endOfToday } from './today-order';
import { about, freshItemId, itemFor, type EventDraft, type Scene, type Verb } from './verb';

/**
 * Capture: one source is one item. A key that is known is the same item, seen again; a trashed one comes back;
 * an unknown one becomes an item in triage, or joins the item it is attached to.
 */
export const capture: Verb<'item.capture'> = async ({ draft, planDay, attachTo }, scene) => {
  const known = await holderOf(draft.source.key, scene);
  if (known) return seenAgain(known, draft, scene);
  const source = about(attachTo ?? freshItemId(scene), 'source.add', sourceOf(draft));
  if (attachTo) {
    await itemFor(attachTo, scene);
    return asCapture([source]);
  }
  // The id that the source was just given.
  const id = source.eid as ItemId;
  const plan = planDay ? [about(id, 'plan.set', { day: planDay, rank: await endOfToday(scene) })] : [];
  return asCapture([about(id, 'created', firstFacts(draft, scene)), source, ...plan]);
};

const asCapture = (events: EventDraft[]): EventDraft[] =>
  events.map((event) => ({ ...event, via: 'capture' }));

/** The item that holds a source, if any. */
export async function holderOf(key: SourceKey, { db }: Scene): Promise<Item | undefined> {
  const claim = await db.sources.where('[key+itemId]').between([key, ''], [key, '\uffff']).first();
  return claim && (await db.items.get(claim.itemId))?.item;
}

function sourceOf(draft: Draft) {
  return {
    source: draft.source,
    url: draft.url,
    ...(draft.status !== undefined && { status: draft.status }),
  };
}

/** A page proposes; it never judges importance, and what it says of me is not news. */
function firstFacts(draft: Draft, { me }: Scene) {
  const others = (name: string | undefined) => (name && !isMe(name, me) ? name : undefined);
  return {
    title: draft.title,
    state: 'triage' as const,
    note:
      draft.page === 'other' && draft.excerpt && draft.witnesses.some(({ from }) => from === 'selection')
        ? draft.excerpt
        : undefined,
    dueDay: draft.dueDay,
    owner: draft.assignees?.some((name) => isMe(name, me)) ? undefined : others(draft.assignees?.[0]),
    requester: others(draft.requester),
    project: draft.project,
    tags: draft.labels,
    check: draft.check,
  };
}

const isMe = (name: string, me: string): boolean =>
  me !== '' && name.toLocaleLowerCase() === me.toLocaleLowerCase();

function seenAgain(item: Item, draft: Draft, scene: Scene): EventDraft[] {
  const source = item.sources.find(({ key }) => key === draft.source.key);
  const events = [about(item.id, 'observed', news(item, source, draft, scene))];
  if (item.trashedAt !== undefined) events.unshift(about(item.id, 'restored', {}));
  return asCapture(events);
}

/** What the page shows otherwise than the item knows it. A doubtful title changes nothing; only a first source names the item. */
function news(item: Item, source: ItemSource | undefined, draft: Draft, scene: Scene): ObservedData {
  const facts = firstFacts(draft, scene);
  const names = source === item.sources[0] && draft.check === undefined;
  const differing = <T>(seen: T | undefined, kept: T | undefined): T | undefined =>
    seen !== undefined && seen !== kept ? seen : undefined;
  const data: ObservedData = {
    key: draft.source.key,
    url: differing(draft.url, source?.url),
    status: differing(draft.status, source?.status),
    title: names ? differing(facts.title, item.title) : undefined,
    sure: names && item.check !== undefined ? true : undefined,
    dueDay: differing(facts.dueDay, item.dueDay),
    owner: differing(facts.owner, item.owner),
    requester: differing(facts.requester, item.requester),
    project: differing(facts.project, item.project),
  };
  // Absent rather than undefined: the log holds what was news and nothing else.
  return JSON.parse(JSON.stringify(data)) as ObservedData;
}
