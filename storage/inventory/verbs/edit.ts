import type { Changes, NewItem } from '@/utils/messaging/commands';
import type { Item } from '@/utils/model/item';
import { endOfToday } from './today-order';
import { about, freshItemId, itemFor, type EventDraft, type Verb } from './verb';

/** What a person typed becomes an item at once ready: it has been judged by being written down. */
export const add: Verb<'item.add'> = async (given, scene) => {
  const id = freshItemId(scene);
  const { waitOn, planDay, ...facts } = given satisfies NewItem;
  return [
    about(id, 'created', { ...facts, state: 'ready' }),
    ...(waitOn ? [about(id, 'wait.start', { waitId: scene.newId(), on: waitOn })] : []),
    ...(planDay ? [about(id, 'plan.set', { day: planDay, rank: await endOfToday(scene) })] : []),
  ];
};

/** One event for each field that really changes. */
export const edit: Verb<'item.edit'> = async ({ id, changes }, scene) => {
  const item = await itemFor(id, scene);
  return [...plainFields(item, changes), ...ownEvents(item, changes), ...tagEvents(item, changes.tags)];
};

const PLAIN = ['title', 'importance', 'owner', 'requester', 'project', 'check'] as const;

function plainFields(item: Item, changes: Changes): EventDraft[] {
  const sets = PLAIN.flatMap((field) => {
    const to = changes[field];
    return to === undefined || to === (item[field] ?? null) ? [] : [about(item.id, 'set', { field, to })];
  });
  const { expedite } = changes;
  const isOther = expedite !== undefined && expedite !== (item.expedite === 1);
  return isOther ? [...sets, about(item.id, 'set', { field: 'expedite', to: expedite ? 1 : null })] : sets;
}

/** Fields that have an event type of their own. */
function ownEvents(item: Item, changes: Changes): EventDraft[] {
  const { note, sizeMinutes, dueDay, promisedDay } = changes;
  const due = dueDay !== undefined && dueDay !== (item.dueDay ?? null) ? { due: dueDay } : {};
  const promised =
    promisedDay !== undefined && promisedDay !== (item.promisedDay ?? null) ? { promised: promisedDay } : {};
  const commit = { ...due, ...promised };
  return [
    ...(note !== undefined && note !== item.note ? [about(item.id, 'note', { text: note })] : []),
    ...(sizeMinutes !== undefined && sizeMinutes !== (item.sizeMinutes ?? null)
      ? [about(item.id, 'est', { minutes: sizeMinutes })]
      : []),
    ...(Object.keys(commit).length > 0 ? [about(item.id, 'commit', commit)] : []),
  ];
}

function tagEvents(item: Item, tags: string[] | undefined): EventDraft[] {
  if (!tags) return [];
  const gone = item.tags
    .filter((tag) => !tags.includes(tag))
    .map((tag) => about(item.id, 'tag.rem', { tag }));
  const fresh = [...new Set(tags)]
    .filter((tag) => !item.tags.includes(tag))
    .map((tag) => about(item.id, 'tag.add', { tag }));
  return [...gone, ...fresh];
}
