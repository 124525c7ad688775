import { isOpen, type Item } from '@/utils/model/item';
import { driftOf } from '@/utils/priority/drift';
import { openBlocks, openWaits } from '@/utils/priority/standing';
import { about, itemFor, Refused, type EventDraft, type Scene, type Verb } from './verb';

/**
 * Finishing ends what was still open. The state that the item has already is said again where a source says
 * otherwise: then the person has heard of that and stays with it.
 */
export const setState: Verb<'item.setState'> = async ({ id, state }, scene) => {
  const item = await itemFor(id, scene);
  if (item.state === state && !driftOf(item)) return [];
  const ends = isOpen(state) ? [] : [...endWaits(item), ...endBlocks(item)];
  return [about(id, 'state', { to: state }), ...ends];
};

export const wait: Verb<'item.wait'> = async ({ id, ...waiting }, scene) => {
  const item = await openItem(id, scene);
  const judged = item.state === 'triage' ? [about(id, 'state', { to: 'ready' })] : [];
  return [about(id, 'wait.start', { waitId: scene.newId(), ...waiting }), ...judged];
};

export const endWait: Verb<'item.endWait'> = async ({ id, waitId }, scene) =>
  endWaits(await itemFor(id, scene), waitId);

const endWaits = (item: Item, only?: string): EventDraft[] =>
  openWaits(item)
    .filter((open) => only === undefined || open.id === only)
    .map((open) => about(item.id, 'wait.end', { waitId: open.id }));

/** Nothing can stop itself, nor be stopped by what it stops. */
export const block: Verb<'item.block'> = async ({ id, by, reason }, scene) => {
  await openItem(id, scene);
  if (by && (by === id || (await stops(id, by, scene)))) throw new Refused('not-possible');
  return [about(id, 'block.start', { blockId: scene.newId(), by, reason })];
};

export const endBlock: Verb<'item.endBlock'> = async ({ id, blockId }, scene) =>
  endBlocks(await itemFor(id, scene), blockId);

const endBlocks = (item: Item, only?: string): EventDraft[] =>
  openBlocks(item)
    .filter((open) => only === undefined || open.id === only)
    .map((open) => about(item.id, 'block.end', { blockId: open.id }));

async function openItem(id: Item['id'], scene: Scene): Promise<Item> {
  const item = await itemFor(id, scene);
  if (!isOpen(item.state)) throw new Refused('not-possible');
  return item;
}

/** Does `first` stop `last`, directly or through others? */
async function stops(first: Item['id'], last: Item['id'], scene: Scene): Promise<boolean> {
  const seen = new Set<Item['id']>();
  let front = [last];
  while (front.length > 0) {
    const entries = await scene.db.items.bulkGet(front);
    front = entries.flatMap((entry) => entry?.blockedBy ?? []).filter((id) => !seen.has(id));
    if (front.includes(first)) return true;
    for (const id of front) seen.add(id);
  }
  return false;
}
