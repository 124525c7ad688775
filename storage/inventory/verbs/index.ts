import type { InventoryCommandName } from '@/utils/messaging/commands';
import { capture } from './capture';
import { add, edit } from './edit';
import { merge, restore, split, trash } from './keep';
import { order, pin, plan, snooze } from './place';
import { block, endBlock, endWait, setState, wait } from './progress';
import { redo, undo } from './undo';
import type { Verb } from './verb';

const notYet = async () => [];

/** Every command of the inventory and the verb that decides what it means. */
export const VERBS: { [N in InventoryCommandName]: Verb<N> } = {
  'item.capture': capture,
  'item.captureMany': notYet,
  'item.observe': notYet,
  'item.moved': notYet,
  'item.way': notYet,
  'list.keep': notYet,
  'list.seen': notYet,
  'list.forget': notYet,
  'lesson.save': notYet,
  'lesson.heal': notYet,
  'lesson.remove': notYet,
  'item.add': add,
  'item.edit': edit,
  'item.setState': setState,
  'item.wait': wait,
  'item.endWait': endWait,
  'item.block': block,
  'item.endBlock': endBlock,
  'item.snooze': snooze,
  'item.plan': plan,
  'item.order': order,
  'item.pin': pin,
  'item.delete': trash,
  'item.restore': restore,
  'item.merge': merge,
  'item.split': split,
  undo,
  redo,
};
