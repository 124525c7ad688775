import type { InventoryCommandName } from '@/utils/messaging/commands';
import { capture, captureMany } from './capture';
import { add, edit } from './edit';
import { merge, restore, split, trash } from './keep';
import { healLesson, removeLesson, saveLessons } from './lessons';
import { forgetList, keepList, seenList } from './lists';
import { moved, observe, way } from './observe';
import { order, pin, plan, snooze } from './place';
import { block, endBlock, endWait, setState, wait } from './progress';
import { redo, undo } from './undo';
import type { Verb } from './verb';

/** Every command of the inventory and the verb that decides what it means. */
export const VERBS: { [N in InventoryCommandName]: Verb<N> } = {
  'item.capture': capture,
  'item.captureMany': captureMany,
  'item.observe': observe,
  'item.moved': moved,
  'item.way': way,
  'list.keep': keepList,
  'list.seen': seenList,
  'list.forget': forgetList,
  'lesson.save': saveLessons,
  'lesson.heal': healLesson,
  'lesson.remove': removeLesson,
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
