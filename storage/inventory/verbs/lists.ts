import type { SourceKey } from '@/utils/model/ids';
import { memoryOf, type ListMemory } from '../memory';
import { aboutRecord, type EventDraft, type Scene, type Verb } from './verb';

/** Rows seen longer ago than this belong to an earlier visit, in ms. */
const VISIT_MS = 30 * 60_000;
/** Within a visit, that nothing changed is noted this often at most, in ms. */
const NOTED_MS = 5 * 60_000;

const recordOf = async (key: SourceKey, { db }: Scene) => db.records.get(['source', key]);

type Said = Partial<Omit<ListMemory, 'before'>> & { visit?: 'new'; before?: null };
const about = (key: SourceKey, d: Said): EventDraft => aboutRecord('source', key, 'policy', d);

/** Keeps a list, as it is now and with nothing to compare it with. */
export const keepList: Verb<'list.keep'> = async ({ key, ...list }, scene) => {
  const before = await recordOf(key, scene);
  return [
    about(key, { ...list, seenAt: scene.now, ...(before && { before: null }) }),
    ...(before?.removed ? [aboutRecord('source', key, 'restored', {})] : []),
  ];
};

/** What a kept list shows now. At a new visit the rows of the last one become what it is compared with. */
export const seenList: Verb<'list.seen'> = async ({ key, rows }, scene) => {
  const kept = memoryOf(await recordOf(key, scene));
  if (!kept) return [];
  const isNewVisit = kept.seenAt <= scene.now - VISIT_MS;
  const isSame = JSON.stringify(rows) === JSON.stringify(kept.rows);
  if (isSame && kept.seenAt > scene.now - NOTED_MS) return [];
  // Rows that are as they were are not written again: a list is looked at a hundred times.
  const seen = { seenAt: scene.now, ...(!isSame && { rows }), ...(isNewVisit && { visit: 'new' as const }) };
  return [{ ...about(key, seen), via: 'rule' }];
};

export const forgetList: Verb<'list.forget'> = async ({ key }, scene) => {
  const kept = memoryOf(await recordOf(key, scene));
  return kept ? [aboutRecord('source', key, 'deleted', { title: kept.title })] : [];
};
