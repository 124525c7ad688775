import { isOpen } from '@/utils/model/item';
import type { ItemEntry } from '../schema';
import { rankAt } from './today-order';
import { about, itemFor, Refused, type Scene, type Verb } from './verb';

/** Hide until a day; planning for today ends with it. */
export const snooze: Verb<'item.snooze'> = async ({ id, untilDay }, scene) => {
  const item = await itemFor(id, scene);
  if (untilDay !== null && untilDay <= scene.today) throw new Refused('not-possible');
  if ((item.startAfterDay ?? null) === untilDay) return [];
  const unplan = untilDay !== null && item.planDay ? [about(id, 'plan.set', { day: null })] : [];
  return [about(id, 'set', { field: 'startAfterDay', to: untilDay }), ...unplan];
};

/** Into Today, or out of it. A triaged item is thereby judged: it is ready. */
export const plan: Verb<'item.plan'> = async ({ id, day, after, before }, scene) => {
  const item = await itemFor(id, scene);
  if (day === null) return item.planDay ? [about(id, 'plan.set', { day: null })] : [];
  if (!isOpen(item.state)) throw new Refused('not-possible');
  const rank = await rankAt({ after, before }, id, scene);
  return [
    about(id, 'plan.set', { day, rank }),
    ...(item.state === 'triage' ? [about(id, 'state', { to: 'ready' })] : []),
    ...(item.startAfterDay ? [about(id, 'set', { field: 'startAfterDay', to: null })] : []),
  ];
};

export const order: Verb<'item.order'> = async ({ id, after, before }, scene) => {
  const entry = await scene.db.items.get(id);
  if (entry?.list !== 'today') throw new Refused('not-possible');
  const rank = await rankAt({ after, before }, id, scene);
  return [about(id, 'rank', { rank })];
};

/** Holds an item of Next directly above another: at a place between it and the one before, until the day ends. */
export const pin: Verb<'item.pin'> = async ({ id, above }, scene) => {
  const item = await itemFor(id, scene);
  if (above === null) return item.pin ? [about(id, 'pin', { above: null })] : [];
  const [own, target] = await scene.db.items.bulkGet([id, above]);
  if (id === above || own?.list !== 'next' || target?.list !== 'next' || typeof target.order !== 'number')
    throw new Refused('not-possible');
  const last = await lastBelow(target, scene);
  const before = last?.id === id ? await lastBelow(last, scene) : last;
  const previous = typeof before?.order === 'number' ? before.order : target.order - 2;
  return [
    about(id, 'pin', { above, until: scene.today, order: (previous + target.order) / 2, score: own.score }),
  ];
};

const lastBelow = ({ order, id }: Pick<ItemEntry, 'order' | 'id'>, { db }: Scene) =>
  db.items.where('[list+order+id]').between(['next', -Infinity, ''], ['next', order, id]).last();
